package io.holdfast.scoring.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where a cell ends, eight bytes at a time: most cells are shorter, so that the processor need not guess how long each one is. The formulas for
 * equal and small bytes are those of H. Warren, "Hacker's Delight" (2nd edition, section 6-1); the lowest mark is exact.
 */
final class CellEnds {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long BLANKS = eightOf(' ');
    private static final byte TAB = '\t';

    private CellEnds() {}

    /** An ASCII character, eight times. */
    static long eightOf(char c) {
        return c * ONES;
    }

    /**
     * The first byte from here on that is one of two characters or a control character other than a tab; there must be one.
     *
     * @param one eight times the first character
     * @param other eight times the second, which may be the tab
     */
    static int find(byte[] bytes, int from, long one, long other) {
        int at = from;
        while (true) {
            long eight = (long) LONGS.get(bytes, at);
            long marks = (below(eight, BLANKS) | below(eight ^ one, ONES) | below(eight ^ other, ONES)) & HIGH;
            if (marks == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            if (bytes[at] != TAB || (byte) other == TAB) {
                return at;
            }
            at++;
        }
    }

    /** In the highest bit of a byte, whether the byte is below that of the limits, which are at most 128; right up to the first one that is. */
    private static long below(long eight, long limits) {
        return (eight - limits) & ~eight;
    }
}
