package io.holdfast.cli;

/** An option whose value cannot be meant. */
final class WrongOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOptionException(String option, String value, String expected) {
        super(option + " is '" + value + "' (expected: " + expected + ")");
    }
}
