package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Optional;

/**
 * The request as a whole cannot be answered. Carries no stack trace, since it is a verdict and not a fault. The message is one sentence
 * without any value from the request.
 */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean readable;
    private final String code;
    private final transient Optional<String> pointer;
    private final transient LocalizedText text;
    private final transient Optional<String> language;

    private MalformedRequestException(
            boolean readable, String code, Optional<String> pointer, LocalizedText text, Optional<String> language) {
        super(text.in(Language.ENGLISH), null, false, false);
        this.readable = readable;
        this.code = code;
        this.pointer = pointer;
        this.text = text;
        this.language = language;
    }

    /** The bytes are no JSON document. */
    static MalformedRequestException unreadable(String code, LocalizedText text) {
        return new MalformedRequestException(false, code, Optional.empty(), text, Optional.empty());
    }

    /** The document goes beyond the limits at this place. */
    static MalformedRequestException beyondLimits(String pointer, LocalizedText text) {
        return new MalformedRequestException(false, "json_limits", Optional.of(pointer), text, Optional.empty());
    }

    /** The document is not what the contract asks for. */
    static MalformedRequestException invalid(String code, String pointer, LocalizedText text) {
        return new MalformedRequestException(true, code, Optional.of(pointer), text, Optional.empty());
    }

    /** The same with the language that the request had asked for before the fault. */
    MalformedRequestException in(Optional<String> range) {
        return new MalformedRequestException(readable, code, pointer, text, range);
    }

    /** Whether the request is JSON at least. */
    public boolean isReadable() {
        return readable;
    }

    /** What kind of fault, in lower snake case. */
    public String code() {
        return code;
    }

    /** Where in the document, an RFC 6901 JSON pointer; empty text for the document as a whole, nothing where there is no document. */
    public Optional<String> pointer() {
        return pointer;
    }

    /** The sentence for the client. */
    public LocalizedText detail() {
        return text;
    }

    /** The language range that the body asks for, as far as it could be read. */
    public Optional<String> language() {
        return language;
    }
}
