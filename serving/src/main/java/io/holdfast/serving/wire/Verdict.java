package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;

/** Sentences of the one form "what was found (expected: what should be).", in all languages. */
final class Verdict {
    static final LocalizedText VALUE = LocalizedText.of("The value", "该值");

    private Verdict() {}

    static LocalizedText of(LocalizedText found, LocalizedText expected) {
        return LocalizedText.of(
                found.in(Language.ENGLISH) + " (expected: " + expected.in(Language.ENGLISH) + ").",
                found.in(Language.CHINESE) + "（应为：" + expected.in(Language.CHINESE) + "）。");
    }

    /** That something is of the wrong kind. */
    static LocalizedText kind(LocalizedText what, JsonToken found, LocalizedText expected) {
        LocalizedText kind = JsonKind.of(found);
        return of(
                LocalizedText.of(
                        what.in(Language.ENGLISH) + " is " + kind.in(Language.ENGLISH),
                        what.in(Language.CHINESE) + "是" + kind.in(Language.CHINESE)),
                expected);
    }
}
