package io.holdfast.care.plan;

import io.holdfast.care.plan.Found.Trigger;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Condition;
import io.holdfast.care.playbook.ForbiddenRule;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayStep;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.Timing;
import io.holdfast.care.playbook.ValueTier;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts out which plays may be given to a customer at all, before any gain is compared. */
final class Screening {
    private final Playbook playbook;
    private final Planning planning;
    private final PlanSettings settings;
    private final Tiers tiers;

    Screening(Playbook playbook, Planning planning, PlanSettings settings) {
        this.playbook = playbook;
        this.planning = planning;
        this.settings = settings;
        this.tiers = new Tiers(playbook, planning);
    }

    /** The customer's tier: the last one of the lost, unprofitable where a column shows it, else by value. */
    Optional<ValueTier> tier(PlanCustomer customer) {
        return tiers.of(customer);
    }

    Optional<LifecycleStage> stage(PlanCustomer customer) {
        return planning.stages().stage(customer.lost(), customer::cell);
    }

    /** The price-affecting plays whose published rules the customer meets: a right, whatever is known of risk, reasons or tier. */
    List<String> entitlements(PlanCustomer customer) {
        List<String> entitled = new ArrayList<>();
        for (Play play : planning.plays()) {
            if (play.conduct().priceAffecting()
                    && play.winBack() == customer.lost()
                    && Condition.all(play.eligible(), customer::cell)) {
                entitled.add(play.code());
            }
        }
        return entitled;
    }

    /** The plays that may be given, in the order of the playbook, and what stood against the one that came furthest. */
    Screened screen(PlanCustomer customer) {
        if (customer.objects()) {
            return new Screened(List.of(), PlanCause.EXCLUDED);
        }
        if (customer.departed()) {
            return new Screened(List.of(), PlanCause.ALREADY_LEFT);
        }
        if (customer.optedOut()) {
            return new Screened(List.of(), PlanCause.OPTED_OUT);
        }
        if (customer.engaged()) {
            return new Screened(List.of(), PlanCause.EARLIER_DECISION);
        }
        Optional<ValueTier> tier = tier(customer);
        Optional<LifecycleStage> stage = stage(customer);
        PlanCause furthest = PlanCause.NO_PLAY;
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < planning.plays().size(); i++) {
            Play play = planning.plays().get(i);
            @Nullable Trigger trigger = null;
            PlanCause against = PlanCause.NO_PLAY;
            if (isFor(play, customer, tier, stage)) {
                boolean waits = isPromotional(play) && customer.serviceCases().contains(ServiceCase.COMPLAINT);
                trigger = waits ? null : trigger(play, customer);
                against = waits ? PlanCause.COMPLAINT_OPEN : trigger == null ? PlanCause.NO_TRIGGER : PlanCause.NO_GAIN;
            }
            if (trigger != null) {
                @Nullable PlanCause barrier = barrier(play, customer, trigger);
                if (barrier == null) {
                    Optional<Timing.Due> timing = due(play, customer);
                    Optional<LocalDate> due = timing.flatMap(when -> inTime(play, when));
                    if (due.isPresent()) {
                        found.add(new Found(i, trigger, due.get(), timing.get()));
                        continue;
                    }
                    against = timing.isPresent() ? PlanCause.TOO_LATE : PlanCause.NO_TRIGGER;
                } else {
                    against = barrier;
                }
            }
            furthest = against.compareTo(furthest) > 0 ? against : furthest;
        }
        return new Screened(found, found.isEmpty() ? furthest : PlanCause.NO_GAIN);
    }

    private static boolean isFor(
            Play play, PlanCustomer customer, Optional<ValueTier> tier, Optional<LifecycleStage> stage) {
        boolean careOnly = customer.serviceCases().contains(ServiceCase.VULNERABLE)
                || tier.filter(each -> each == ValueTier.UNPROFITABLE).isPresent();
        return play.winBack() == customer.lost()
                && (!careOnly || play.conduct().help() || (play.conduct().service() && !play.isOffer()))
                && (play.tiers().isEmpty()
                        || tier.filter(play.tiers()::contains).isPresent())
                && (play.stages().isEmpty()
                        || stage.filter(play.stages()::contains).isPresent())
                && Condition.all(play.eligible(), customer::cell);
    }

    /** Whatever is neither service nor help; who complains gets none of it, and would be counted as served. */
    private static boolean isPromotional(Play play) {
        return !play.conduct().service() && !play.conduct().help();
    }

    private @Nullable Trigger trigger(Play play, PlanCustomer customer) {
        Play.Triggers triggers = play.triggers();
        for (CustomerEvent event : customer.events()) {
            long age = ChronoUnit.DAYS.between(event.day(), settings.day());
            if (triggers.events().contains(event.code()) && age >= 0 && age <= triggers.withinDays()) {
                return new Trigger(Trigger.Kind.EVENT, event.code());
            }
        }
        for (ServiceCase open : ServiceCase.values()) {
            if (customer.serviceCases().contains(open) && triggers.events().contains(open.code())) {
                return new Trigger(Trigger.Kind.EVENT, open.code());
            }
        }
        for (int i = 0; i < customer.reasons().size(); i++) {
            CustomerReason reason = customer.reasons().get(i);
            if (triggers.reasons().contains(reason.code()) && (i == 0 || reason.share() >= planning.reasonShare())) {
                return new Trigger(Trigger.Kind.REASON, reason.code());
            }
        }
        if (triggers.cadenceMonths() > 0
                && !given(play, customer, settings.day().minusMonths(triggers.cadenceMonths()))) {
            return new Trigger(Trigger.Kind.CADENCE, "");
        }
        boolean occasionAlone =
                triggers.reasons().isEmpty() && triggers.events().isEmpty() && triggers.cadenceMonths() == 0;
        return occasionAlone ? new Trigger(Trigger.Kind.OCCASION, "") : null;
    }

    private @Nullable PlanCause barrier(Play play, PlanCustomer customer, Trigger trigger) {
        if (trigger.kind() == Trigger.Kind.REASON
                && !customer.lost()
                && customer.risk() < playbook.contactThreshold()) {
            return PlanCause.BELOW_THRESHOLD;
        }
        if (isForbidden(play, customer)) {
            return PlanCause.FORBIDDEN;
        }
        if (!reaches(play, customer)) {
            return PlanCause.NO_CHANNEL;
        }
        if (play.steps().stream().map(PlayStep::channel).anyMatch(customer.wrongChannels()::contains)) {
            return PlanCause.WRONG_NUMBER;
        }
        int days = play.conduct().coolDownDays();
        if (days > 0 && given(play, customer, settings.day().minusDays(days))) {
            return PlanCause.COOL_DOWN;
        }
        if (!play.conduct().service()
                && isOf(customer.declined(), play, settings.day().minusDays(planning.refusalDays()))) {
            return PlanCause.DECLINED;
        }
        if (!play.conduct().service() && contacts(customer) + play.steps().size() > planning.mostContacts()) {
            return PlanCause.CONTACT_LIMIT;
        }
        return Double.isNaN(customer.marginIfKept()) && !play.conduct().service() ? PlanCause.NO_MARGIN : null;
    }

    /** A filed request ends all offers, and a filed port request everything but service. */
    private boolean isForbidden(Play play, PlanCustomer customer) {
        if (!customer.filedRequests().isEmpty() && play.isOffer()) {
            return true;
        }
        if (customer.filedRequests().contains(FiledRequest.PORT)
                && !play.conduct().service()) {
            return true;
        }
        for (ForbiddenRule rule : planning.forbidden()) {
            if (rule.concerns(play) && Condition.all(rule.when(), customer::cell)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(Play play, PlanCustomer customer) {
        for (PlayStep step : play.steps()) {
            if (customer.refusedChannels().contains(step.channel())) {
                return false;
            }
        }
        Channel first = play.steps().get(0).channel();
        return customer.preferredChannel().isEmpty()
                || customer.preferredChannel().get() == first
                || play.conduct().service();
    }

    private boolean given(Play play, PlanCustomer customer, LocalDate after) {
        return isOf(customer.contacts(), play, after);
    }

    private static boolean isOf(List<PastContact> contacts, Play play, LocalDate after) {
        return contacts.stream()
                .anyMatch(contact ->
                        contact.action().equals(play.code()) && contact.day().isAfter(after));
    }

    private int contacts(PlanCustomer customer) {
        LocalDate after = settings.day().minusDays(planning.contactDays());
        int count = 0;
        for (PastContact contact : customer.contacts()) {
            count += contact.day().isAfter(after) ? 1 : 0;
        }
        return count;
    }

    /** Empty if the play is not due within the plan's period, or not any more. */
    private Optional<Timing.Due> due(Play play, PlanCustomer customer) {
        LocalDate end = settings.day().plusDays(planning.periodDays());
        return play.triggers()
                .timing()
                .due(settings.day(), column -> date(customer.cell(column)))
                .filter(due -> due.day().isBefore(end));
    }

    /** The day on which it is due, quiet times observed; empty if that, or its effect, would be too late. */
    private Optional<LocalDate> inTime(Play play, Timing.Due due) {
        int lead = play.conduct().leadDays();
        LocalDate day = planning.quiet().next(due.day());
        boolean late = day.isAfter(due.occasion())
                || settings.day().plusDays(lead).isAfter(due.occasion())
                || (settings.daysToRiskWindow().isPresent()
                        && lead > settings.daysToRiskWindow().getAsInt());
        return late ? Optional.empty() : Optional.of(day);
    }

    private static Optional<LocalDate> date(String cell) {
        try {
            return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * What may be given.
     *
     * @param found in the order of the playbook
     * @param cause why nothing, if nothing else comes to it
     */
    record Screened(List<Found> found, PlanCause cause) {}
}
