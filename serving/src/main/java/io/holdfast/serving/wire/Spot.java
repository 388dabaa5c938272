package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Optional;

/**
 * Where in a request something stands, to say so of what is refused there.
 *
 * @param pointer RFC 6901 JSON pointer
 * @param language range that the body asks for
 */
record Spot(String pointer, Optional<String> language) {
    /** A field, or with a slash one place of an array, of the object here. */
    Spot below(String name) {
        return new Spot(Pointer.below(pointer, name), language);
    }

    /** What stands here cannot be taken. */
    MalformedRequestException invalid(String code, LocalizedText found, LocalizedText expected) {
        return invalid(code, Verdict.of(found, expected));
    }

    /** The same with a sentence of its own. */
    MalformedRequestException invalid(String code, LocalizedText sentence) {
        return MalformedRequestException.invalid(code, pointer, sentence).in(language);
    }

    MalformedRequestException wrongType(LocalizedText expected) {
        return invalid("wrong_type", LocalizedText.of("The value is of another type", "该值类型不符"), expected);
    }

    MalformedRequestException outOfRange(LocalizedText expected) {
        return invalid("bad_value", LocalizedText.of("The value is out of range", "该值超出范围"), expected);
    }
}
