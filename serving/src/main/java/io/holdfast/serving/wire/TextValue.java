package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.RefusedException;

/** Texts and ids of a request. */
final class TextValue {
    private TextValue() {}

    /** A text of so many characters (code points), without control characters but line ends and tabs, and not blank. */
    static String of(JsonNode value, Spot spot, int least, int most) throws MalformedRequestException {
        if (!value.isTextual()) {
            throw spot.wrongType(expected(least, most));
        }
        String text = value.textValue();
        if (least > 0
                && !text.isEmpty()
                && text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw spot.invalid("bad_value", LocalizedText.of("The text is blank", "文本只有空白"), expected(least, most));
        }
        boolean plain = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        int length = text.codePointCount(0, text.length());
        if (!plain || !WellFormed.isText(text) || length < least || length > most) {
            throw spot.invalid(
                    "bad_value", LocalizedText.of("The text cannot be taken", "文本无效"), expected(least, most));
        }
        return text;
    }

    static LocalizedText expected(int least, int most) {
        return LocalizedText.of(
                "a string of " + least + " to " + most + " characters without control characters",
                least + " 至 " + most + " 个字符、不含控制字符的字符串");
    }

    /** A customer's id, byte for byte. */
    static String customerId(JsonNode value, Spot spot) throws MalformedRequestException {
        if (!value.isTextual()) {
            throw spot.invalid(
                    "id_invalid", LocalizedText.of("The customer id is no string", "客户编号不是字符串"), expectedId());
        }
        try {
            return CustomerId.require(value.textValue());
        } catch (RefusedException e) {
            throw spot.invalid(
                    "id_invalid",
                    LocalizedText.of(
                            e.refusal().message(Language.ENGLISH), e.refusal().message(Language.CHINESE)));
        }
    }

    /** The id of a line, policy or account, of the same form. */
    static String unitId(JsonNode value, Spot spot) throws MalformedRequestException {
        LocalizedText found = LocalizedText.of("The unit id cannot be taken", "业务编号无效");
        if (!value.isTextual()) {
            throw spot.invalid("id_invalid", found, expectedId());
        }
        try {
            return CustomerId.require(value.textValue());
        } catch (RefusedException e) {
            throw spot.invalid(
                    "id_invalid",
                    found,
                    LocalizedText.of(
                            "1 to " + CustomerId.MOST_CHARACTERS + " characters, none a control character, or no "
                                    + "such field for the customer with all they have",
                            "1 至 " + CustomerId.MOST_CHARACTERS + " 个字符，不含控制字符；若指整个客户则不给出该字段"));
        }
    }

    static LocalizedText expectedId() {
        return LocalizedText.of(
                "a string of 1 to " + CustomerId.MOST_CHARACTERS
                        + " characters: put it in quotes, since numbers lose leading zeros and long digits",
                "1 至 " + CustomerId.MOST_CHARACTERS + " 个字符的字符串：请加引号，数字会丢失前导零和长位数");
    }
}
