package io.holdfast.serving.store;

import io.holdfast.care.plan.Arm;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Customers merged from ids for which plans had drawn lots of their own before. What they got is what several lots said, and no probability that a decision notes is that of
 * both; how the lots fell does not matter, since leaving out only those that differ would leave too few on the side that is drawn less often.
 */
final class DrawnApart {
    private DrawnApart() {}

    static Set<String> customers(Handle handle) {
        Map<String, Map<String, Set<String>>> drawn = new HashMap<>();
        // Of the id that stays, decisions count until the last of the others was merged into it.
        handle.createQuery("select distinct d.customer_id, d.given_id, d.household from decision d"
                        + " where d.status <> '" + NewDecision.NONE + "' and d.arm in ('" + Arm.TREATED.code()
                        + "', '" + Arm.HELD_OUT.code() + "') and d.decided_at <"
                        + " (select max(a.merged_at) from customer_alias a where a.customer_id = d.customer_id"
                        + " and (a.alias = d.given_id or d.given_id = d.customer_id))")
                .map((row, context) -> {
                    String household = row.getString("household");
                    String given = row.getString("given_id");
                    drawn.computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .computeIfAbsent(given, id -> new HashSet<>())
                            .add(household.isEmpty() ? "customer " + given : "household " + household);
                    return row.getString("customer_id");
                })
                .forEach(id -> {});
        return drawn.entrySet().stream()
                .filter(each -> apart(each.getValue().values()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether two of the ids have no lot in common; one that joined a household later is no merged one. */
    private static boolean apart(Collection<Set<String>> lotsOfIds) {
        return lotsOfIds.stream()
                .anyMatch(one -> lotsOfIds.stream().anyMatch(other -> Collections.disjoint(one, other)));
    }
}
