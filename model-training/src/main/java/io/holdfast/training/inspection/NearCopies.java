package io.holdfast.training.inspection;

import io.holdfast.scoring.table.Rounded;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Whether a table holds its customers several times over, nearly unchanged. A model that can memorise looks better than it is on such a
 * table, unless the copies of a customer stay on one side of every split.
 *
 * <p>Sampled rows are compared with all others. A row has a near-copy if its nearest rows are less than half as far away as the next, or
 * differ in two columns at most and the next in two more ({@link Neighbourhood}); columns that another one decides are left out. The share
 * of such rows is held against chance, which is the larger of two estimates: rows mixed from neighbours ({@link Probing}), honest where
 * values repeat, and rows strewn evenly in as many dimensions as the data have, honest where columns are computed from each other. Copies
 * at one distance in the file are found as well if they are not that near: by chance no distance between a row and its nearest is frequent.
 */
public final class NearCopies {
    /** Groups that keep a smaller share of the near-copies together are none of theirs. */
    public static final double KEPT = .95;

    /** A smaller excess changes no verdict on a model. */
    private static final double LEAST_EXCESS = .15;

    /** And it must not be sampling noise. */
    private static final double STANDARD_ERRORS = 4;

    /** Share of the rows whose nearest row stands at one distance in the file. */
    private static final double LEAST_OFFSET_SHARE = .2;

    private static final int FEWEST_ROWS = 200;
    private static final int FEWEST_COLUMNS = 3;

    private final ComparedRows rows;
    private final int width;
    private final List<Probe> probes;
    private final long seed;
    private final boolean[] positives;
    private final Share byDistance;
    private final Share byColumns;
    private final OptionalInt rowOffset;

    /** The share of sampled rows with a near-copy, and the share by chance. */
    private record Share(double observed, double chance) {
        boolean excessive(int sample) {
            double variance = observed * (1 - observed) + chance * (1 - chance);
            double noise = STANDARD_ERRORS * Math.sqrt(variance / sample);
            return observed - chance >= Math.max(LEAST_EXCESS, noise);
        }

        double excess() {
            return observed - chance;
        }
    }

    private NearCopies(ComparedRows rows, int width, List<Probe> probes, boolean[] positives, long seed) {
        this.rows = rows;
        this.width = width;
        this.probes = probes;
        this.positives = positives;
        this.seed = seed;
        double even = probes.stream().mapToDouble(Probe::chanceOfGap).sum() / Math.max(1, probes.size());
        byDistance = new Share(share(probe -> probe.copies() > 0), Math.max(share(Probe::chanceCopy), even));
        byColumns = new Share(share(probe -> probe.columnCopies() > 0), share(Probe::chanceColumnCopy));
        rowOffset = commonOffset();
    }

    /**
     * Looks for near-copies among the rows.
     *
     * @param columns what rows are compared by: the features, without label and ids
     * @param positives the label, one a row; not compared, but told about. Empty if there is none
     * @param seed of the rows sampled
     */
    public static NearCopies search(List<CheckedColumn> columns, boolean[] positives, long seed) {
        return searchCoded(columns.parallelStream().map(CodedColumn::of).toList(), positives, seed);
    }

    static NearCopies searchCoded(List<CodedColumn> columns, boolean[] positives, long seed) {
        ComparedRows rows = ComparedRows.of(columns, seed);
        boolean enough = rows.size() >= FEWEST_ROWS && rows.width() >= FEWEST_COLUMNS;
        List<Probe> probes = enough ? new Probing(rows, seed).probes() : List.of();
        return new NearCopies(rows, rows.width(), probes, positives, seed);
    }

    /** The same verdict without the compared cells, two bytes each: it can no longer number {@link #groups}. */
    public NearCopies withoutRows() {
        return new NearCopies(ComparedRows.of(List.of(), seed), width, probes, positives, seed);
    }

    private double share(Predicate<Probe> which) {
        return probes.isEmpty() ? 0 : (double) probes.stream().filter(which).count() / probes.size();
    }

    private OptionalInt commonOffset() {
        Map<Integer, Integer> counts = new HashMap<>();
        probes.forEach(probe -> counts.merge(probe.offset(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_OFFSET_SHARE * probes.size())
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> OptionalInt.of(entry.getKey()))
                .orElse(OptionalInt.empty());
    }

    /** Whether the table had enough rows and telling columns to look. */
    public boolean checked() {
        return !probes.isEmpty();
    }

    /** Whether near-copies are far more frequent than chance allows. */
    public boolean found() {
        return checked()
                && (byDistance.excessive(probes.size()) || byColumns.excessive(probes.size()) || rowOffset.isPresent());
    }

    /** Share of the sampled rows that have a near-copy. */
    public double observedShare() {
        return share().observed();
    }

    /** The share that chance alone would give. */
    public double chanceShare() {
        return share().chance();
    }

    private Share share() {
        boolean columns = byColumns.excessive(probes.size()) && byColumns.excess() > byDistance.excess();
        return columns ? byColumns : byDistance;
    }

    /** The distance in rows at which most copies stand, where there is one. */
    public OptionalInt rowOffset() {
        return rowOffset;
    }

    /** Rows sampled; 0 if the table was too small to look. */
    public int sampled() {
        return probes.size();
    }

    /** One sentence with the figures. */
    public String evidence() {
        if (!checked()) {
            return String.format(
                    Locale.ROOT,
                    "Not looked for: that takes %d rows and %d columns that tell customers apart.",
                    FEWEST_ROWS,
                    FEWEST_COLUMNS);
        }
        StringBuilder evidence = new StringBuilder(String.format(
                Locale.ROOT,
                "Of %,d sampled rows, %s have another row that is nearly the same (by chance: %s)",
                probes.size(),
                Rounded.percent(observedShare(), 0),
                Rounded.percent(chanceShare(), 0)));
        List<Probe> copied = probes.stream().filter(Probe::hasCopy).toList();
        if (found() && !copied.isEmpty()) {
            int[] differing =
                    copied.stream().mapToInt(Probe::differing).sorted().toArray();
            evidence.append(String.format(
                    Locale.ROOT,
                    "; half of these differ noticeably in %d of %d columns at most",
                    differing[differing.length / 2],
                    width));
            if (positives.length > 0) {
                evidence.append(
                        String.format(Locale.ROOT, "; %s have the same label", Rounded.percent(sameLabel(copied), 0)));
            }
        }
        rowOffset.ifPresent(offset -> evidence.append(String.format(
                Locale.ROOT,
                "; %s have their nearest row exactly %,d rows away",
                Rounded.percent(share(probe -> probe.offset() == offset), 0),
                offset)));
        return evidence.append('.').toString();
    }

    private double sameLabel(List<Probe> copied) {
        return (double) copied.stream()
                        .filter(probe -> positives[probe.row()] == positives[probe.nearest()])
                        .count()
                / copied.size();
    }

    /**
     * The share of the near-copies found that a grouping keeps together.
     *
     * @param groups a number a row, equal where rows belong together
     * @return within 0..1; 1 where nothing was found
     */
    public double keptTogether(int[] groups) {
        List<Probe> copied = copied();
        return copied.isEmpty()
                ? 1
                : (double) copied.stream()
                                .filter(probe -> groups[probe.row()] == groups[probe.nearest()])
                                .count()
                        / copied.size();
    }

    private List<Probe> copied() {
        if (!found()) {
            return List.of();
        }
        return probes.stream()
                .filter(probe -> probe.hasCopy() || (rowOffset.isPresent() && probe.offset() == rowOffset.getAsInt()))
                .toList();
    }

    /**
     * A group number per row, from 0 in the order of first appearance: rows that are near-copies of each other share one. Takes another
     * look at every row, a minute or so for a million.
     */
    public int[] groups() {
        if (rows.size() == 0) {
            throw new IllegalStateException("there are no rows, or they were let go");
        }
        return new CopyGroups(rows, copied(), rowOffset, seed).numbers();
    }
}
