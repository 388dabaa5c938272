package io.holdfast.care.plan;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list whose part of the plan was kept before, so that it stands: they have what was decided then, or nothing, and use up their share of the limits of
 * the whole list, whatever else is known by now.
 *
 * @param decided by row, from 0
 */
public record KeptRows(Map<Integer, Decided> decided) {
    /** None: the list is planned for as a whole. */
    public static final KeptRows NONE = new KeptRows(Map.of());

    /**
     * What was decided of a row.
     *
     * @param action code of the play that is carried out or written down as a shadow
     * @param cause why there is none
     * @param campaignShare by which its campaign drew for the household, above 0 to 1; holds for whoever else is of it. Empty where nothing was drawn
     */
    public record Decided(Optional<String> action, Optional<PlanCause> cause, OptionalDouble campaignShare) {}

    /** Keeps a copy. */
    public KeptRows {
        decided = Map.copyOf(decided);
    }

    @Nullable
    Decided of(int row) {
        return decided.get(row);
    }
}
