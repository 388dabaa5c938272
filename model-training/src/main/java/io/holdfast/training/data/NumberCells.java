package io.holdfast.training.data;

import java.util.Arrays;

/** The quantities of a column, NaN where missing. */
sealed interface NumberCells {
    int size();

    double value(int row);

    /** As they are. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and nobody else holds the array
    record Plain(double[] values) implements NumberCells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double value(int row) {
            return values[row];
        }
    }

    /** Few different values, of which every row holds the position of its own in two bytes. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Coded(double[] distinct, CodeList codes) implements NumberCells {
        @Override
        public int size() {
            return codes.size();
        }

        @Override
        public double value(int row) {
            return distinct[codes.get(row)];
        }
    }

    /** Collects values, coded until there are too many different ones. */
    final class Builder {
        private static final int MOST_DISTINCT = Character.MAX_VALUE;
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        private double[] distinct = new double[16];
        private int count;
        private CodeList codes = new CodeList();
        /** An open hash table of positions in {@link #distinct}, plus 1. */
        private char[] slots = new char[32];

        private double[] values = new double[0];
        private int size;

        void add(double value) {
            if (slots.length > 0) {
                int code = code(value);
                if (code < MOST_DISTINCT) {
                    codes.add(code);
                    return;
                }
                becomePlain();
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        private int code(double value) {
            long bits = Double.doubleToLongBits(value);
            int slot = slot(bits);
            while (slots[slot] != 0) {
                if (Double.doubleToLongBits(distinct[slots[slot] - 1]) == bits) {
                    return slots[slot] - 1;
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            if (count == MOST_DISTINCT) {
                return MOST_DISTINCT;
            }
            if (count == distinct.length) {
                grow();
                return code(value);
            }
            distinct[count++] = value;
            slots[slot] = (char) count;
            return count - 1;
        }

        private int slot(long bits) {
            return (int) ((bits * SPREAD) >>> Integer.SIZE) & (slots.length - 1);
        }

        private void grow() {
            distinct = Arrays.copyOf(distinct, 2 * count);
            slots = new char[4 * count];
            for (int code = 0; code < count; code++) {
                int slot = slot(Double.doubleToLongBits(distinct[code]));
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = (char) (code + 1);
            }
        }

        private void becomePlain() {
            size = codes.size();
            values = new double[Math.max(2 * size, 16)];
            for (int row = 0; row < size; row++) {
                values[row] = distinct[codes.get(row)];
            }
            slots = new char[0];
            distinct = new double[0];
            codes = new CodeList();
        }

        NumberCells build() {
            return slots.length > 0
                    ? new Coded(Arrays.copyOf(distinct, count), codes)
                    : new Plain(Arrays.copyOf(values, size));
        }
    }
}
