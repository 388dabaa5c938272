package io.holdfast.care.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows which customers the actions so far have taken, since the first that matches is chosen. */
final class Reach {
    private final List<Optional<ValueTier>> tiers = new ArrayList<>();
    private final Set<Case> taken = new HashSet<>();

    Reach(ValueTierRules rules) {
        tiers.add(Optional.empty());
        rules.tiers().forEach(tier -> tiers.add(Optional.of(tier)));
    }

    /** Adds the next action; false if every customer it is for gets an earlier one. */
    boolean add(CareAction action) {
        boolean reached = false;
        for (String reason : action.reasons()) {
            for (Optional<ValueTier> tier : tiers) {
                if (action.answers(reason, tier)) {
                    reached |=
                            taken.add(new Case(reason, tier.map(ValueTier::code).orElse("")));
                }
            }
        }
        return reached;
    }

    /** A reason, and the code of a tier, empty for an unknown one. */
    private record Case(String reason, String tier) {}
}
