package io.holdfast.care.diagnosis;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A cause that the company can mend.
 *
 * @param code of the reason
 * @param affected customers of any group for whom it is named, by kind of evidence
 * @param told customers of any group for whom it is stated or confirmed, each once
 * @param marginAtStake what those who are still there and for whom the model names it, or where the model is in doubt, for whom it is stated or confirmed, brought in
 *     twelve months; none where margin was reported of fewer than {@link Diagnosis#FEWEST} of them
 * @param marginOf customers whose margin that is
 * @param owner the team whose plays answer it most often; empty where nobody answers it yet
 */
public record Fix(
        String code,
        Map<Evidence, Count> affected,
        int told,
        OptionalDouble marginAtStake,
        Count marginOf,
        String owner) {
    /** Keeps a copy. */
    public Fix {
        affected = Map.copyOf(affected);
    }

    /** Customers for whom a kind of evidence names it. */
    public Count affected(Evidence evidence) {
        return affected.getOrDefault(evidence, Count.of(0));
    }
}
