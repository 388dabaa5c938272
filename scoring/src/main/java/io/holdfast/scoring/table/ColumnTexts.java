package io.holdfast.scoring.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first so many different texts of a column, found by their bytes: what recurs costs no memory and no decoding, and whoever reads rows
 * can keep what a text means by its number. Most of its statements avoid branches that depend on the cell, as the processor would guess them wrong.
 */
final class ColumnTexts {
    /** Bytes behind a cell that may be looked at, whatever they are. */
    static final int SLACK = Long.BYTES;
    /** The most texts of a column that may be numbered. */
    static final int MOST = 1 << 11;
    /** The most bytes of a text that is numbered. */
    static final int LONGEST = 64;

    static final int NONE = -1;
    private static final int FIRST_ROOM = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD_A = 0x9E3779B97F4A7C15L;
    private static final long ODD_B = 0xBF58476D1CE4E5B9L;
    /** What of eight bytes belongs to a cell of 0 to 8 bytes. */
    private static final long[] MASKS = new long[Long.BYTES + 1];

    static {
        for (int length = 1; length <= Long.BYTES; length++) {
            MASKS[length] = (MASKS[length - 1] << Byte.SIZE) | 0xFF;
        }
    }

    /** Numbers, and 1; twice as many places as there can be texts, a power of two. */
    private short[] slots = new short[2 * FIRST_ROOM];

    /** Leaves the highest bits of a product, as many as a place has. */
    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(2 * FIRST_ROOM);

    private long[] heads = new long[FIRST_ROOM];
    private long[] tails = new long[FIRST_ROOM];
    private byte[][] raw = new byte[FIRST_ROOM][];
    /** Volatile, as rows that were read before it grows are asked for their texts by other threads. */
    private volatile String[] texts = new String[FIRST_ROOM];

    private final int most;
    private int size;
    private int found;
    private boolean closed;

    /** @param most texts that are numbered, up to {@value #MOST}; where few have come again by then, looking for them ends */
    ColumnTexts(int most) {
        this.most = most;
    }

    /**
     * The number of a cell's text, from 0.
     *
     * @param bytes with {@value #SLACK} more behind the cell, in which there is no NUL
     * @param quotes whether quotes in it stand twice
     * @return {@link #NONE} where there are too many texts, it is too long, or the bytes are not UTF-8
     */
    int number(byte[] bytes, int from, int to, boolean quotes) {
        int length = to - from;
        if (closed || length > LONGEST) {
            return NONE;
        }
        long mask = MASKS[Math.min(length, Long.BYTES)];
        long head = (long) LONGS.get(bytes, from) & mask;
        // Never 0 for a longer cell, as there is no NUL in one; so a short cell is known by its head.
        long tail = length <= Long.BYTES ? 0 : (long) LONGS.get(bytes, to - Long.BYTES);
        int slot = slot(head, tail);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (heads[number] == head && tails[number] == tail && (tail == 0 || isSame(raw[number], bytes, from, to))) {
                found++;
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return size == most ? NONE : add(head, tail, Arrays.copyOfRange(bytes, from, to), quotes);
    }

    private int slot(long head, long tail) {
        return (int) ((head * ODD_A + tail * ODD_B) >>> shift);
    }

    /** Whether two cells are the same whose ends are. */
    private static boolean isSame(byte[] known, byte[] bytes, int from, int to) {
        int length = to - from;
        return known.length == length && (length <= 2 * Long.BYTES || Arrays.equals(known, 0, length, bytes, from, to));
    }

    private int add(long head, long tail, byte[] cell, boolean quotes) {
        String text = decoded(cell, 0, cell.length, quotes);
        if (isSuspect(text)) {
            return NONE;
        }
        if (size == texts.length) {
            grow();
        }
        heads[size] = head;
        tails[size] = tail;
        raw[size] = cell;
        texts[size] = text;
        place(size);
        // Ids and amounts are not worth looking for any further.
        closed = size == most - 1 && found < most;
        return size++;
    }

    private void grow() {
        int room = 2 * size;
        heads = Arrays.copyOf(heads, room);
        tails = Arrays.copyOf(tails, room);
        raw = Arrays.copyOf(raw, room);
        texts = Arrays.copyOf(texts, room);
        slots = new short[2 * room];
        shift--;
        for (int number = 0; number < size; number++) {
            place(number);
        }
    }

    private void place(int number) {
        int slot = slot(heads[number], tails[number]);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (short) (number + 1);
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
