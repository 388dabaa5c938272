package io.holdfast.training.data;

import java.util.Arrays;

/** A growing list of whole numbers from 0 on, one a row: one byte each while all are below 256, two while all are below 65,536, else four. */
final class CodeList {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST = 64;
    private static final int BYTE = 0xff;

    private byte[][] low = new byte[0][];
    // None as long as all codes do without.
    private byte[][] middle = new byte[0][];
    private char[][] high = new char[0][];
    private int size;

    void add(int code) {
        int chunk = size >>> CHUNK_BITS;
        int place = size & (CHUNK - 1);
        low = withRoom(low, chunk, place);
        low[chunk][place] = (byte) code;
        if (code > BYTE && middle.length == 0) {
            middle = besides(chunk);
        }
        if (middle.length > 0) {
            middle = withRoom(middle, chunk, place);
            middle[chunk][place] = (byte) (code >>> Byte.SIZE);
        }
        if (code > Character.MAX_VALUE && high.length == 0) {
            high = new char[chunk + 1][CHUNK];
        }
        if (high.length > 0) {
            high = withRoom(high, chunk);
            high[chunk][place] = (char) (code >>> Character.SIZE);
        }
        size++;
    }

    /** Only the first chunk grows, since there may be thousands of short columns. */
    private static byte[][] withRoom(byte[][] chunks, int chunk, int place) {
        byte[][] longer = chunk < chunks.length ? chunks : Arrays.copyOf(chunks, Math.max(1, 2 * chunk));
        if (longer[chunk] == null) {
            longer[chunk] = new byte[chunk == 0 ? FIRST : CHUNK];
        } else if (place == longer[chunk].length) {
            longer[chunk] = Arrays.copyOf(longer[chunk], 2 * place);
        }
        return longer;
    }

    /** As long as the chunks of the lowest bytes, so that both grow together. */
    private byte[][] besides(int last) {
        byte[][] chunks = new byte[low.length][];
        for (int chunk = 0; chunk <= last; chunk++) {
            chunks[chunk] = new byte[low[chunk].length];
        }
        return chunks;
    }

    private static char[][] withRoom(char[][] chunks, int chunk) {
        char[][] longer = chunk < chunks.length ? chunks : Arrays.copyOf(chunks, 2 * chunk);
        if (longer[chunk] == null) {
            longer[chunk] = new char[CHUNK];
        }
        return longer;
    }

    int get(int row) {
        int chunk = row >>> CHUNK_BITS;
        int place = row & (CHUNK - 1);
        int code = low[chunk][place] & BYTE;
        if (middle.length == 0) {
            return code;
        }
        code |= (middle[chunk][place] & BYTE) << Byte.SIZE;
        return high.length == 0 ? code : code | (high[chunk][place] << Character.SIZE);
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
