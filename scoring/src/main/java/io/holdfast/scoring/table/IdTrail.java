package io.holdfast.scoring.table;

import java.util.Arrays;

/**
 * Ids by the million, noted for one later question: whether any came twice. Takes a fraction of the time of {@link DuplicateIds}, which looks in all of memory
 * for every id as it comes: here ids are put down one behind the other, in drawers by their hash, and each drawer is gone
 * through as a whole, in the processor's cache. Keeps 64 bits of each id, at most 16 bytes an id once there are many. For one thread.
 */
public final class IdTrail {
    private static final int DRAWERS = 256;
    private static final int FIRST_ROOM = 32;

    private final long[][] drawers = new long[DRAWERS][FIRST_ROOM];
    private final int[] sizes = new int[DRAWERS];
    private long size;

    /** Notes an id. */
    public void add(String id) {
        long hash = IdHash.of(id);
        int drawer = (int) hash & (DRAWERS - 1);
        int at = sizes[drawer];
        if (at == drawers[drawer].length) {
            drawers[drawer] = Arrays.copyOf(drawers[drawer], Math.toIntExact(at * 3L / 2));
        }
        drawers[drawer][at] = hash;
        sizes[drawer] = at + 1;
        size++;
    }

    /** How many ids were noted. */
    public long size() {
        return size;
    }

    /**
     * Whether an id was noted twice: never false if one was; true without one hardly ever (once in about 400,000 tables of ten
     * million ids), so a repetition is certain only when {@link DuplicateIds#first} has found it.
     */
    public boolean mayRepeat() {
        long[] slots = new long[0];
        for (int drawer = 0; drawer < DRAWERS; drawer++) {
            int room = 4 * Integer.highestOneBit(Math.max(1, sizes[drawer]));
            if (slots.length < room) {
                slots = new long[room];
            } else {
                Arrays.fill(slots, 0, room, 0);
            }
            if (repeats(drawers[drawer], sizes[drawer], slots, room)) {
                return true;
            }
        }
        return false;
    }

    /** @param room a power of two, at least twice the size; so many slots are zero, which marks a free one: the hash zero counts as one */
    private static boolean repeats(long[] hashes, int size, long[] slots, int room) {
        int shift = Long.SIZE - Integer.numberOfTrailingZeros(room);
        for (int i = 0; i < size; i++) {
            long noted = hashes[i] == 0 ? 1 : hashes[i];
            int slot = (int) (noted >>> shift);
            while (slots[slot] != 0) {
                if (slots[slot] == noted) {
                    return true;
                }
                slot = (slot + 1) & (room - 1);
            }
            slots[slot] = noted;
        }
        return false;
    }

    /** The memory the ids take, in bytes. */
    long bytes() {
        long bytes = 0;
        for (long[] drawer : drawers) {
            bytes += (long) drawer.length * Long.BYTES;
        }
        return bytes;
    }
}
