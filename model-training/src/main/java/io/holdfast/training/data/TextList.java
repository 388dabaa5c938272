package io.holdfast.training.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing list of short texts, one a row, each in the bytes of its UTF-8 and four more. */
final class TextList {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** The texts of a chunk of rows one behind the other, and where each ends. */
    private static final class Chunk {
        private byte[] bytes = new byte[1024];
        private int[] ends = new int[64];
        private int size;

        void add(byte[] text) {
            int start = end(size - 1);
            if (start + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(start + text.length, bytes.length + (bytes.length >> 1)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            System.arraycopy(text, 0, bytes, start, text.length);
            ends[size++] = start + text.length;
        }

        private int end(int place) {
            return place < 0 ? 0 : ends[place];
        }

        String get(int place) {
            int start = end(place - 1);
            return new String(bytes, start, ends[place] - start, StandardCharsets.UTF_8);
        }
    }

    private Chunk[] chunks = new Chunk[1];
    private int size;

    void add(String text) {
        int chunk = size >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if ((size & (CHUNK - 1)) == 0) {
            chunks[chunk] = new Chunk();
        }
        chunks[chunk].add(text.getBytes(StandardCharsets.UTF_8));
        size++;
    }

    String get(int row) {
        return chunks[row >>> CHUNK_BITS].get(row & (CHUNK - 1));
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
