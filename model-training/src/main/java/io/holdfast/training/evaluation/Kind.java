package io.holdfast.training.evaluation;

/** What a metric needs of the rows, and what drawing them again does to it. */
enum Kind {
    /** Compares leavers with stayers and so needs both. */
    RANKING,

    /** A mean over rows. */
    MEAN,

    /** Adds up absolute differences, to which the noise of a sample adds too. */
    ABSOLUTE
}
