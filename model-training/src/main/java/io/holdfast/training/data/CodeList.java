package io.holdfast.training.data;

import java.util.Arrays;

/** A growing list of whole numbers from 0 on, one a row: two bytes each while all are below 65,536, else four. */
final class CodeList {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST = 64;

    private char[][] low = new char[0][];
    private char[][] high = new char[0][];
    private int size;

    void add(int code) {
        int chunk = size >>> CHUNK_BITS;
        int place = size & (CHUNK - 1);
        low = withRoom(low, chunk, place);
        low[chunk][place] = (char) code;
        if (code > Character.MAX_VALUE && high.length == 0) {
            high = new char[chunk + 1][CHUNK];
        }
        if (high.length > 0) {
            high = withRoom(high, chunk, place);
            high[chunk][place] = (char) (code >>> Character.SIZE);
        }
        size++;
    }

    /** Only the first chunk grows, since there may be thousands of short columns. */
    private static char[][] withRoom(char[][] chunks, int chunk, int place) {
        char[][] longer = chunk < chunks.length ? chunks : Arrays.copyOf(chunks, Math.max(1, 2 * chunk));
        if (place == 0) {
            longer[chunk] = new char[chunk == 0 ? FIRST : CHUNK];
        } else if (place == longer[chunk].length) {
            longer[chunk] = Arrays.copyOf(longer[chunk], 2 * place);
        }
        return longer;
    }

    int get(int row) {
        int chunk = row >>> CHUNK_BITS;
        int place = row & (CHUNK - 1);
        return high.length == 0 ? low[chunk][place] : low[chunk][place] | (high[chunk][place] << Character.SIZE);
    }

    int size() {
        return size;
    }

    int[] toArray() {
        int[] codes = new int[size];
        Arrays.setAll(codes, this::get);
        return codes;
    }
}
