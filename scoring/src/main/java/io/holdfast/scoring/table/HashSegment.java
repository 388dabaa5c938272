package io.holdfast.scoring.table;

/** A set of hashes with open addressing. Grows by half when it is five sixths full, so it is never less than five ninths full. */
final class HashSegment {
    private static final int FIRST_ROOM = 48;

    private long[] slots = new long[FIRST_ROOM];
    private int size;

    /** Adds a hash; false if it is there already. Zero marks a free slot, so it is noted as one. */
    boolean add(long hash) {
        long noted = hash == 0 ? 1 : hash;
        int slot = slot(slots, noted);
        if (slots[slot] == noted) {
            return false;
        }
        if (6L * (size + 1) > 5L * slots.length) {
            grow();
            slot = slot(slots, noted);
        }
        slots[slot] = noted;
        size++;
        return true;
    }

    long bytes() {
        return (long) slots.length * Long.BYTES;
    }

    private void grow() {
        long[] larger = new long[Math.toIntExact(slots.length * 3L / 2)];
        for (long noted : slots) {
            if (noted != 0) {
                larger[slot(larger, noted)] = noted;
            }
        }
        slots = larger;
    }

    /** The slot the hash is in, or the free one it belongs into: the first from where its high bits point. */
    private static int slot(long[] slots, long hash) {
        int slot = (int) (((hash >>> 32) * slots.length) >>> 32);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }
}
