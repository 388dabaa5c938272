package io.holdfast.scoring.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes the shortest decimal that reads back as the same double, of equally short ones the nearest, straight into bytes:
 * character for character what {@link NumberText#write} gives, in two thirds of the time. Long lists consist of such numbers.
 *
 * <p>The method is that of R. Giulietti, "The Schubfach way to render doubles" (2021), for the middle range only, where
 * neither subnormal numbers nor exponents occur: a double c * 2^q lies in an interval of numbers that round to it; the power of
 * ten 10^-n just below the interval's length is the coarsest grid that is sure to have a point in it; and the next coarser grid
 * has at most one, which is taken if it is there. In this range c * 5^n has 100 bits at most, so that everything is exact by one multiplication.
 */
final class ShortestDecimal {
    /** The most bytes a number takes. */
    static final int MOST_BYTES = 32;

    private static final double SMALLEST = 1e-3;
    private static final double BEYOND = 1e7;
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1075;
    private static final long HIDDEN = 1L << FRACTION_BITS;
    /** Digits that are written behind the point before zeros at the end are dropped. */
    private static final int DIGITS = 17;

    private static final int MOST_POWER = 20;
    private static final long[] FIVES = new long[MOST_POWER + 1];
    private static final long[] TENS = new long[DIGITS + 2];
    private static final long ZEROS = 0x3030303030303030L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        FIVES[0] = 1;
        for (int n = 1; n < FIVES.length; n++) {
            FIVES[n] = 5 * FIVES[n - 1];
        }
        TENS[0] = 1;
        for (int n = 1; n < TENS.length; n++) {
            TENS[n] = 10 * TENS[n - 1];
        }
    }

    private ShortestDecimal() {}

    /** Whether the number lies in the range this class writes: one thousandth to ten million, of either sign. */
    static boolean writes(double value) {
        double size = Math.abs(value);
        return size >= SMALLEST && size < BEYOND;
    }

    /**
     * Writes a number.
     *
     * @param value one that {@link #writes} and that is not whole
     * @param bytes with at least {@value #MOST_BYTES} bytes of room
     * @param from where to begin
     * @return where the number ends
     */
    static int write(double value, byte[] bytes, int from) {
        long bits = Double.doubleToRawLongBits(value);
        int at = from;
        if (bits < 0) {
            bytes[at++] = '-';
        }
        int q = (int) ((bits >>> FRACTION_BITS) & 0x7FF) - EXPONENT_BIAS;
        long c = HIDDEN | (bits & (HIDDEN - 1));
        boolean regular = c != HIDDEN;
        // n = -k = -floor(log10(2^q)), for a power of two, whose interval is shorter below, -floor(log10(3/4 * 2^q)).
        int n = -(int) ((q * 661_971_961_083L - (regular ? 0 : 274_743_187_321L)) >> 41);
        // No whole number lies between a number and its shortest decimal.
        return digits((long) Math.abs(value), shortest(c, q, n, regular), n, bytes, at);
    }

    /** The decimal, in units of 10^-n. */
    private static long shortest(long c, int q, int n, boolean regular) {
        // In these units the number is c * 5^n / 2^cut; 20 to 43 bits are cut off.
        int cut = -(q + n);
        long five = FIVES[n];
        long lower = c * five;
        long below = (Math.multiplyHigh(c, five) << (Long.SIZE - cut)) | (lower >>> cut);
        // What follows is in quarters of the last bit cut off, so that the ends of the interval are whole, too.
        long unit = 4L << cut;
        long rest = (lower << 2) & (unit - 1);
        long reachBelow = regular ? 2 * five : five;
        long reachAbove = 2 * five;
        // The ends belong to the interval of an even number only.
        long odd = c & 1;
        long coarseBelow = below / 10 * 10;
        long toCoarseBelow = (below - coarseBelow) * unit + rest;
        // Which of them it is changes from number to number, so a mask of all bits or none takes the place of every
        // branch.
        long coarseBelowFits = negative(toCoarseBelow + odd - reachBelow - 1);
        long coarseAboveFits = negative(10 * unit - toCoarseBelow + odd - reachAbove - 1);
        long coarse = coarseBelow + (~coarseBelowFits & 10);
        long belowFits = negative(rest + odd - reachBelow - 1);
        long aboveFits = negative(unit - rest + odd - reachAbove - 1);
        long belowIsNearer = negative(2 * rest - unit + (below & 1) - 1);
        long fine = below + 1 + chosen(belowFits ^ aboveFits, belowFits, belowIsNearer);
        return chosen(coarseBelowFits ^ coarseAboveFits, coarse, fine);
    }

    /** All bits where the number is below zero, otherwise none. */
    private static long negative(long number) {
        return number >> (Long.SIZE - 1);
    }

    private static long chosen(long mask, long ifSet, long otherwise) {
        return (mask & ifSet) | (~mask & otherwise);
    }

    /**
     * Writes decimal * 10^-n, which is not whole.
     *
     * @param whole what stands before its point
     */
    private static int digits(long whole, long decimal, int n, byte[] bytes, int from) {
        int at = whole(whole, bytes, from);
        long fraction = n < DIGITS ? (decimal - whole * TENS[n]) * TENS[DIGITS - n] : decimal;
        bytes[at++] = '.';
        for (int zeros = n - DIGITS; zeros > 0; zeros--) {
            bytes[at++] = '0';
        }
        long upper = fraction / 100_000_000;
        long first = upper / 100_000_000;
        bytes[at++] = (byte) ('0' + first);
        long high = eight(upper - first * 100_000_000);
        long low = eight(fraction - upper * 100_000_000);
        LONGS.set(bytes, at, high | ZEROS);
        LONGS.set(bytes, at + Long.BYTES, low | ZEROS);
        return at + (low == 0 ? used(high) : Long.BYTES + used(low));
    }

    /** How many of eight digits come before the zeros at the end. */
    private static int used(long digits) {
        return Long.BYTES - Long.numberOfLeadingZeros(digits) / Byte.SIZE;
    }

    /** Writes a whole number of 0 or more, of at most 19 digits, and says where it ends. */
    static int whole(long whole, byte[] bytes, int from) {
        if (whole < 10) {
            bytes[from] = (byte) ('0' + whole);
            return from + 1;
        }
        int at = whole(whole / 10, bytes, from);
        bytes[at] = (byte) ('0' + whole % 10);
        return at + 1;
    }

    /**
     * The eight digits of a number below 10^8, one in each byte, the first in the lowest: split into halves three times, all parts of a step at once.
     * The multiplications are divisions by 10,000, by 100 and by 10 that are exact for parts of this size.
     */
    private static long eight(long number) {
        long fours = (number * 109_951_163) >>> 40;
        fours |= (number - fours * 10_000) << 32;
        long twos = ((fours * 10_486) >>> 20) & 0x7F_0000_007FL;
        twos |= (fours - twos * 100) << 16;
        long ones = ((twos * 103) >>> 10) & 0xF_000F_000F_000FL;
        return ones | (twos - ones * 10) << 8;
    }
}
