package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.ProfilingObjection;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredDecision;
import io.holdfast.serving.wire.PlannedCare;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a store knows of the customers of one request for scores, and of their units that have ids of their own, read at once. */
final class KnownCustomers {
    private static final int AT_ONCE = 1000;

    private final Map<String, CustomerState> states = new HashMap<>();

    static KnownCustomers of(Store store, List<CustomerQuery> queries, Instant now) {
        KnownCustomers known = new KnownCustomers();
        Set<String> ids = new LinkedHashSet<>();
        queries.forEach(query -> ids.addAll(ids(query)));
        List<String> asked = List.copyOf(ids);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            store.people()
                    .answers(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)), now)
                    .forEach(state -> known.states.put(state.asked(), state));
        }
        return known;
    }

    /** That of the customer first. */
    private static List<String> ids(CustomerQuery query) {
        List<String> ids = new ArrayList<>();
        if (query instanceof CustomerQuery.Legible legible) {
            ids.add(legible.customerId());
            legible.units().stream().map(CustomerRecord::id).forEach(ids::add);
            legible.owner().ifPresent(ids::add);
        } else if (query instanceof CustomerQuery.Illegible illegible) {
            illegible.id().ifPresent(ids::add);
        }
        return ids;
    }

    /** The customers, in order; nobody is scored whom the store says not to score, whatever else the request holds. */
    List<CustomerQuery> admitted(List<CustomerQuery> queries) {
        List<CustomerQuery> admitted = new ArrayList<>(queries.size());
        for (int i = 0; i < queries.size(); i++) {
            admitted.add(admitted(queries.get(i), "/customers/" + i + "/customerId"));
        }
        return admitted;
    }

    private CustomerQuery admitted(CustomerQuery query, String pointer) {
        List<CustomerState> known =
                ids(query).stream().flatMap(id -> state(id).stream()).toList();
        if (known.isEmpty()) {
            return query;
        }
        String customer = known.get(0).asked();
        if (known.stream().anyMatch(CustomerState::objects)) {
            return barred(customer, ProfilingObjection.REFUSAL, pointer);
        }
        if (hasLeft(known.get(0), "") || ownerSaysLeft(query)) {
            return barred(customer, AlreadyLeft.REFUSAL, pointer);
        }
        if (query instanceof CustomerQuery.Legible legible && legible.apart()) {
            List<CustomerRecord> there = legible.units().stream()
                    .filter(unit -> !hasLeft(known.get(0), unit.id())
                            && state(unit.id()).filter(own -> hasLeft(own, "")).isEmpty())
                    .toList();
            return there.isEmpty()
                    ? barred(customer, AlreadyLeft.REFUSAL, pointer)
                    : new CustomerQuery.Legible(customer, there, true, legible.owner());
        }
        return query;
    }

    /** Whether a unit that is asked for by its own id has left by what is known of the customer who has it. */
    private boolean ownerSaysLeft(CustomerQuery query) {
        return query instanceof CustomerQuery.Legible legible
                && legible.owner()
                        .filter(owner -> !owner.equals(legible.customerId()))
                        .flatMap(this::state)
                        .filter(owner -> hasLeft(owner, "") || hasLeft(owner, legible.customerId()))
                        .isPresent();
    }

    private Optional<CustomerState> state(String id) {
        return Optional.ofNullable(states.get(id));
    }

    private static CustomerQuery barred(String customer, Refusal refusal, String pointer) {
        return new CustomerQuery.Barred(customer, refusal, pointer);
    }

    /** Who is to be won back is scored for that, though they have left; of a unit that is named, that one. */
    private static boolean hasLeft(CustomerState state, String unit) {
        return state.departures().left(unit)
                && state.decisions().stream()
                        .filter(StoredDecision::isWinBack)
                        .map(StoredDecision::unit)
                        .noneMatch(lost -> unit.isEmpty() || lost.isEmpty() || lost.equals(unit));
    }

    /** What plans have decided, by the id that is scored. */
    Map<String, PlannedCare> planned(Language language) {
        Map<String, PlannedCare> planned = new HashMap<>();
        states.forEach((id, state) -> planned.put(id, PlannedCare.of(state, language)));
        return planned;
    }
}
