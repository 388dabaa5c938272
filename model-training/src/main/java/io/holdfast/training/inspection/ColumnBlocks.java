package io.holdfast.training.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rows that differ from one in three columns at most: of four blocks of columns, one is equal in both. Rows are sorted by each
 * block, and a row is compared with the nearest in its run.
 */
final class ColumnBlocks {
    private static final int BLOCKS = 4;

    /** Rows compared on either side within a run; a longer run is of rows that have little to tell them apart. */
    private static final int REACH = 100;

    private final ComparedRows rows;

    // By block: hash of the block's codes in the high half, row in the low half, ascending; and where each row stands.
    private final long[][] sorted = new long[BLOCKS][];
    private final int[][] places = new int[BLOCKS][];

    ColumnBlocks(ComparedRows rows) {
        this.rows = rows;
        Integer[] columns = new Integer[rows.width()];
        Arrays.setAll(columns, c -> c);
        // The columns that tell most are dealt to the blocks in turn.
        Arrays.sort(
                columns,
                (a, b) -> Integer.compare(
                        rows.column(b).distinct(), rows.column(a).distinct()));
        for (int block = 0; block < BLOCKS; block++) {
            sorted[block] = sorted(columns, block);
            places[block] = new int[rows.size()];
            for (int place = 0; place < rows.size(); place++) {
                places[block][(int) sorted[block][place]] = place;
            }
        }
    }

    private long[] sorted(Integer[] columns, int block) {
        long[] keys = new long[rows.size()];
        for (int i = block; i < columns.length; i += BLOCKS) {
            char[] codes = rows.column(columns[i]).codes();
            for (int row = 0; row < keys.length; row++) {
                long mixed = (keys[row] ^ codes[row]) * 0x9E3779B97F4A7C15L;
                keys[row] = mixed ^ (mixed >>> Integer.SIZE);
            }
        }
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (keys[row] << Integer.SIZE) | row;
        }
        Arrays.sort(keys);
        return keys;
    }

    /** The rows that differ in two columns at most, if no row differs in just one more; none otherwise. */
    int[] copiesOf(int row) {
        List<List<Integer>> alike = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int block = 0; block < BLOCKS; block++) {
            int place = places[block][row];
            long run = sorted[block][place] >> Integer.SIZE;
            for (int i = place - 1; i >= Math.max(0, place - REACH) && sorted[block][i] >> Integer.SIZE == run; i--) {
                enter(row, (int) sorted[block][i], alike);
            }
            int end = Math.min(rows.size() - 1, place + REACH);
            for (int i = place + 1; i <= end && sorted[block][i] >> Integer.SIZE == run; i++) {
                enter(row, (int) sorted[block][i], alike);
            }
        }
        for (int most = 2; most >= 0; most--) {
            if (!alike.get(most).isEmpty() && alike.get(most + 1).isEmpty()) {
                int[] copies = alike.subList(0, most + 1).stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .toArray();
                return copies.length < Neighbourhood.NEAR ? copies : new int[0];
            }
        }
        return new int[0];
    }

    private void enter(int row, int other, List<List<Integer>> alike) {
        int differing = 0;
        for (int c = 0; c < rows.width() && differing < alike.size(); c++) {
            char[] codes = rows.column(c).codes();
            differing += codes[row] == codes[other] ? 0 : 1;
        }
        if (differing < alike.size()) {
            alike.get(differing).add(other);
        }
    }
}
