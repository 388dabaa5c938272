package io.holdfast.care.playbook;

import java.util.List;
import java.util.Set;

/**
 * What law or policy forbids.
 *
 * @param rule in words
 * @param jurisdiction where it holds
 * @param citation where it stands
 * @param actions which plays; empty: all
 * @param offers whether only those that are offers
 * @param when for which customers: conditions that all hold; empty: for all
 */
public record ForbiddenRule(
        String rule, String jurisdiction, String citation, Set<String> actions, boolean offers, List<Condition> when) {
    /** Keeps copies. */
    public ForbiddenRule {
        actions = Set.copyOf(actions);
        when = List.copyOf(when);
    }

    /** Whether it speaks of a play, for the customers it is about. */
    public boolean concerns(Play play) {
        return (actions.isEmpty() || actions.contains(play.code())) && (!offers || play.isOffer());
    }
}
