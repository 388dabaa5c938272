package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.holdfast.scoring.dataset.LocalizedText;

/** What is wrong with a body that is no JSON. The library's own message may quote the request, so only the kind and the place are taken from it. */
final class JsonFault {
    private static final String TWICE = "Duplicate field";

    private JsonFault() {}

    static MalformedRequestException of(JsonProcessingException e) {
        return MalformedRequestException.unreadable("bad_json", verdict(e));
    }

    private static LocalizedText verdict(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith(TWICE)) {
            return Verdict.of(
                    at("A name stands twice in one object", "同一对象中有重复的名称", e),
                    LocalizedText.of("each name once", "每个名称一次"));
        }
        if (e instanceof JsonEOFException) {
            return Verdict.of(
                    at("The body ends before its JSON does", "请求体在 JSON 结束之前中断", e),
                    LocalizedText.of("one whole document", "一个完整的文档"));
        }
        return Verdict.of(
                at("The body is no valid JSON", "请求体不是有效的 JSON", e),
                LocalizedText.of(
                        "one document by RFC 8259, without NaN, comments or single quotes",
                        "一个符合 RFC 8259 的文档，没有 NaN、注释或单引号"));
    }

    /** With the place, where it is known. */
    static LocalizedText at(String english, String chinese, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null
                ? LocalizedText.of(english, chinese)
                : LocalizedText.of(
                        english + " at line " + location.getLineNr() + ", column " + location.getColumnNr(),
                        chinese + "，位于第 " + location.getLineNr() + " 行第 " + location.getColumnNr() + " 列");
    }
}
