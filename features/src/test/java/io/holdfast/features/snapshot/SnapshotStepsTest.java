package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.fixture.HistoryFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one date to learn from to the next. */
class SnapshotStepsTest {
    @TempDir
    private Path folder;

    private HistoryFolder history(String every) {
        List<String> lines = new ArrayList<>(List.of("who,day"));
        for (LocalDate day = LocalDate.of(2023, 1, 5); day.isBefore(LocalDate.of(2024, 7, 1)); day = day.plusDays(20)) {
            lines.add("steady," + day);
            lines.add((day.isBefore(LocalDate.of(2023, 9, 1)) ? "gone," : "new,") + day);
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "sources: {events: {path: events.csv, kind: purchase, columns: {customer: who, occurredAt: day}}}",
                        "kinds: {purchase: {}}",
                        "until: 2024-07-01",
                        "churn: {kind: non-contractual, horizonDays: 60}",
                        "value: {models: false}",
                        "snapshots: {every: " + every + ", from: 2023-06-01}")
                .with("events.csv", lines);
    }

    private static List<String> dates(HistoryFolder history) {
        return history.training().stream()
                .skip(1)
                .map(line -> line.substring(0, "2023-06-01".length()))
                .distinct()
                .toList();
    }

    private static final String DRIFT = "what is recorded once a month differs between them by that alone";

    @Test
    void monthsKeepToTheFirst() {
        HistoryFolder history = history("3 months");

        assertThat(dates(history)).containsExactly("2023-06-01", "2023-09-01", "2023-12-01", "2024-03-01");
        assertThat(history.trainingSaid()).noneMatch(line -> line.contains(DRIFT));
    }

    @Test
    void oneMonthIsEveryMonth() {
        assertThat(dates(history("1 months")))
                .isEqualTo(dates(history("month")))
                .hasSize(12);
    }

    @Test
    void daysDriftThroughTheMonthWhichIsTold() {
        HistoryFolder history = history("91");

        assertThat(dates(history)).containsExactly("2023-06-01", "2023-08-31", "2023-11-30", "2024-02-29");
        assertThat(history.trainingSaid()).anyMatch(line -> line.contains(DRIFT) && line.contains("'every: 3 months'"));
    }

    @Test
    void datesNearTogetherShowEveryDayOfTheMonth() {
        assertThat(history("20").trainingSaid()).noneMatch(line -> line.contains(DRIFT));
    }
}
