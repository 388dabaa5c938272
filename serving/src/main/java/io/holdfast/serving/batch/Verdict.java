package io.holdfast.serving.batch;

import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Refusal;

/** What becomes of one row. */
sealed interface Verdict {
    /** The customer has a score. */
    record Scored(ChurnScore score) implements Verdict {}

    /** Nobody may score the customer, or need to. */
    record Excluded(Refusal why) implements Verdict {}

    /** Something is wrong with the row. */
    record Refused(Refusal why) implements Verdict {}
}
