package io.holdfast.training.publish;

import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says which rows were used for what: dates or shares, rows and leavers of each part. */
final class PartsText {

    private PartsText() {}

    /** One line on how the table was split, then one a part that has rows. */
    static List<String> lines(TrainingTable table, Split split, RowsTogether together, long seed) {
        List<String> lines = new ArrayList<>();
        String groups = together.inWords();
        lines.add(
                table.dated()
                        ? (split.size(Part.VALIDATION) == 0
                                ? "split by time: judged on the last month, by what was known when it began"
                                : "split by time" + groups)
                        : "split at random, with equal shares of leavers, seed " + seed + groups);
        for (Part part : Part.values()) {
            int[] rows = split.rows(part);
            if (rows.length > 0) {
                lines.add(name(part) + ": " + line(table, rows));
            }
        }
        return lines;
    }

    private static String name(Part part) {
        return switch (part) {
            case TRAINING -> "training";
            case VALIDATION -> "validation (calibrates and chooses)";
            case TEST -> "test (judges)";
            case LEFT_OUT -> "left out, outcome not known in time";
            case GROUP_LATER -> "left out, group stands in a later part";
        };
    }

    private static String line(TrainingTable table, int[] rows) {
        long left = IntStream.of(rows).filter(table::positive).count();
        String counts = String.format(
                Locale.ROOT,
                "%,d %s (%s), %,d left (%s)",
                rows.length,
                rows.length == 1 ? "row" : "rows",
                Rounded.percent((double) rows.length / table.rows(), 1),
                left,
                Rounded.percent((double) left / rows.length, 1));
        if (!table.dated()) {
            return counts;
        }
        LocalDate[] dates = Arrays.stream(rows).mapToObj(table::date).sorted().toArray(LocalDate[]::new);
        return counts + ", " + dates[0] + " to " + dates[dates.length - 1];
    }
}
