package io.holdfast.training.publish;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says of a column that a model can learn little from it: it never or hardly ever varies, hardly ever repeats, or a few values dwarf all others. */
final class ColumnNotes {
    private static final double NEARLY_ALL = .995;

    /** Two in a hundred values are left aside. */
    private static final double ASIDE = .01;

    /** So many times as far from the others as those are from each other. */
    private static final double FAR = 1000;

    private static final int FEWEST = 100;

    /** With more different words for each row that has one, most stand in one row only. */
    private static final double HARDLY_REPEATED = .5;

    private ColumnNotes() {}

    /** A sentence, where there is something to say. */
    static Optional<String> note(FeatureColumn feature, int[] rows) {
        String column = "Column " + Excerpt.of(feature.name()) + " ";
        if (!feature.varies(rows)) {
            String what = feature.missing(rows[0]) ? "missing" : "the same";
            return Optional.of(column + "is " + what + " in all training rows; it contributes nothing.");
        }
        Map<String, Integer> counts = new HashMap<>();
        IntStream.of(rows)
                .forEach(row -> counts.merge(feature.missing(row) ? "" : "=" + feature.text(row), 1, Integer::sum));
        Optional<Map.Entry<String, Integer>> commonest = counts.entrySet().stream()
                .filter(value -> value.getValue() >= NEARLY_ALL * rows.length)
                .findFirst();
        if (commonest.isPresent()) {
            String value = commonest.get().getKey();
            int others = rows.length - commonest.get().getValue();
            return Optional.of(column + "is " + (value.isEmpty() ? "missing" : Excerpt.of(value.substring(1)))
                    + " in all training rows but " + others + "; it contributes next to nothing.");
        }
        return (feature instanceof NumberColumn numbers ? outlier(numbers, rows) : hardlyRepeated(counts, rows.length))
                .map(found -> column + found);
    }

    /** @param counts of the rows, by value; missing under no text at all */
    private static Optional<String> hardlyRepeated(Map<String, Integer> counts, int rows) {
        int missing = counts.getOrDefault("", 0);
        int known = rows - missing;
        int different = counts.size() - (missing > 0 ? 1 : 0);
        if (known < FEWEST || different <= HARDLY_REPEATED * known) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "has %,d different values in %,d training rows, like an id or free text: customers to come will have others, so nothing can be learned from most of them; give it the role ignore, or let it hold groups of customers instead.",
                different,
                known));
    }

    private static Optional<String> outlier(NumberColumn column, int[] rows) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length < FEWEST) {
            return Optional.empty();
        }
        int aside = (int) (ASIDE * known.length);
        double low = known[aside];
        double high = known[known.length - 1 - aside];
        double below = low - known[0];
        double above = known[known.length - 1] - high;
        if (Math.max(below, above) <= FAR * (high - low) || high == low) {
            return Optional.empty();
        }
        return Optional.of(
                "reaches " + NumberText.write(above >= below ? known[known.length - 1] : known[0])
                        + ", while 98 % of its training values lie between " + NumberText.write(low) + " and "
                        + NumberText.write(high)
                        + "; such outliers may be errors, so check them (a straight line, as that of the logistic regression, is drawn flat by them; tables are not).");
    }
}
