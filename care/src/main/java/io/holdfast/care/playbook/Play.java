package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that can be done for a customer, in one step or several: one decision, one arm.
 *
 * @param code its stable name
 * @param winBack whether it is for customers who have left; else for those who may leave
 * @param triggers what makes it come into question
 * @param tiers whom it is for; empty: everybody, also customers whose tier is unknown
 * @param stages whom it is for; empty: everybody, also customers whose stage is unknown
 * @param eligible rules over columns that all have to hold
 * @param conduct how it has to be handled
 * @param change expected relative change of the probability of leaving, or of coming back; what the author believes
 * @param deviation standard deviation of that belief
 * @param stopIfHarmful whether it is not assigned any more where it is shown to do harm; else the author's expectation holds on
 * @param offer what is given away
 * @param steps in order, at least one
 * @param line of the playbook
 */
public record Play(
        String code,
        boolean winBack,
        Triggers triggers,
        Set<ValueTier> tiers,
        Set<LifecycleStage> stages,
        List<Condition> eligible,
        Conduct conduct,
        double change,
        double deviation,
        boolean stopIfHarmful,
        PlayOffer offer,
        List<PlayStep> steps,
        int line) {
    /** Keeps copies. */
    public Play {
        Set<ValueTier> tierCopy = EnumSet.noneOf(ValueTier.class);
        tierCopy.addAll(tiers);
        tiers = Collections.unmodifiableSet(tierCopy);
        Set<LifecycleStage> stageCopy = EnumSet.noneOf(LifecycleStage.class);
        stageCopy.addAll(stages);
        stages = Collections.unmodifiableSet(stageCopy);
        eligible = List.copyOf(eligible);
        steps = List.copyOf(steps);
    }

    /** Whether it can change what a customer pays or gives something away, so that it may not follow a filed request. */
    public boolean isOffer() {
        return conduct.priceAffecting() || offer.isOffer();
    }

    /**
     * What makes a play come into question. One of reasons, events and cadence is enough; where there is none of them, the occasion of the timing is.
     *
     * @param reasons codes of reasons it answers
     * @param events codes of events
     * @param withinDays how old an event may be
     * @param cadenceMonths months after which it comes again; 0: never by itself
     * @param timing when it is due
     */
    public record Triggers(List<String> reasons, Set<String> events, int withinDays, int cadenceMonths, Timing timing) {
        /** Keeps copies. */
        public Triggers {
            reasons = List.copyOf(reasons);
            events = Set.copyOf(events);
        }
    }

    /**
     * How a play has to be handled.
     *
     * @param priceAffecting whether it can change what a customer pays or is granted
     * @param help whether it only helps: for customers in need, never a sale
     * @param service whether the customer has a right to it, gain or not
     * @param leadDays days until it can have an effect
     * @param coolDownDays days after which the same customer may get it again
     * @param expiresAfterDays days after it is due in which it still makes sense
     * @param lastsDays days that what is given lasts, so that leaving may be only put off until then; 0: nothing lasts
     * @param watchDays days after its end in which leaving that was put off still comes
     */
    public record Conduct(
            boolean priceAffecting,
            boolean help,
            boolean service,
            int leadDays,
            int coolDownDays,
            int expiresAfterDays,
            int lastsDays,
            int watchDays) {}
}
