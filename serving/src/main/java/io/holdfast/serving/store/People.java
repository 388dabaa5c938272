package io.holdfast.serving.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Customers as persons: what is known of them, under which id, and their right to have it or to have it erased. Thread-safe. */
public final class People {
    private final Connections connections;

    People(Connections connections) {
        this.connections = connections;
    }

    /** What is known of each customer, in order; also of who is not known. */
    public List<CustomerState> look(List<String> ids, Instant now) {
        return connections.read(handle -> look(handle, ids, now));
    }

    /** The same, with the last decision that is over. */
    public List<CustomerState> answers(List<String> ids, Instant now) {
        return connections.read(handle -> answers(handle, ids, now));
    }

    private static List<CustomerState> answers(Handle handle, List<String> ids, Instant now) {
        List<CustomerState> states = look(handle, ids, now);
        Map<String, StoredDecision> over = Decisions.latest(
                handle,
                states.stream()
                        .filter(state -> state.decision().isEmpty())
                        .map(CustomerState::customerId)
                        .distinct()
                        .toList());
        return states.stream()
                .map(state -> state.withLast(Optional.ofNullable(over.get(state.customerId()))))
                .toList();
    }

    /** The same, with what else is told to whoever talks to the customers. */
    public List<CustomerCare> lookUp(List<String> ids, Instant now) {
        return connections.read(handle -> {
            List<CustomerState> states = answers(handle, ids, now);
            List<String> current =
                    states.stream().map(CustomerState::customerId).distinct().toList();
            Set<String> known = Customers.known(handle, current);
            Map<String, WorkItem> work =
                    WorkItems.due(handle, ids(states.stream().flatMap(state -> state.decision().stream())), now);
            Map<String, WorkItem> tried =
                    WorkItems.tried(handle, ids(states.stream().flatMap(state -> state.last().stream())), now);
            Map<String, List<String>> reasons = Decisions.reasons(
                    handle,
                    states.stream()
                            .flatMap(state -> state.decision().stream())
                            .flatMap(decision -> decision.predictionId().stream())
                            .distinct()
                            .toList());
            Map<String, Contact> contacts = ContactLog.latest(handle, current);
            return states.stream()
                    .map(state -> new CustomerCare(
                            state,
                            known.contains(state.customerId()),
                            state.decision()
                                    .map(open -> Optional.ofNullable(work.get(open.decisionId())))
                                    .orElseGet(() -> state.last()
                                            .map(last -> tried.get(last.decisionId()))
                                            .map(WorkItem::over)),
                            Optional.ofNullable(contacts.get(state.customerId())),
                            state.decision()
                                    .flatMap(StoredDecision::predictionId)
                                    .map(id -> reasons.getOrDefault(id, List.of()))
                                    .orElse(List.of())))
                    .toList();
        });
    }

    private static List<String> ids(Stream<StoredDecision> decisions) {
        return decisions.map(StoredDecision::decisionId).distinct().toList();
    }

    /** All who object to profiling, to be asked for one id after the other. */
    public Objectors objecting() {
        return connections.read(Objectors::read);
    }

    private static List<CustomerState> look(Handle handle, List<String> ids, Instant now) {
        Map<String, String> current = new LinkedHashMap<>();
        ids.forEach(id -> current.put(id, id));
        if (!ids.isEmpty()) {
            handle.createQuery("select alias, customer_id from customer_alias where alias in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(row.getString("alias"), row.getString("customer_id")))
                    .forEach(entry -> current.put(entry.getKey(), entry.getValue()));
        }
        List<String> distinct = current.values().stream().distinct().toList();
        Map<String, List<StoredDecision>> open = Decisions.open(handle, distinct, now);
        Map<String, HoldOutMember> sides = HoldOuts.of(handle, distinct);
        Map<String, Statements> statements = statements(handle, distinct);
        Set<String> names = new HashSet<>(current.keySet());
        names.addAll(distinct);
        Map<String, Map<String, Instant>> before = Suppression.of(handle, names);
        Map<String, Departures> departures = Departures.of(handle, distinct, now);
        Map<String, AgentReports> reports = AgentReports.of(handle, distinct, now);
        List<CustomerState> states = new ArrayList<>(ids.size());
        for (String id : ids) {
            String stays = current.getOrDefault(id, id);
            Statements said = statements
                    .getOrDefault(stays, new Statements())
                    .and(before.getOrDefault(id, Map.of()))
                    .and(before.getOrDefault(stays, Map.of()));
            states.add(new CustomerState(
                    id,
                    stays,
                    open.getOrDefault(stays, List.of()),
                    Optional.empty(),
                    Optional.ofNullable(sides.get(stays)),
                    said.all,
                    said.profiling,
                    departures.getOrDefault(stays, Departures.NONE),
                    said.channels,
                    reports.getOrDefault(stays, AgentReports.NONE)));
        }
        return states;
    }

    private static final class Statements {
        private boolean all;
        private boolean profiling;
        private final List<String> channels = new ArrayList<>();
        private final Map<String, Instant> granted = new HashMap<>();

        private void refuse(String what) {
            switch (what) {
                case Consent.PROFILING -> profiling = true;
                case Consent.ALL -> all = true;
                default -> channels.add(what);
            }
        }

        /** With what was refused before an erasure, and not agreed to since. */
        private Statements and(Map<String, Instant> before) {
            Statements both = new Statements();
            both.all = all;
            both.profiling = profiling;
            both.channels.addAll(channels);
            both.granted.putAll(granted);
            before.forEach((what, since) -> {
                Optional<Instant> agreed = Optional.ofNullable(granted.get(what));
                if (!channels.contains(what) && agreed.filter(since::isBefore).isEmpty()) {
                    both.refuse(what);
                }
            });
            return both;
        }
    }

    private static Map<String, Statements> statements(Handle handle, List<String> current) {
        Map<String, Statements> statements = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery("select customer_id, purpose, channel, granted, said_at from consent where customer_id"
                            + " in (<ids>) order by customer_id, purpose, channel")
                    .bindList("ids", current)
                    .map((row, context) -> {
                        Statements said =
                                statements.computeIfAbsent(row.getString("customer_id"), id -> new Statements());
                        String what = Consent.what(row.getString("purpose"), row.getString("channel"));
                        if (row.getInt("granted") == 1) {
                            said.granted.put(what, Micros.instant(row.getLong("said_at")));
                        } else {
                            said.refuse(what);
                        }
                        return what;
                    })
                    .forEach(what -> {});
        }
        return statements;
    }

    /**
     * Makes two ids one customer, for good: the side of the measurement that was first stays, and whoever had both counts on neither.
     *
     * @param from the id that is given up; look-ups by it find the other from now on
     * @param into the id that stays
     * @return the id that stays, and whether anything changed
     */
    public Merged merge(String from, String into, Writing writing) {
        return connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            return Merging.merge(handle, from, into, writing);
        });
    }

    /** Everything that is held about a customer, a JSON object; empty for who is not known. The audit notes that it was handed out. */
    public Optional<ObjectNode> export(String id, Writing writing) {
        return connections.write(handle -> {
            Optional<ObjectNode> file = CustomerFile.export(handle, id);
            if (file.isPresent()) {
                String ref = Customers.auditRef(handle, Customers.current(handle, id))
                        .orElse("");
                AuditTrail.append(handle, writing.at(), writing.actor(), "customer_exported", ref, "{}");
            }
            return file;
        });
    }

    /**
     * Erases everything about a customer, under all their ids. The audit keeps its lines, which from then on nobody can relate to anybody. Of who had
     * refused anything, salted hashes stay, so that it is kept to.
     *
     * @return how many rows there were; 0 for who is not known
     */
    public int erase(String id, Writing writing) {
        return connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            return CustomerFile.erase(handle, id, writing);
        });
    }
}
