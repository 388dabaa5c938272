package io.holdfast.scoring.model;

/**
 * How the values of one column become bins: {@value #MISSING} is missing, {@value #RARE} is rare or unseen, the rest is
 * the column's own.
 */
public sealed interface Coding permits NumberCoding, CategoryCoding {
    /** Bin of a missing value. */
    int MISSING = 0;

    /** Bin of a value that training saw rarely or never. */
    int RARE = 1;

    /** First bin of the column's own values. */
    int FIRST = 2;

    /** Number of bins, the two reserved ones included: 2 or more. */
    int bins();
}
