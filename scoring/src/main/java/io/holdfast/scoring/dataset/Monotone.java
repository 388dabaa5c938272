package io.holdfast.scoring.dataset;

/** Which way the risk may move while a number grows. */
public enum Monotone {
    /** Either way. */
    NONE,
    /** Only up, or not at all. */
    UP,
    /** Only down, or not at all. */
    DOWN
}
