package io.holdfast.cli;

import io.holdfast.scoring.table.NumberText;

/** Options that cannot be meant so. */
final class WrongOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOptionException(String sentence) {
        super(sentence);
    }

    WrongOptionException(String option, double value, String expected) {
        this(option, Double.isFinite(value) ? NumberText.write(value) : Double.toString(value), expected);
    }

    WrongOptionException(String option, String value, String expected) {
        super(option + " is '" + value + "' (expected: " + expected + ")");
    }
}
