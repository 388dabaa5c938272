package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.LocalizedText;

/** What a value is, for messages. */
final class JsonKind {
    private static final LocalizedText OBJECT = LocalizedText.of("an object", "对象");
    private static final LocalizedText ARRAY = LocalizedText.of("an array", "数组");
    private static final LocalizedText STRING = LocalizedText.of("a string", "字符串");
    private static final LocalizedText NUMBER = LocalizedText.of("a number", "数字");
    private static final LocalizedText FLAG = LocalizedText.of("true or false", "true 或 false");
    private static final LocalizedText NULL = LocalizedText.same("null");
    private static final LocalizedText NOTHING = LocalizedText.of("no value", "空");

    private JsonKind() {}

    static LocalizedText of(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> OBJECT;
            case START_ARRAY -> ARRAY;
            case VALUE_STRING -> STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> FLAG;
            case VALUE_NULL -> NULL;
            default -> NOTHING;
        };
    }
}
