package io.holdfast.serving.answer;

import io.holdfast.care.decision.CareDecision;
import io.holdfast.scoring.reason.Explanation;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is said about one customer of a request. */
public sealed interface CustomerAnswer {
    /** Whether there is an answer, and whether to look at its warnings. */
    AnswerStatus status();

    /**
     * A scored customer.
     *
     * @param customerId as the request has it
     * @param units how many units the customer has, of which the riskiest is the one scored; empty where customers are scored as a whole
     * @param score the risk
     * @param explanation its reasons, cut to the lengths asked for
     * @param validUntil the last day on which the score may be used
     * @param stale whether that day has passed
     * @param care what is to be done
     * @param warnings what the reader should know
     */
    record Scored(
            String customerId,
            OptionalInt units,
            ChurnScore score,
            Explanation explanation,
            LocalDate validUntil,
            boolean stale,
            CareDecision care,
            List<InputWarning> warnings)
            implements CustomerAnswer {
        @Override
        public AnswerStatus status() {
            return warnings.isEmpty() ? AnswerStatus.OK : AnswerStatus.WARNED;
        }
    }

    /**
     * A customer without an answer.
     *
     * @param id the id where at least that could be read
     * @param refusal what is wrong
     * @param pointer where in the request, an RFC 6901 JSON pointer
     */
    record Refused(Optional<String> id, Refusal refusal, String pointer) implements CustomerAnswer {
        @Override
        public AnswerStatus status() {
            return AnswerStatus.REFUSED;
        }
    }

    /**
     * A customer whom nobody scores.
     *
     * @param id as the request has it
     * @param refusal why
     * @param pointer where in the request, an RFC 6901 JSON pointer
     */
    record Excluded(String id, Refusal refusal, String pointer) implements CustomerAnswer {
        @Override
        public AnswerStatus status() {
            return AnswerStatus.EXCLUDED;
        }
    }
}
