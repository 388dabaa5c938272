package io.holdfast.serving.snapshot;

import java.util.Arrays;

/**
 * The numbers of one column, to the bit. As long as there are few different ones, each row has the code of its number; beyond {@value #MOST_CODES}, all rows
 * have their number itself.
 */
final class NumberColumn {
    /** The most different numbers that are coded: then a row takes two bytes rather than eight. */
    static final int MOST_CODES = 0xFFFF;

    private static final int FIRST_ROOM = 64;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private Codes codes = new Codes();
    private double[] numbers = new double[FIRST_ROOM];
    /** By code; that of what is missing is 0. In {@link #numbers} otherwise. */
    private boolean coded = true;

    private int known = 1;
    private int size;
    private int[] slots = new int[2 * FIRST_ROOM];

    NumberColumn() {
        numbers[0] = Double.NaN;
    }

    /** @param number NaN where it is missing */
    void add(double number) {
        if (coded) {
            int code = code(number);
            if (code <= MOST_CODES) {
                codes.add(code);
                size++;
                return;
            }
            spell();
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = number;
    }

    /** NaN where it is missing. */
    double at(int row) {
        return coded ? numbers[codes.at(row)] : numbers[row];
    }

    /** To be called when no row follows. */
    void finish() {
        slots = new int[0];
        codes.trim();
        numbers = Arrays.copyOf(numbers, coded ? known : size);
    }

    long memory() {
        return codes.memory() + (long) Double.BYTES * numbers.length;
    }

    private int code(double number) {
        if (Double.isNaN(number)) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(number);
        int mask = slots.length - 1;
        int slot = slot(bits, mask);
        while (slots[slot] != 0) {
            if (Double.doubleToRawLongBits(numbers[slots[slot]]) == bits) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return known > MOST_CODES ? known : learn(number, slot);
    }

    private int learn(double number, int slot) {
        if (known == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * known);
        }
        numbers[known] = number;
        slots[slot] = known++;
        if (2 * known > slots.length) {
            rehash();
        }
        return known - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int code = 1; code < known; code++) {
            int slot = slot(Double.doubleToRawLongBits(numbers[code]), mask);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code;
        }
    }

    private static int slot(long bits, int mask) {
        return (int) ((bits * SCATTER) >>> Integer.SIZE) & mask;
    }

    /** Gives every row its number. */
    private void spell() {
        double[] rows = new double[Math.max(FIRST_ROOM, size + (size >> 1))];
        for (int row = 0; row < size; row++) {
            rows[row] = numbers[codes.at(row)];
        }
        numbers = rows;
        codes = new Codes();
        codes.trim();
        slots = new int[0];
        coded = false;
    }
}
