package io.holdfast.training.split;

/** What a row is used for. */
public enum Part {
    /** The model learns from it. */
    TRAINING,
    /** Calibration, and every choice between models. */
    VALIDATION,
    /** The verdict, and nothing else. */
    TEST,
    /** Nothing: in a split by time, its outcome was not yet known when the next part begins. */
    LEFT_OUT,
    /** Nothing: in a split by time, a later part holds a row of its group. */
    GROUP_LATER
}
