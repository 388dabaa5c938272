package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.score.AsOfDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the options of a request; null counts as not given. */
final class OptionsReader {
    private OptionsReader() {}

    /** Reads the value that the parser stands on; afterwards the parser stands on its last token. */
    static RequestOptions read(JsonParser parser) throws IOException, MalformedRequestException {
        RequestOptions options = RequestOptions.standard();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return options;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("/options", "The value is " + JsonKind.of(parser.currentToken()), "an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean given = parser.nextToken() != JsonToken.VALUE_NULL;
            options = switch (name) {
                case "reasons" -> given ? options.withReasons(count(parser, name)) : options;
                case "protectors" -> given ? options.withProtectors(count(parser, name)) : options;
                case "language" -> given ? options.withLanguage(text(parser, name)) : options;
                case AsOf.FIELD -> given ? options.withAsOf(day(parser, name)) : options;
                default ->
                    throw MalformedRequestException.invalid(
                            "unknown_field",
                            Pointer.option(name),
                            "The options have no such field (expected: reasons, protectors, language, " + AsOf.FIELD
                                    + ").");
            };
        }
        return options;
    }

    private static int count(JsonParser parser, String name) throws IOException, MalformedRequestException {
        String expected = "a whole number from 0 to " + ExplainOptions.MOST;
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong(Pointer.option(name), "The value is " + JsonKind.of(parser.currentToken()), expected);
        }
        double count = parser.getDoubleValue();
        if (count < 0 || count > ExplainOptions.MOST) {
            throw wrong(Pointer.option(name), "The value is out of range", expected);
        }
        return (int) count;
    }

    private static String text(JsonParser parser, String name) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(
                    Pointer.option(name),
                    "The value is " + JsonKind.of(parser.currentToken()),
                    "a string such as \"en\" or \"zh-CN\"");
        }
        return parser.getText();
    }

    private static LocalDate day(JsonParser parser, String name) throws IOException, MalformedRequestException {
        String expected = "a string such as \"2026-01-31\"";
        Optional<LocalDate> day =
                parser.currentToken() == JsonToken.VALUE_STRING ? AsOfDay.parse(parser.getText()) : Optional.empty();
        return day.orElseThrow(() -> wrong(Pointer.option(name), "The value is no date", expected));
    }

    private static MalformedRequestException wrong(String pointer, String what, String expected) {
        return MalformedRequestException.invalid("bad_option", pointer, what + " (expected: " + expected + ").");
    }
}
