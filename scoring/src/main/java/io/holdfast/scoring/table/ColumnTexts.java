package io.holdfast.scoring.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first few hundred different texts of a column, found by their bytes: a category that recurs costs no memory and no decoding, and whoever
 * reads rows can keep what a text means by its number.
 */
final class ColumnTexts {
    /** Bytes behind a cell that may be looked at, whatever they are. */
    static final int SLACK = Long.BYTES;
    /** The most texts that are numbered; a column of more is no category. */
    static final int MOST = 256;

    static final int NONE = -1;
    /** A power of two. */
    private static final int SLOTS = 2 * MOST;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD_A = 0x9E3779B97F4A7C15L;
    private static final long ODD_B = 0xBF58476D1CE4E5B9L;

    private final short[] slots = new short[SLOTS];
    private final long[] heads = new long[MOST];
    private final long[] tails = new long[MOST];
    private final byte[][] raw = new byte[MOST][];
    private final String[] texts = new String[MOST];
    private int size;

    /**
     * The number of a cell's text, from 0.
     *
     * @param bytes with {@value #SLACK} more behind the cell
     * @param quotes whether quotes in it stand twice
     * @return {@link #NONE} where there are too many texts, or the bytes are not UTF-8
     */
    int number(byte[] bytes, int from, int to, boolean quotes) {
        int length = to - from;
        long head = (long) LONGS.get(bytes, from);
        long tail = 0;
        if (length < Long.BYTES) {
            head &= (1L << (Byte.SIZE * length)) - 1;
        } else {
            tail = (long) LONGS.get(bytes, to - Long.BYTES);
        }
        long mixed = (head + length) * ODD_A ^ tail * ODD_B;
        int slot = (int) ((mixed ^ (mixed >>> 29)) * ODD_B >>> 32) & (SLOTS - 1);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (heads[number] == head && tails[number] == tail && isSame(raw[number], bytes, from, to)) {
                return number;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return size == MOST ? NONE : add(slot, head, tail, Arrays.copyOfRange(bytes, from, to), quotes);
    }

    /** Whether two cells are the same whose ends are. */
    private static boolean isSame(byte[] known, byte[] bytes, int from, int to) {
        int length = to - from;
        return known.length == length
                && (length <= 2 * Long.BYTES || Arrays.equals(known, 0, length, bytes, from, to));
    }

    private int add(int slot, long head, long tail, byte[] cell, boolean quotes) {
        String text = decoded(cell, 0, cell.length, quotes);
        if (isSuspect(text)) {
            return NONE;
        }
        heads[size] = head;
        tails[size] = tail;
        raw[size] = cell;
        texts[size] = text;
        slots[slot] = (short) (size + 1);
        return size++;
    }

    /** The text of a number. */
    String text(int number) {
        return texts[number];
    }

    /** The text of a cell. */
    static String decoded(byte[] bytes, int from, int to, boolean quotes) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // A constant is the very object that look-ups among constants compare first.
        return text.isEmpty() ? "" : quotes ? text.replace("\"\"", "\"") : text;
    }

    /** Whether a decoded text may stand for bytes that are not UTF-8. */
    static boolean isSuspect(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }
}
