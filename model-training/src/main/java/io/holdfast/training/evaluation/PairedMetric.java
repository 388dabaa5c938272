package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One metric of two models on the same rows.
 *
 * @param metric which
 * @param a of one model
 * @param b of the other
 * @param difference a less b; of a metric that is best at 0, the difference of absolute values
 * @param verdict what the interval of the difference shows
 */
@JsonPropertyOrder({"metric", "a", "b", "difference", "verdict"})
public record PairedMetric(Metric metric, Measure a, Measure b, Measure difference, Verdict verdict) {
    /** What a difference shows. */
    public enum Verdict {
        /** The interval lies on the side that is good for A. */
        A_BETTER("A better"),
        /** The interval lies on the side that is good for B. */
        B_BETTER("B better"),
        /** The interval holds 0, or there is none. */
        NO_DIFFERENCE_SHOWN("no difference shown");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** For people, and in JSON. */
        @JsonValue
        public String text() {
            return text;
        }
    }
}
