package io.holdfast.training.inspection;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.Rounded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds columns that know the label better than an honest column can: it was written down after the customer left, or because of it. A
 * suspicion with its evidence, no proof; the limits are those at which honest columns of many tables stay silent.
 */
public final class LeakageCheck {
    private static final double SEPARATES = .98;
    private static final double MISSINGNESS = .9;
    private static final double IDENTIFIER = .7;

    /** Odds of leaving that honest values reach, over those of all rows or under. */
    private static final double WIDE = 20;

    /** How likely one class among the rows of a value may be at such odds, over all values of the column. */
    private static final double CHANCE = 1e-6;

    /** An id must predict better than sampling noise explains. */
    private static final double STANDARD_ERRORS = 5;

    /** With fewer rows of a class, anything can happen to tell it apart. */
    private static final int FEWEST_OF_A_CLASS = 10;

    /** Rows a value on average, so that going with one label is no coincidence of rare values. */
    private static final int ROWS_PER_VALUE = 10;

    private static final int MOST_OF_A_CLASS = 100_000;

    private final boolean[] positives;
    private final SingleColumn single;
    private final int leavers;

    private LeakageCheck(boolean[] positives, long seed) {
        this.positives = positives;
        single = new SingleColumn(positives, seed);
        leavers = count(positives);
    }

    private static int count(boolean[] positives) {
        return (int) IntStream.range(0, positives.length)
                .filter(row -> positives[row])
                .count();
    }

    /**
     * The suspects in the order of the columns, at most one entry a column. Of a large table, at most 100,000 rows of either class are
     * looked at. With fewer than 10 of a class there is nothing to look at, and no suspect.
     *
     * @param columns candidates: features, and ids if they are to be looked at
     * @param positives the label, one a row
     * @param seed of the rows sampled and of the folds
     */
    public static List<LeakSuspect> suspects(List<CheckedColumn> columns, boolean[] positives, long seed) {
        int leavers = count(positives);
        if (Math.min(leavers, positives.length - leavers) < FEWEST_OF_A_CLASS) {
            return List.of();
        }
        int[] rows = sample(positives, leavers, new Lots(seed));
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = positives[rows[i]];
        }
        LeakageCheck check = new LeakageCheck(labels, seed);
        return columns.parallelStream()
                .map(column -> rows.length == positives.length ? column : column.only(rows))
                .map(check::suspect)
                .flatMap(Optional::stream)
                .toList();
    }

    private static int[] sample(boolean[] positives, int leavers, Lots lots) {
        int[] left = lots.sample(leavers, MOST_OF_A_CLASS);
        int[] stayed = lots.sample(positives.length - leavers, MOST_OF_A_CLASS);
        int[] rows = new int[left.length + stayed.length];
        int[] seen = new int[2];
        int[] next = new int[2];
        int kept = 0;
        for (int row = 0; row < positives.length; row++) {
            int of = positives[row] ? 1 : 0;
            int[] chosen = positives[row] ? left : stayed;
            if (next[of] < chosen.length && chosen[next[of]] == seen[of]) {
                rows[kept++] = row;
                next[of]++;
            }
            seen[of]++;
        }
        return rows;
    }

    private Optional<LeakSuspect> suspect(CheckedColumn column) {
        CodedColumn coded = CodedColumn.of(column);
        if (coded.constant()) {
            return Optional.empty();
        }
        if (isFunction(coded)) {
            return of(
                    column,
                    LeakSuspect.Sign.FUNCTION,
                    "takes %d values, %seach of which goes with one label only",
                    coded.values(),
                    coded.gaps() ? "missing being one, " : "");
        }
        if (single.missingness(coded) > MISSINGNESS) {
            return of(
                    column,
                    LeakSuspect.Sign.MISSINGNESS,
                    "is missing for %s of those who left and %s of those who stayed",
                    Rounded.percent(missing(coded, true), 1),
                    Rounded.percent(missing(coded, false), 1));
        }
        double auc = Math.max(single.ranked(coded), single.outOfFold(coded));
        if (coded.tellsRowsApart()) {
            return auc > IDENTIFIER && auc - .5 > STANDARD_ERRORS * standardError()
                    ? of(column, LeakSuspect.Sign.IDENTIFIER, "tells rows apart, and yet %s", ranks(auc))
                    : Optional.empty();
        }
        return auc > SEPARATES
                ? of(column, LeakSuspect.Sign.SEPARATES, "alone %s", ranks(auc))
                : oneClassLevel(column, coded);
    }

    /** The value least likely to hold one class only, if that is beyond chance even where its odds differ widely from the others'. */
    private Optional<LeakSuspect> oneClassLevel(CheckedColumn column, CodedColumn coded) {
        int[] rows = new int[Ranks.HIGHEST + 1];
        int[] left = new int[Ranks.HIGHEST + 1];
        int[] anyRow = new int[Ranks.HIGHEST + 1];
        for (int row = 0; row < positives.length; row++) {
            int code = coded.codes()[row];
            rows[code]++;
            left[code] += positives[row] ? 1 : 0;
            anyRow[code] = row;
        }
        double odds = (double) leavers / (positives.length - leavers);
        double allLeft = -StrictMath.log1p(1 / (WIDE * odds));
        double allStayed = -StrictMath.log1p(odds / WIDE);
        int found = -1;
        double least = StrictMath.log(CHANCE / coded.values());
        for (int code = 0; code < rows.length; code++) {
            boolean pure = rows[code] > 0 && (left[code] == 0 || left[code] == rows[code]);
            double chance = rows[code] * (left[code] == 0 ? allStayed : allLeft);
            if (pure && chance < least) {
                found = code;
                least = chance;
            }
        }
        if (found < 0) {
            return Optional.empty();
        }
        String text = found == 0 ? "" : column.text(anyRow[found]);
        return of(
                column,
                LeakSuspect.Sign.ONE_CLASS_LEVEL,
                "%s in %,d rows, all of which %s, as do %s of all",
                found == 0 ? "is missing" : text.isEmpty() ? "holds one value" : "is " + Excerpt.of(text),
                rows[found],
                left[found] == 0 ? "stayed" : "left",
                Rounded.percent(
                        (double) (left[found] == 0 ? positives.length - leavers : leavers) / positives.length, 1));
    }

    private static Optional<LeakSuspect> of(
            CheckedColumn column, LeakSuspect.Sign sign, String evidence, Object... figures) {
        String sentence =
                "Column " + Excerpt.of(column.name()) + " " + String.format(Locale.ROOT, evidence, figures) + ".";
        return Optional.of(new LeakSuspect(column.name(), sign, sentence));
    }

    private static String ranks(double auc) {
        return String.format(
                Locale.ROOT,
                "tells who left from who stayed in %.1f %% of pairs (out of fold; 50 %% is chance)",
                100 * auc);
    }

    /** Whether no value occurs with both labels, and values are few. */
    private boolean isFunction(CodedColumn column) {
        if ((long) ROWS_PER_VALUE * column.values() > positives.length) {
            return false;
        }
        byte[] seen = new byte[Ranks.HIGHEST + 1];
        for (int row = 0; row < positives.length; row++) {
            seen[column.codes()[row]] |= (byte) (positives[row] ? 1 : 2);
        }
        return IntStream.range(0, seen.length).noneMatch(code -> seen[code] == 3);
    }

    private double missing(CodedColumn column, boolean positive) {
        int[] gaps = IntStream.range(0, positives.length)
                .filter(row -> positives[row] == positive)
                .map(row -> column.codes()[row] == 0 ? 1 : 0)
                .toArray();
        return Arrays.stream(gaps).average().orElse(0);
    }

    /** Of an AUC where nothing predicts anything (Mann and Whitney 1947). */
    private double standardError() {
        double others = positives.length - leavers;
        return Math.sqrt((positives.length + 1) / (12 * leavers * others));
    }
}
