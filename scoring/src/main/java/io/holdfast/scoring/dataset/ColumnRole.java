package io.holdfast.scoring.dataset;

/** What a column is for. */
public enum ColumnRole {
    /** Tells customers apart. */
    ID,
    /** What the model may look at. */
    FEATURE,
    /** Whether the customer left: what the model learns to foresee. */
    LABEL,
    /** As of when the row describes the customer. */
    DATE,
    /** Rows that belong together (one household, near-copies) and never stand on both sides of a split. */
    GROUP,
    /** The employee or team who looks after the customer. */
    OWNER,
    /** How the customer likes to be treated, e.g. the channel of contact. */
    PREFERENCE,
    /** Whether the customer agrees to something, e.g. to being contacted. */
    CONSENT,
    /** Whether the customer objects to being profiled: then nobody scores them. */
    OBJECTION,
    /** The day on which the customer left, if they have: from then on nobody scores them. */
    DEPARTURE,
    /** How much the row counts beside the others, in training and in evaluation. */
    WEIGHT,
    /** Nothing; or, if sensitive, only the comparison of groups. */
    IGNORE
}
