package io.holdfast.serving.wire;

/**
 * The request as a whole cannot be answered. Carries no stack trace, since it is a verdict and not a fault. The message is one sentence
 * without any value from the request.
 */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean readable;
    private final String code;
    private final String pointer;

    private MalformedRequestException(boolean readable, String code, String pointer, String message) {
        super(message, null, false, false);
        this.readable = readable;
        this.code = code;
        this.pointer = pointer;
    }

    /** The bytes are no JSON document within the limits. */
    static MalformedRequestException unreadable(String code, String message) {
        return new MalformedRequestException(false, code, "", message);
    }

    /** The document is not what the contract asks for. */
    static MalformedRequestException invalid(String code, String pointer, String message) {
        return new MalformedRequestException(true, code, pointer, message);
    }

    /** Whether the request is JSON at least. */
    public boolean isReadable() {
        return readable;
    }

    /** What kind of fault, in lower snake case. */
    public String code() {
        return code;
    }

    /** Where in the document, an RFC 6901 JSON pointer; empty text for the document as a whole. */
    public String pointer() {
        return pointer;
    }

    /** The sentence for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
