package io.holdfast.serving.planning;

import io.holdfast.care.plan.PastContact;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayStep;
import io.holdfast.serving.store.AgentReports;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.DecidedPlay;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.Outbound;
import io.holdfast.serving.store.RefusedPlay;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a store knows about the customers of a plan: refusals, who has left, channels that do not lead to them, the side of the measurement, contacts, and decisions that still stand. What came of the same
 * plan when it was kept before does not count, so that the same request gives the same plan. Thread-safe.
 *
 * <p>A play that was decided is one contact a step, on the day on which the step was due, whether it was carried out, how many attempts that took, or whether it was
 * only written down: so contact limits are the same on both sides of the measurement. If somebody tried later than the last step that has become due, that one counts on the day
 * of the last attempt, and a step that was tried before its day counts on the day of the last attempt until its own has come: cool-downs protect from contacts that happened. What
 * the company started beside its plays counts when it was.
 */
public final class StoreFacts {
    /** Days that are read whatever the playbook says, since decisions may be of an earlier one, whose plays took longer. */
    private static final int LEAST_DAYS_BACK = 1096;

    /** More than quiet days put a step off, or months are longer than others. */
    private static final int MONTH = 31;

    private static final int AT_ONCE = 1000;

    private final Store store;
    private final Planning planning;
    private final Map<String, Play> plays = new HashMap<>();
    private final String planId;
    private final Instant now;
    private final Instant earliest;

    /**
     * @param planning whose plays those that were decided are of, and whose quiet days they observe
     * @param planId of the plan to be made
     * @param day its first day
     */
    public StoreFacts(Store store, Planning planning, String planId, LocalDate day, Instant now) {
        this.store = store;
        this.planning = planning;
        planning.plays().forEach(play -> plays.put(play.code(), play));
        this.planId = planId;
        this.now = now;
        this.earliest = day.minusDays(daysBack(planning)).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** As far back as anything can count: by the longest rule of the playbook, and as much longer as that which counts may come after its first step was due. */
    private static int daysBack(Planning planning) {
        int rule = Math.max(planning.contactDays(), planning.refusalDays());
        int late = 0;
        for (Play play : planning.plays()) {
            Play.Conduct conduct = play.conduct();
            rule = Math.max(rule, conduct.coolDownDays());
            rule = Math.max(rule, play.triggers().cadenceMonths() * MONTH);
            PlayStep last = play.steps().get(play.steps().size() - 1);
            late = Math.max(late, last.afterDays() + conduct.expiresAfterDays());
        }
        return Math.max(LEAST_DAYS_BACK, rule + late + MONTH);
    }

    /** The customers, in order, with what the store knows. Of two ids that were merged into one customer, the decision about the first one stands for both. */
    public List<PlanCustomer> addTo(List<PlanCustomer> customers) {
        List<PlanCustomer> known = new ArrayList<>(customers.size());
        Set<Unit> seen = new HashSet<>();
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            List<PlanCustomer> some = customers.subList(from, Math.min(customers.size(), from + AT_ONCE));
            List<CustomerState> states =
                    store.people().look(some.stream().map(PlanCustomer::id).toList(), now);
            Map<String, List<Outbound>> contacts = contacts(states);
            Map<String, List<DecidedPlay>> decided = store.plans().decided(ids(states), earliest, now);
            Map<String, List<RefusedPlay>> refused = store.plans().refusedAfterMerge(ids(states), earliest, now);
            for (int i = 0; i < some.size(); i++) {
                CustomerState state = states.get(i);
                boolean again =
                        !seen.add(new Unit(state.customerId(), some.get(i).unit()));
                known.add(add(
                        some.get(i),
                        state,
                        again,
                        contacts.getOrDefault(state.customerId(), List.of()),
                        decided.getOrDefault(state.customerId(), List.of()),
                        refused.getOrDefault(state.customerId(), List.of())));
            }
        }
        return known;
    }

    private record Unit(String customer, String unit) {}

    private Map<String, List<Outbound>> contacts(List<CustomerState> states) {
        return store.contacts().outbound(ids(states), earliest, now);
    }

    private static List<String> ids(List<CustomerState> states) {
        return states.stream().map(CustomerState::customerId).distinct().toList();
    }

    private PlanCustomer add(
            PlanCustomer customer,
            CustomerState state,
            boolean again,
            List<Outbound> outbound,
            List<DecidedPlay> decided,
            List<RefusedPlay> refused) {
        if (state.objects() || customer.objects()) {
            return PlanCustomer.objecting(customer.id()).toBuilder()
                    .unit(customer.unit())
                    .build();
        }
        if (customer.departed()) {
            return customer;
        }
        AgentReports reports = state.reports().without(this::isThisPlan);
        if (!customer.lost() && (state.departures().left(customer.unit()) || reports.left(customer.unit()))) {
            return PlanCustomer.departed(customer.id()).toBuilder()
                    .unit(customer.unit())
                    .build();
        }
        PlanCustomer.Builder builder = customer.toBuilder();
        if (state.optedOut()) {
            builder.optedOut();
        }
        state.refusedChannels().forEach(code -> Channel.of(code).ifPresent(builder::refuses));
        reports.wrongChannels().forEach(code -> Channel.of(code).ifPresent(builder::isNotReachedBy));
        if (isHeldOut(state.holdOut())) {
            builder.heldOut();
        }
        if (again || state.decisions().stream().anyMatch(decision -> stands(decision, customer))) {
            builder.engaged();
        }
        if (anotherUnitIsEngaged(state, customer)) {
            builder.otherUnitEngaged();
        }
        List<PastContact> contacts = new ArrayList<>(customer.contacts());
        for (Outbound contact : outbound) {
            if (contact.planId().filter(this::isThisPlan).isEmpty()) {
                contacts.add(new PastContact(
                        day(contact.occurredAt()), contact.action().orElse("")));
            }
        }
        for (DecidedPlay play : decided) {
            if (!isThisPlan(play.planId())) {
                contacts.addAll(contacts(play));
            }
        }
        return builder.contacts(contacts).declined(declined(decided, refused)).build();
    }

    private List<PastContact> declined(List<DecidedPlay> decided, List<RefusedPlay> refused) {
        List<PastContact> declined = new ArrayList<>();
        for (DecidedPlay play : decided) {
            if (!isThisPlan(play.planId())) {
                play.refusedAt().ifPresent(at -> declined.add(new PastContact(day(at), play.action())));
            }
        }
        for (RefusedPlay play : refused) {
            if (!isThisPlan(play.planId())) {
                declined.add(new PastContact(day(play.refusedAt()), play.action()));
            }
        }
        return declined;
    }

    /** Those whose day has come, as for shadows: else these would get the play a little later, and the two sides would differ by no more than that. */
    private List<PastContact> contacts(DecidedPlay decided) {
        List<LocalDate> days = days(decided.action(), day(decided.dueAt()));
        LocalDate today = day(now);
        LocalDate tried = decided.lastTried().map(StoreFacts::day).orElse(LocalDate.MIN);
        int steps = Math.max(decided.stepsTried(), decided.lastTried().isPresent() ? 1 : 0);
        List<LocalDate> past = new ArrayList<>();
        for (int step = 0; step < days.size(); step++) {
            if (!days.get(step).isAfter(today)) {
                past.add(days.get(step));
            } else if (step < steps) {
                // Who was called before the day is not called again as if nobody had.
                past.add(tried);
            }
        }
        if (!past.isEmpty() && tried.isAfter(past.get(past.size() - 1))) {
            // Nobody is called again too soon after a late call, though shadows know of none.
            past.set(past.size() - 1, tried);
        }
        return past.stream()
                .map(contact -> new PastContact(contact, decided.action()))
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Of a play that the playbook has no more, the first step alone is known. */
    private List<LocalDate> days(String action, LocalDate due) {
        return Optional.ofNullable(plays.get(action))
                .map(play -> planning.stepDays(play, due))
                .orElse(List.of(due));
    }

    /** Whoever was merged out of both sides is not measured, but had been promised to be left alone on one of them. */
    private static boolean isHeldOut(Optional<HoldOutMember> member) {
        return member.filter(side -> side.arm().equals(HoldOutMember.HELD_OUT)).isPresent();
    }

    private boolean stands(StoredDecision decision, PlanCustomer customer) {
        return !decision.status().equals(NewDecision.NONE)
                && decision.unit().equals(customer.unit())
                && !isThisPlan(decision.planId())
                // To keep who has left is over with their leaving, to win back who is there with their return.
                && decision.isWinBack() == customer.lost();
    }

    /**
     * Whether an earlier plan gave the customer care for another unit, which stands. Where this plan was kept with care for the customer, that came first, so that
     * it is the same plan when it is asked for again.
     */
    private boolean anotherUnitIsEngaged(CustomerState state, PlanCustomer customer) {
        List<StoredDecision> care = state.decisions().stream()
                .filter(decision -> !decision.status().equals(NewDecision.NONE))
                .toList();
        return care.stream().noneMatch(decision -> isThisPlan(decision.planId()))
                && care.stream().anyMatch(decision -> standsForAnother(decision, state, customer));
    }

    private static boolean standsForAnother(StoredDecision decision, CustomerState state, PlanCustomer customer) {
        boolean leftAsWhole = customer.lost() && customer.unit().isEmpty();
        return !decision.unit().equals(customer.unit())
                // To keep who has left is over with their leaving.
                && (decision.isWinBack() || (!leftAsWhole && !state.left(decision.unit())));
    }

    private boolean isThisPlan(String other) {
        return PlanRecords.isPieceOf(other, planId);
    }
}
