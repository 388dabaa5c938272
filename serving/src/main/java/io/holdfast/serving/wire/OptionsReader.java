package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.score.AsOfDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the options of one request; null counts as not given. */
final class OptionsReader {
    static final String SNAPSHOT = "snapshot";

    /** No count has more digits. */
    private static final int LONGEST_COUNT = 10;

    private static final LocalizedText COUNT =
            LocalizedText.of("a whole number from 0 to " + ExplainOptions.MOST, "0 至 " + ExplainOptions.MOST + " 的整数");
    private static final LocalizedText LANGUAGE =
            LocalizedText.of("a string such as \"en\" or \"zh-CN\"", "字符串，例如 \"en\" 或 \"zh-CN\"");
    private static final LocalizedText DAY =
            LocalizedText.of("a string such as \"2026-01-31\"", "字符串，例如 \"2026-01-31\"");

    private RequestOptions options = RequestOptions.standard();

    /** What was read so far; where reading stopped at a fault, what stood before it. */
    RequestOptions options() {
        return options;
    }

    /** Reads the value that the parser stands on; afterwards the parser stands on its last token. */
    void read(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongKind(parser, "/options", LocalizedText.of("an object", "对象"));
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean given = parser.nextToken() != JsonToken.VALUE_NULL;
            options = switch (name) {
                case "reasons" -> given ? options.withReasons(count(parser, name)) : options;
                case "protectors" -> given ? options.withProtectors(count(parser, name)) : options;
                case "language" -> given ? options.withLanguage(text(parser, name)) : options;
                case SNAPSHOT -> given ? options.withSnapshot(flag(parser, name)) : options;
                case AsOf.FIELD -> given ? options.withAsOf(day(parser, name)) : options;
                default ->
                    throw MalformedRequestException.invalid(
                            "unknown_field",
                            Pointer.option(name),
                            Verdict.of(
                                    LocalizedText.of("The options have no such field", "options 没有该字段"),
                                    LocalizedText.same(
                                            "reasons, protectors, language, " + AsOf.FIELD + ", " + SNAPSHOT)));
            };
        }
    }

    private static int count(JsonParser parser, String name) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrongKind(parser, Pointer.option(name), COUNT);
        }
        int count =
                parser.getTextLength() > LONGEST_COUNT ? -1 : (int) Math.min(parser.getLongValue(), Integer.MAX_VALUE);
        if (count < 0 || count > ExplainOptions.MOST) {
            throw wrong(Pointer.option(name), LocalizedText.of("The value is out of range", "该值超出范围"), COUNT);
        }
        return count;
    }

    private static boolean flag(JsonParser parser, String name) throws IOException, MalformedRequestException {
        if (!parser.currentToken().isBoolean()) {
            throw wrongKind(parser, Pointer.option(name), LocalizedText.of("true or false", "true 或 false"));
        }
        return parser.getBooleanValue();
    }

    private static String text(JsonParser parser, String name) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongKind(parser, Pointer.option(name), LANGUAGE);
        }
        return parser.getText();
    }

    private static LocalDate day(JsonParser parser, String name) throws IOException, MalformedRequestException {
        Optional<LocalDate> day =
                parser.currentToken() == JsonToken.VALUE_STRING ? AsOfDay.parse(parser.getText()) : Optional.empty();
        return day.orElseThrow(
                () -> wrong(Pointer.option(name), LocalizedText.of("The value is no date", "该值不是日期"), DAY));
    }

    private static MalformedRequestException wrongKind(JsonParser parser, String pointer, LocalizedText expected) {
        return MalformedRequestException.invalid(
                "bad_option", pointer, Verdict.kind(Verdict.VALUE, parser.currentToken(), expected));
    }

    private static MalformedRequestException wrong(String pointer, LocalizedText what, LocalizedText expected) {
        return MalformedRequestException.invalid("bad_option", pointer, Verdict.of(what, expected));
    }
}
