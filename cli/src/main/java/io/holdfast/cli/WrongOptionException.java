package io.holdfast.cli;

/** Options that cannot be meant so. */
final class WrongOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOptionException(String sentence) {
        super(sentence);
    }

    WrongOptionException(String option, String value, String expected) {
        super(option + " is '" + value + "' (expected: " + expected + ")");
    }
}
