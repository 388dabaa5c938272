package io.holdfast.scoring.fault;

import java.util.regex.Pattern;

/**
 * Something the user gave cannot be used: a file, a cell, a setting, a place to write to. The message is one complete sentence for
 * that user, fit to be printed without a stack trace; the code is stable and fit for programs.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final String code;

    /**
     * @param code what kind of fault, in lower snake case, e.g. {@code unclosed_quote}
     * @param message what is wrong, where, which value, and what was expected
     */
    public InputException(String code, String message) {
        super(message);
        this.code = checked(code);
    }

    /**
     * @param code what kind of fault, in lower snake case, e.g. {@code unclosed_quote}
     * @param message what is wrong, where, which value, and what was expected
     * @param cause what a library or the file system said
     */
    public InputException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = checked(code);
    }

    /** The kind of fault, in lower snake case; never changes between releases. */
    public String code() {
        return code;
    }

    /** The sentence for the user. Never null, unlike a general exception's. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    private static String checked(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code: " + code + " (expected: lower_snake_case)");
        }
        return code;
    }
}
