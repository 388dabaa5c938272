package io.holdfast.scoring.score;

import java.util.HexFormat;

/**
 * The name of a prediction, 128 bits: the same input has the same.
 *
 * @param high the first 64 bits
 * @param low the others
 */
public record PredictionId(long high, long low) {
    /** 32 hexadecimal digits, in small letters. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
