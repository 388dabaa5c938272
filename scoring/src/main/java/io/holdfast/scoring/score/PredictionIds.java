package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Names predictions by what went into them. Not thread-safe. */
final class PredictionIds {
    private static final int ROOM = 512;
    private static final int MISSING = 0;
    private static final int NUMBER = 1;
    private static final int UNKNOWN_LEVEL = 2;
    private static final int KNOWN_LEVEL = 3;
    /** The most bytes of a value, but for its text, or of a text's length or a day. */
    private static final int MOST_OF_VALUE = 1 + Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha = Sha256.digest();
    private final int start;
    private byte[] buffer;
    private int length;
    /** What all values together may take but for their texts. */
    private int spare;

    /** @param modelDigest hexadecimal; stays at the beginning of the buffer */
    PredictionIds(String modelDigest) {
        byte[] model = HexFormat.of().parseHex(modelDigest);
        start = model.length;
        buffer = Arrays.copyOf(model, ROOM);
    }

    /**
     * The first 128 bits of a SHA-256 over the model's digest, the id, the as-of day since 1970 (8 bytes) and every value:
     * 0 when it is missing, 1 and its IEEE 754 bits for a number, 2 and its text for a level the model does not know, and 3
     * plus its position among the model's levels otherwise. Such small numbers are written in groups of seven bits, the
     * lowest first. Text is its number of UTF-16 units, then each unit as UTF-8 writes a character.
     *
     * @param numbers the customer's numbers as they were given, by input; NaN where an input has none
     * @param coded the customer as the model's terms see it
     */
    PredictionId of(CustomerRecord customer, double[] numbers, CodedRow coded) {
        length = start;
        spare = MOST_OF_VALUE * (numbers.length + 2);
        putText(customer.id());
        putLong(customer.asOf().toEpochDay());
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            int bin = coded.bin(i);
            if (!Double.isNaN(number)) {
                putSmall(NUMBER);
                putLong(Double.doubleToLongBits(number));
            } else if (bin == Coding.MISSING) {
                putSmall(MISSING);
            } else if (bin == Coding.RARE) {
                putSmall(UNKNOWN_LEVEL);
                putText(customer.level(i));
            } else {
                putSmall(KNOWN_LEVEL + bin - Coding.FIRST);
            }
        }
        sha.update(buffer, 0, length);
        byte[] hash = sha.digest();
        return new PredictionId((long) LONGS.get(hash, 0), (long) LONGS.get(hash, Long.BYTES));
    }

    private void putSmall(int number) {
        int rest = number;
        for (; rest >= 0x80; rest >>>= 7) {
            buffer[length++] = (byte) (rest | 0x80);
        }
        buffer[length++] = (byte) rest;
    }

    private void putLong(long value) {
        LONGS.set(buffer, length, value);
        length += Long.BYTES;
    }

    private void putText(String text) {
        int units = text.length();
        reserve(spare + 3 * units);
        putSmall(units);
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
