package io.holdfast.training.data;

import java.util.Arrays;

/** A growing list of whole numbers, one a row, in pieces, so that growing copies nothing and leaves no room unused. */
final class RowNumbers {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private long[][] chunks = new long[1][];
    private int size;

    void add(long value) {
        int chunk = size >>> CHUNK_BITS;
        int place = size & (CHUNK - 1);
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (place == 0) {
            chunks[chunk] = new long[CHUNK];
        }
        chunks[chunk][place] = value;
        size++;
    }

    long get(int row) {
        return chunks[row >>> CHUNK_BITS][row & (CHUNK - 1)];
    }

    int size() {
        return size;
    }
}
