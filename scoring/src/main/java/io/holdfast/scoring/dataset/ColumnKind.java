package io.holdfast.scoring.dataset;

/** What the cells of a column hold. */
public enum ColumnKind {
    /** A quantity: digits, with a point if need be. */
    NUMBER,
    /** One of several words. */
    CATEGORY,
    /** Yes or no. */
    FLAG,
    /** A day, written as in ISO 8601: 2026-01-31. */
    DATE
}
