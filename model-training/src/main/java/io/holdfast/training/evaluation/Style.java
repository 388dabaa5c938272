package io.holdfast.training.evaluation;

import io.holdfast.scoring.table.Rounded;

/** How the values of a metric are written for people. */
enum Style {
    /** With four decimals. */
    PLAIN,

    /** How many times: with two decimals. */
    FACTOR,

    /** A share, in percent with one decimal. */
    PERCENT;

    String text(double value) {
        return switch (this) {
            case PLAIN -> Rounded.text(value, 4);
            case FACTOR -> Rounded.text(value, 2);
            case PERCENT -> Rounded.percent(value, 1);
        };
    }
}
