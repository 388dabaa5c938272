package io.holdfast.scoring.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes hexadecimal digits, eight at once. */
final class Hexadecimal {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long DIGITS = 0x0F0F0F0F0F0F0F0FL;
    private static final long ONES = 0x0101010101010101L;
    private static final long ZEROS = '0' * ONES;
    private static final long TO_SIXTEEN = 6 * ONES;
    private static final int TO_LETTERS = 'a' - '9' - 1;

    private Hexadecimal() {}

    /** Writes the sixteen digits of 64 bits, letters small. */
    static void write(long bits, byte[] bytes, int from) {
        LONGS.set(bytes, from, eight(bits >>> Integer.SIZE));
        LONGS.set(bytes, from + Long.BYTES, eight(bits & 0xFFFF_FFFFL));
    }

    /** The digits of 32 bits, each spread into a byte; those from ten on are moved from behind the nine to the letters. */
    private static long eight(long bits) {
        long spread = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFFL;
        spread = (spread | (spread << 8)) & 0x00FF_00FF_00FF_00FFL;
        spread = (spread | (spread << 4)) & DIGITS;
        long letters = ((spread + TO_SIXTEEN) >>> 4) & ONES;
        return spread + ZEROS + letters * TO_LETTERS;
    }
}
