package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.LocalizedText;

/** Numbers of a request. */
final class NumberValue {
    private NumberValue() {}

    /** A whole number within a range. */
    static int count(JsonNode value, Spot spot, int least, int most) throws MalformedRequestException {
        LocalizedText expected =
                LocalizedText.of("a whole number from " + least + " to " + most, least + " 至 " + most + " 的整数");
        if (!value.isIntegralNumber()) {
            throw spot.wrongType(expected);
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw spot.outOfRange(expected);
        }
        return value.intValue();
    }

    /** A finite number of 0 or more. */
    static double amount(JsonNode value, Spot spot) throws MalformedRequestException {
        double amount = number(value, spot, expectedAmount());
        if (amount < 0) {
            throw spot.outOfRange(expectedAmount());
        }
        return amount;
    }

    static LocalizedText expectedAmount() {
        return LocalizedText.of("a number of 0 or more", "不小于 0 的数字");
    }

    /** A finite number. */
    static double number(JsonNode value, Spot spot) throws MalformedRequestException {
        return number(value, spot, LocalizedText.of("a finite number", "有限的数字"));
    }

    private static double number(JsonNode value, Spot spot, LocalizedText expected) throws MalformedRequestException {
        if (!value.isNumber()) {
            throw spot.wrongType(expected);
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw spot.outOfRange(expected);
        }
        return number;
    }
}
