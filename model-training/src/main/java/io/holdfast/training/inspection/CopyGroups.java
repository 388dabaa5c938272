package io.holdfast.training.inspection;

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

    private static final int FEWEST_COMPARISONS = 1000;

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
        int within = 2 * reach + 1;
        int budget = (int) Math.max(FEWEST_COMPARISONS, MOST_COMPARISONS / rows.size());
        ThreadLocal<VantagePoints.Search> searches =
                ThreadLocal.withInitial(() -> points.new Search(Neighbourhood.NEAR, budget));
        joinAll(IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(row -> copiesOf(row, searches.get(), reach, within)));
    }

    /** The nearest rows up to the farthest gap within reach, the end of what was searched being one. */
    private static int[] copiesOf(int row, VantagePoints.Search search, int reach, int within) {
        int found = search.around(row, within);
        int[] distances = search.distances();
        for (int copies = Math.min(found, Neighbourhood.NEAR - 1); copies > 0; copies--) {
            long last = distances[copies - 1];
            boolean gap = copies == found || (distances[copies] > 0 && 2 * last <= distances[copies]);
            if (last <= reach && gap) {
                return IntStream.range(0, copies).map(search::row).toArray();
            }
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
