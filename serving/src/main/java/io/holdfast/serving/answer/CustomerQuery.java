package io.holdfast.serving.answer;

import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.Refusal;
import java.util.Optional;

/** One customer of a request: a record to score, or the reason why there is none. */
public sealed interface CustomerQuery {
    /**
     * A customer whose values could be read.
     *
     * @param customer the values
     */
    record Legible(CustomerRecord customer) implements CustomerQuery {}

    /**
     * A customer whose values could not be read.
     *
     * @param id the id where at least that could be read
     * @param refusal what is wrong
     * @param pointer where in the request, an RFC 6901 JSON pointer
     */
    record Illegible(Optional<String> id, Refusal refusal, String pointer) implements CustomerQuery {}
}
