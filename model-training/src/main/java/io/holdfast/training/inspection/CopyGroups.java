package io.holdfast.training.inspection;

import io.holdfast.training.split.DisjointSets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Joins every row with its near-copies, by the signs that were found on the sampled rows: a gap behind the nearest rows, no farther out
 * than it was there; agreement in all columns but two; or the one distance in the file.
 */
final class CopyGroups {
    /** Comparisons in all, so that a million rows take about a minute; beyond, a search ends with what it has found. */
    private static final long MOST_COMPARISONS = 400_000_000L;

    private static final int FEWEST_COMPARISONS = 2000;

    private final ComparedRows rows;
    private final List<Probe> copied;
    private final OptionalInt rowOffset;
    private final long seed;
    private final DisjointSets sets;

    CopyGroups(ComparedRows rows, List<Probe> copied, OptionalInt rowOffset, long seed) {
        this.rows = rows;
        this.copied = copied;
        this.rowOffset = rowOffset;
        this.seed = seed;
        sets = new DisjointSets(rows.size());
    }

    int[] numbers() {
        if (!copied.isEmpty()) {
            VantagePoints points = new VantagePoints(rows, seed);
            joinByDistance(points);
            rowOffset.ifPresent(offset -> joinByOffset(points, offset));
            if (copied.stream().anyMatch(probe -> probe.columnCopies() > 0)) {
                joinByColumns();
            }
        }
        return sets.numbers();
    }

    private void joinByDistance(VantagePoints points) {
        int[] reaches = copied.stream()
                .filter(probe -> probe.copies() > 0)
                .mapToInt(Probe::reach)
                .sorted()
                .toArray();
        if (reaches.length == 0) {
            return;
        }
        // The last hundredth are chance; they would only make the search wide.
        int reach = reaches[(int) (.99 * (reaches.length - 1))];
        int budget = (int) Math.max(FEWEST_COMPARISONS, MOST_COMPARISONS / rows.size());
        ThreadLocal<Searches> searches = ThreadLocal.withInitial(
                () -> new Searches(points.new Search(1, budget), points.new Search(Neighbourhood.NEAR, budget)));
        joinAll(IntStream.range(0, rows.size()).parallel().mapToObj(row -> copiesOf(row, searches.get(), reach)));
    }

    /** Two searches of one thread. */
    private record Searches(VantagePoints.Search nearest, VantagePoints.Search around) {}

    /** The nearest rows up to the first gap behind them, if it comes within reach: the search widens only as far as it must. */
    private static int[] copiesOf(int row, Searches searches, int reach) {
        if (searches.nearest().around(row, reach) == 0) {
            return new int[0];
        }
        long last = searches.nearest().distances()[0];
        while (last <= reach) {
            int found = searches.around().around(row, (int) (2 * last));
            if (found == Neighbourhood.NEAR) {
                return new int[0];
            }
            long farthest = found == 0 ? last : searches.around().distances()[found - 1];
            if (farthest <= last) {
                return IntStream.range(0, found).map(searches.around()::row).toArray();
            }
            last = farthest;
        }
        return new int[0];
    }

    private void joinByOffset(VantagePoints points, int offset) {
        int[] distances = copied.stream()
                .filter(probe -> probe.offset() == offset)
                .mapToInt(probe -> points.distance(probe.row(), probe.nearest(), Integer.MAX_VALUE))
                .sorted()
                .toArray();
        int limit = distances[(int) (.95 * (distances.length - 1))];
        for (int row = 0; row + offset < rows.size(); row++) {
            if (points.distance(row, row + offset, limit) <= limit) {
                sets.join(row, row + offset);
            }
        }
    }

    private void joinByColumns() {
        ColumnBlocks blocks = new ColumnBlocks(rows);
        joinAll(IntStream.range(0, rows.size()).parallel().mapToObj(blocks::copiesOf));
    }

    private void joinAll(Stream<int[]> copiesOfRows) {
        int[][] copies = copiesOfRows.toArray(int[][]::new);
        for (int row = 0; row < copies.length; row++) {
            for (int copy : copies[row]) {
                sets.join(row, copy);
            }
        }
    }
}
