package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Names predictions by what went into them. Not thread-safe. */
final class PredictionIds {
    private static final int ID_BYTES = 16;

    private final MessageDigest sha = Sha256.digest();
    private final byte[] model;
    private byte[] buffer = new byte[512];
    private int length;

    PredictionIds(String modelDigest) {
        model = HexFormat.of().parseHex(modelDigest);
    }

    /** The first 128 bits of a SHA-256 over model digest, id, as-of day and every value with its presence. */
    String of(CustomerRecord customer, int inputs) {
        length = 0;
        put(model, model.length);
        put(customer.id());
        put(customer.asOf().toEpochDay());
        for (int i = 0; i < inputs; i++) {
            put((byte) (customer.has(i) ? 1 : 0));
            if (!customer.has(i)) {
                continue;
            }
            if (Double.isNaN(customer.number(i))) {
                put(customer.level(i));
            } else {
                put(Double.doubleToLongBits(customer.number(i)));
            }
        }
        sha.update(buffer, 0, length);
        return HexFormat.of().formatHex(sha.digest(), 0, ID_BYTES);
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put((byte) (bytes.length >>> 8));
        put((byte) bytes.length);
        put(bytes, bytes.length);
    }

    private void put(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((byte) (value >>> shift));
        }
    }

    private void put(byte[] bytes, int count) {
        reserve(count);
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
    }

    private void put(byte value) {
        reserve(1);
        buffer[length++] = value;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
