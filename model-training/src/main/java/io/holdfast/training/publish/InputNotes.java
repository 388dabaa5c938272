package io.holdfast.training.publish;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.training.data.TrainingTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says what the rows of an evaluation hold that training did not know, and which stand there twice. */
final class InputNotes {
    private InputNotes() {}

    /** One sentence each; none where all is as in training. */
    static List<String> of(ServedScores scores, TrainingTable table, int[] rows) {
        List<String> notes = new ArrayList<>();
        note(notes, scores, "unknown_category", "categories that training saw rarely or never");
        note(notes, scores, "out_of_range", "numbers outside the range of training");
        noteRepeated(notes, table, rows);
        noteCosts(notes, table);
        return notes;
    }

    private static void note(List<String> notes, ServedScores scores, String code, String what) {
        SortedMap<String, Long> columns = scores.warnings().get(code);
        if (columns != null) {
            notes.add("Some rows hold " + what + ", by column: "
                    + columns.entrySet().stream().map(InputNotes::count).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String count(Map.Entry<String, Long> column) {
        return Excerpt.of(column.getKey()) + " in "
                + String.format(Locale.ROOT, "%,d %s", column.getValue(), column.getValue() == 1 ? "row" : "rows");
    }

    private static void noteCosts(List<String> notes, TrainingTable table) {
        String lacking = table.description().costs().columns().stream()
                .filter(column -> table.costs(column).isEmpty())
                .map(Excerpt::of)
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            notes.add("The table lacks " + lacking
                    + ", which 'costs' in the description names, so profit is counted with" + " assumed amounts.");
        }
    }

    private static void noteRepeated(List<String> notes, TrainingTable table, int[] rows) {
        if (!table.identified()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        for (int row : rows) {
            repeated += seen.add(table.dated() ? table.date(row) + " " + table.id(row) : table.id(row)) ? 0 : 1;
        }
        if (repeated > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of the rows %s a customer%s who stands in an earlier one already; all are counted.",
                    repeated,
                    repeated == 1 ? "is of" : "are of",
                    table.dated() ? " and a date" : ""));
        }
    }
}
