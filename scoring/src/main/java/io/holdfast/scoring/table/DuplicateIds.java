package io.holdfast.scoring.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notices ids that occur twice among millions as they come, keeping 64 bits of each: at most 16 bytes an id once there are many.
 *
 * <p>Two different ids may have the same bits, though hardly ever (once in about 400,000 tables of ten million ids), so a repetition is certain only when
 * the ids themselves have been compared. For one thread.
 */
public final class DuplicateIds {
    private static final int SEGMENTS = 256;

    private final HashSegment[] segments = new HashSegment[SEGMENTS];
    private long size;

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
        long hash = IdHash.of(id);
        // The segment takes the low bits, the place within it the high ones.
        boolean added = segments[(int) hash & (SEGMENTS - 1)].add(hash);
        size += added ? 1 : 0;
        return added;
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
     * @param second its second row
     */
    public record Duplicate(long firstLine, TableRow second) {}

    /**
     * Looks for the first row of a table whose id stands in an earlier one, reading the table anew up to there.
     *
     * @param idOf the id of a row; null where it does not count
     * @throws io.holdfast.scoring.fault.InputException if the table cannot be read
     */
    public static Optional<Duplicate> first(Path file, TableFormat format, Function<TableRow, @Nullable String> idOf) {
        DuplicateIds seen = new DuplicateIds();
        try (TableReader table = TableReader.open(file, format)) {
            while (table.advance()) {
                TableRow row = table.row();
                @Nullable String id = idOf.apply(row);
                if (id != null && !seen.add(id)) {
                    long earlier = lineOf(file, format, idOf, id);
                    if (earlier < row.line()) {
                        return Optional.of(new Duplicate(earlier, row));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** The line of the first row with this id, which is in the table. */
    private static long lineOf(Path file, TableFormat format, Function<TableRow, @Nullable String> idOf, String id) {
        try (TableReader table = TableReader.open(file, format)) {
            while (table.advance()) {
                if (id.equals(idOf.apply(table.row()))) {
                    return table.row().line();
                }
            }
            return Long.MAX_VALUE;
        }
    }
}
