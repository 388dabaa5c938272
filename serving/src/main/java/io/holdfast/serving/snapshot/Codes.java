package io.holdfast.serving.snapshot;

import java.util.Arrays;

/** One small number per row, in as many bytes as the largest needs: one, two or four. Grows at its end; afterwards it is only read. */
final class Codes {
    private static final int FIRST_ROOM = 1024;
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private byte[] bytes = new byte[FIRST_ROOM];
    private short[] shorts = {};
    private int[] ints = {};
    private int width = Byte.BYTES;
    private int size;

    /** @param code 0 or more */
    void add(int code) {
        widen(code);
        if (size == room()) {
            resize(size + (size >> 1) + 1);
        }
        switch (width) {
            case Byte.BYTES -> bytes[size] = (byte) code;
            case Short.BYTES -> shorts[size] = (short) code;
            default -> ints[size] = code;
        }
        size++;
    }

    int at(int row) {
        return switch (width) {
            case Byte.BYTES -> bytes[row] & BYTE;
            case Short.BYTES -> shorts[row] & SHORT;
            default -> ints[row];
        };
    }

    int size() {
        return size;
    }

    /** Gives back what growing took too much. */
    void trim() {
        resize(size);
    }

    long memory() {
        return (long) width * room();
    }

    private int room() {
        return switch (width) {
            case Byte.BYTES -> bytes.length;
            case Short.BYTES -> shorts.length;
            default -> ints.length;
        };
    }

    private void resize(int room) {
        switch (width) {
            case Byte.BYTES -> bytes = Arrays.copyOf(bytes, room);
            case Short.BYTES -> shorts = Arrays.copyOf(shorts, room);
            default -> ints = Arrays.copyOf(ints, room);
        }
    }

    private void widen(int code) {
        if (width == Byte.BYTES && code > BYTE) {
            shorts = new short[bytes.length];
            for (int row = 0; row < size; row++) {
                shorts[row] = (short) (bytes[row] & BYTE);
            }
            bytes = new byte[0];
            width = Short.BYTES;
        }
        if (width == Short.BYTES && code > SHORT) {
            ints = new int[shorts.length];
            for (int row = 0; row < size; row++) {
                ints[row] = shorts[row] & SHORT;
            }
            shorts = new short[0];
            width = Integer.BYTES;
        }
    }
}
