package io.holdfast.serving.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One id per row, as UTF-8, one behind the other; and where each one is first found. */
final class Ids {
    /** No row has that id. */
    static final int NONE = -1;

    private static final int FIRST_ROOM = 1024;
    private static final int TYPICAL_BYTES = 12;
    private static final int PRIME = 0x01000193;
    private static final int BASIS = 0x811C9DC5;
    private static final int SCATTER = 0x9E3779B9;

    private byte[] text = new byte[TYPICAL_BYTES * FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private int[] slots = {};
    private int[] next = {};
    private int size;

    void add(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int start = start(size);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        if (bytes.length > text.length - start) {
            text = Arrays.copyOf(text, Math.addExact(Math.max(text.length, bytes.length), text.length >> 1));
        }
        System.arraycopy(bytes, 0, text, start, bytes.length);
        ends[size++] = start + bytes.length;
    }

    String at(int row) {
        return new String(text, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
    }

    /** The first row that has an id; {@link #NONE} where none has. Only after {@link #finish}. */
    int first(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int mask = slots.length - 1;
        for (int slot = slot(bytes, 0, bytes.length, mask); slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            if (Arrays.equals(text, start(row), ends[row], bytes, 0, bytes.length)) {
                return row;
            }
        }
        return NONE;
    }

    /** The next row with the same id; {@link #NONE} where no other follows. Only after {@link #finish}. */
    int next(int row) {
        return next.length == 0 ? NONE : next[row];
    }

    /** Makes the ids findable; to be called when no row follows. */
    void finish() {
        text = Arrays.copyOf(text, start(size));
        ends = Arrays.copyOf(ends, size);
        slots = new int[Integer.highestOneBit(Math.max(1, size)) << 2];
        int mask = slots.length - 1;
        // From the end, so that the first of equal ones is the one found.
        for (int row = size - 1; row >= 0; row--) {
            int slot = slot(text, start(row), ends[row], mask);
            while (slots[slot] != 0 && !same(slots[slot] - 1, row)) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] != 0) {
                if (next.length == 0) {
                    next = new int[size];
                    Arrays.fill(next, NONE);
                }
                next[row] = slots[slot] - 1;
            }
            slots[slot] = row + 1;
        }
    }

    long memory() {
        return text.length + (long) Integer.BYTES * (ends.length + slots.length + next.length);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private boolean same(int row, int other) {
        return Arrays.equals(text, start(row), ends[row], text, start(other), ends[other]);
    }

    /** FNV-1a (Fowler, Noll, Vo), its upper bits spread over the table. */
    private static int slot(byte[] bytes, int from, int to, int mask) {
        int hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        hash *= SCATTER;
        return (hash ^ (hash >>> 15)) & mask;
    }
}
