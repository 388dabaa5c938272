package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Names predictions by what went into them. Not thread-safe. */
final class PredictionIds {
    private static final int ID_BYTES = 16;
    private static final int ROOM = 512;

    private final MessageDigest sha = Sha256.digest();
    private final int start;
    private byte[] buffer;
    private int length;

    /** @param modelDigest hexadecimal; stays at the beginning of the buffer */
    PredictionIds(String modelDigest) {
        byte[] model = HexFormat.of().parseHex(modelDigest);
        start = model.length;
        buffer = Arrays.copyOf(model, ROOM);
    }

    /**
     * The first 128 bits of a SHA-256 over the model's digest, the id, the as-of day since 1970 (8 bytes) and every value:
     * a zero byte when it is missing, a byte 1 and its IEEE 754 bits for a number, text otherwise. Text is its number of
     * UTF-16 units plus one, in groups of seven bits, the lowest first, then each unit as UTF-8 writes a character.
     */
    String of(CustomerRecord customer, int inputs) {
        length = start;
        putText(customer.id());
        putLong(customer.asOf().toEpochDay());
        for (int i = 0; i < inputs; i++) {
            if (!customer.has(i)) {
                putByte(0);
            } else if (Double.isNaN(customer.number(i))) {
                putText(customer.level(i));
            } else {
                putByte(1);
                putLong(Double.doubleToLongBits(customer.number(i)));
            }
        }
        sha.update(buffer, 0, length);
        return HexFormat.of().formatHex(sha.digest(), 0, ID_BYTES);
    }

    private void putByte(int value) {
        reserve(1);
        buffer[length++] = (byte) value;
    }

    private void putLong(long value) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void putText(String text) {
        int units = text.length();
        reserve(Long.BYTES + 3 * units);
        int count = units + 1;
        for (; count >= 0x80; count >>>= 7) {
            buffer[length++] = (byte) (count | 0x80);
        }
        buffer[length++] = (byte) count;
        for (int i = 0; i < units; i++) {
            putUnit(text.charAt(i));
        }
    }

    private void putUnit(char unit) {
        if (unit < 0x80) {
            buffer[length++] = (byte) unit;
        } else if (unit < 0x800) {
            buffer[length++] = (byte) (0xC0 | (unit >>> 6));
            buffer[length++] = (byte) (0x80 | (unit & 0x3F));
        } else {
            buffer[length++] = (byte) (0xE0 | (unit >>> 12));
            buffer[length++] = (byte) (0x80 | ((unit >>> 6) & 0x3F));
            buffer[length++] = (byte) (0x80 | (unit & 0x3F));
        }
    }

    private void reserve(int more) {
        if (more > buffer.length - length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
