package io.holdfast.serving.answer;

import java.util.Locale;

/** How one customer of a request fared. */
public enum AnswerStatus {
    /** Scored. */
    OK,
    /** Scored, with a warning about the input. */
    WARNED,
    /** Not scored: the input is at fault. */
    REFUSED,
    /** Not scored: the customer must not be, or need not be. */
    EXCLUDED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in replies. */
    public String code() {
        return code;
    }
}
