package io.holdfast.serving.answer;

import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.Refusal;
import java.util.List;
import java.util.Optional;

/** One customer of a request: a record to score, or the reason why there is none. */
public sealed interface CustomerQuery {
    /**
     * A customer whose values are known.
     *
     * @param customerId as the request has it
     * @param units the values: one record, or one for each unit of the customer
     * @param apart whether records are of units, with ids of their own
     * @param owner the customer who has the units; empty where customers have none, or it is not known
     */
    record Legible(String customerId, List<CustomerRecord> units, boolean apart, Optional<String> owner)
            implements CustomerQuery {
        /** Keeps a copy. */
        public Legible {
            units = List.copyOf(units);
        }

        /** A customer who is no more than one record. */
        public static Legible of(CustomerRecord customer) {
            return new Legible(customer.id(), List.of(customer), false, Optional.empty());
        }
    }

    /**
     * A customer who must not be scored, or need not be.
     *
     * @param customerId as the request has it
     * @param refusal why
     * @param pointer where in the request, an RFC 6901 JSON pointer
     */
    record Barred(String customerId, Refusal refusal, String pointer) implements CustomerQuery {}

    /**
     * A customer whose values could not be read.
     *
     * @param id the id where at least that could be read
     * @param refusal what is wrong
     * @param pointer where in the request, an RFC 6901 JSON pointer
     */
    record Illegible(Optional<String> id, Refusal refusal, String pointer) implements CustomerQuery {}
}
