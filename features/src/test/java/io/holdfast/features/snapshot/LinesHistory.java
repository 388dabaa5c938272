package io.holdfast.features.snapshot;

import io.holdfast.features.fixture.HistoryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Histories of a few lines, each event in one string: line, kind, time, category and arrival, parted by blanks. */
final class LinesHistory {
    private LinesHistory() {}

    static HistoryFolder of(Path folder, String churn, String dates, String... events) {
        List<String> lines = new ArrayList<>(List.of("line,customer,kind,at,arrived,category"));
        for (String event : events) {
            String[] cells = event.split(" ", -1);
            lines.add(cells[0] + ",c" + cells[0] + "," + cells[1] + "," + cells[2] + ","
                    + (cells.length > 4 ? cells[4] : "") + "," + (cells.length > 3 ? cells[3] : ""));
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: lines",
                        "unit: line",
                        "until: 2024-06-01",
                        "sources: {events: {path: events.csv, columns: {unit: line, customer: customer, kind: kind, occurredAt: at, arrivedAt: arrived, category: category}}}",
                        "kinds:",
                        "  join: {}",
                        "  usage: {}",
                        "  purchase: {}",
                        "  care: {}",
                        "  leave: {types: {cancelled: voluntary, died: natural, moved: internal, smaller: partial}}",
                        "value: {models: false}",
                        "churn: " + churn,
                        "snapshots: " + dates)
                .with("events.csv", lines);
    }
}
