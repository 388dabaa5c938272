package io.holdfast.scoring.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Notices ids that occur twice among millions, keeping 64 bits of each: at most 16 bytes an id once there are many.
 *
 * <p>Two different ids may have the same bits, though hardly ever (once in about 400,000 tables of ten million ids), so a repetition is certain only when
 * {@link #confirm} has found it in the file. For one thread.
 */
public final class DuplicateIds {
    /** No position. */
    public static final int NONE = -1;

    private static final int SEGMENTS = 256;

    private final HashSegment[] segments = new HashSegment[SEGMENTS];
    private long size;
    private long fetched;

    /** No ids yet. */
    public DuplicateIds() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new HashSegment();
        }
    }

    /**
     * Notes an id.
     *
     * @return false if it, or in very rare cases another one, was noted before
     */
    public boolean add(String id) {
        return add(IdHash.of(id));
    }

    /**
     * Notes ids one after the other, up to the first that was noted before. Much faster than one at a time: where each has its place is
     * fetched from memory for all of them at once.
     *
     * @param to behind the last
     * @return the position of that one, or {@link #NONE}
     */
    public int add(String[] ids, int from, int to) {
        long[] hashes = new long[to - from];
        long all = 0;
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = IdHash.of(ids[from + i]);
            all ^= segment(hashes[i]).fetch(hashes[i]);
        }
        // What is never used is never fetched.
        fetched = all;
        for (int i = 0; i < hashes.length; i++) {
            if (!add(hashes[i])) {
                return from + i;
            }
        }
        return NONE;
    }

    private boolean add(long hash) {
        boolean added = segment(hash).add(hash);
        size += added ? 1 : 0;
        return added;
    }

    /** The segment takes the low bits, the place within it the high ones. */
    private HashSegment segment(long hash) {
        return segments[(int) hash & (SEGMENTS - 1)];
    }

    /** What was last fetched, of no use to anybody. */
    long fetched() {
        return fetched;
    }

    /** How many different ids there are. */
    public long size() {
        return size;
    }

    /** The memory the ids take, in bytes. */
    long bytes() {
        long bytes = 0;
        for (HashSegment segment : segments) {
            bytes += segment.bytes();
        }
        return bytes;
    }

    /**
     * An id that occurs twice.
     *
     * @param firstLine where its first row begins
     * @param secondLine where its second row begins
     */
    public record Duplicate(String id, long firstLine, long secondLine) {}

    /**
     * Looks for the first two rows with exactly this id, reading the table anew up to the second.
     *
     * @param idOf the id of a row, as it was noted
     * @throws io.holdfast.scoring.fault.InputException if the table cannot be read
     */
    public static Optional<Duplicate> confirm(
            Path file, TableFormat format, Function<TableRow, String> idOf, String id) {
        try (TableReader table = TableReader.open(file, format)) {
            long first = 0;
            while (table.advance()) {
                TableRow row = table.row();
                if (idOf.apply(row).equals(id)) {
                    if (first > 0) {
                        return Optional.of(new Duplicate(id, first, row.line()));
                    }
                    first = row.line();
                }
            }
            return Optional.empty();
        }
    }
}
