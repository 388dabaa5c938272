package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import io.holdfast.care.allocation.AllocationProblem;
import io.holdfast.care.allocation.Allocator;
import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes care plans. Every customer is planned for, held-out ones too: whoever would have got a play in competition with all others has it as a shadow, so that
 * those assigned and those shadow-assigned differ by the lot alone. Shadows therefore use up their part of the limits. Thread-safe.
 */
public final class Planner {
    private final Playbook playbook;
    private final Planning planning;
    private final ReasonCatalogue reasons;
    private final ActionEffects effects;
    private final List<PlayTerms> terms = new ArrayList<>();

    /**
     * A planner by a playbook and what was measured so far.
     *
     * @param reasons how reasons are called
     * @throws InputException if the playbook is of format 1, which says nothing of effects and costs
     */
    public Planner(Playbook playbook, ActionEffects effects, ReasonCatalogue reasons) {
        this.playbook = playbook;
        this.reasons = reasons;
        this.effects = effects;
        this.planning = playbook.planning()
                .orElseThrow(() -> new InputException(
                        "playbook_without_plans",
                        "playbook '" + playbook.name()
                                + "' has format 1, without effects and costs to plan by; expected"
                                + " format 2 (docs/playbook.md)"));
        Tiers tiers = new Tiers(playbook, planning);
        for (Play play : planning.plays()) {
            terms.add(new PlayTerms(play, new PlayEffects(play, effects, tiers::of), planning.contactCost(play)));
        }
    }

    /**
     * Plans for all customers at once. A function of its arguments: equal arguments give equal plans.
     *
     * @param customers one for each unit; units of one customer share the id, and one of them at most gets a play
     */
    public CarePlan plan(List<PlanCustomer> customers, Budget budget, PlanSettings settings) {
        return plan(customers, KeptRows.NONE, budget, settings);
    }

    /**
     * Goes on with a plan of which a part was kept before.
     *
     * @param kept what was decided then; the others compete for what that leaves of the limits, and another unit of who has a play by it gets a service only
     */
    public CarePlan plan(List<PlanCustomer> customers, KeptRows kept, Budget budget, PlanSettings settings) {
        Screening screening = new Screening(playbook, planning, settings);
        Groups groups = new Groups(customers, screening);
        int[] chosen = new int[customers.size()];
        Arrays.fill(chosen, Allocation.NOTHING);
        PlanCause[] causes = new PlanCause[customers.size()];
        Gathering gathering = new Gathering(customers, groups, screening);
        Limits limits = new Limits(planning, terms, budget, gathering.choosers);
        double[] left = limits.most();
        boolean[] settled = gathering.stand(kept, limits, left, chosen, causes);
        gathering.serve(limits, left, settled, chosen, causes);
        AllocationProblem problem = gathering.problem(limits, left, settled, causes);
        Allocation allocation = Allocator.solve(problem);
        double served = gathering.take(allocation, settled, chosen, causes);
        Lots lots = new Lots(
                new HoldOut(playbook.holdOut()),
                settings.campaign(),
                planning.campaignShare(),
                planning.unprovenShare(),
                unproven(customers, chosen),
                drawn(customers, kept));
        return new ComputedPlan(
                new PlanParts(
                        playbook,
                        planning,
                        reasons,
                        effects,
                        List.copyOf(terms),
                        screening,
                        groups,
                        lots,
                        settings,
                        limits,
                        kept),
                List.copyOf(customers),
                chosen,
                causes,
                allocation,
                served);
    }

    /** Whom or which household a play was chosen for whose effect is not known: more of them are held out, as far as the playbook says so. */
    private Set<String> unproven(List<PlanCustomer> customers, int[] chosen) {
        Set<String> unproven = new HashSet<>();
        for (int row = 0; row < chosen.length; row++) {
            PlanCustomer customer = customers.get(row);
            boolean lot = chosen[row] >= 0 && customer.serviceCases().isEmpty();
            if (lot && terms.get(chosen[row]).isNotProven(customer)) {
                unproven.add(Lots.drawnBy(customer));
            }
        }
        return unproven;
    }

    /** The shares by which the lot fell for the households of whoever was kept, so that the rest of them stands on the same side. */
    private static Map<String, Double> drawn(List<PlanCustomer> customers, KeptRows kept) {
        Map<String, Double> drawn = new HashMap<>();
        kept.decided()
                .forEach((row, decided) -> decided.campaignShare()
                        .ifPresent(share -> drawn.merge(Lots.drawnBy(customers.get(row)), share, Math::max)));
        return drawn;
    }

    /** Screens all rows and collects what may be given, group by group. */
    private final class Gathering {
        private final List<PlanCustomer> customers;
        private final Groups groups;
        private final PlanCause[] screened;
        private final long[] found;
        private final long[] candidates;
        private long choosers;

        Gathering(List<PlanCustomer> customers, Groups groups, Screening screening) {
            this.customers = customers;
            this.groups = groups;
            this.screened = new PlanCause[customers.size()];
            this.found = new long[customers.size()];
            this.candidates = new long[customers.size()];
            requireFew();
            for (int row = 0; row < screened.length; row++) {
                Screening.Screened result = screening.screen(customers.get(row));
                screened[row] = result.cause();
                for (Found each : result.found()) {
                    found[row] |= 1L << each.play();
                    if (!terms.get(each.play()).isStopped(customers.get(row))) {
                        candidates[row] |= 1L << each.play();
                    }
                }
                if (candidates[row] == 0 && found[row] != 0) {
                    screened[row] = PlanCause.HARMFUL;
                }
            }
            for (int group = 0; group < groups.count(); group++) {
                spreadRefusal(group);
                boolean any = false;
                for (int i = groups.start(group); i < groups.end(group); i++) {
                    any |= candidates[groups.row(i)] != 0;
                }
                choosers += any ? 1 : 0;
            }
        }

        /** Who objects, or wants no contact, does so for all their units. */
        private void spreadRefusal(int group) {
            PlanCause refusal = PlanCause.NO_CAPACITY;
            for (int i = groups.start(group); i < groups.end(group); i++) {
                PlanCause cause = screened[groups.row(i)];
                refusal = cause.compareTo(refusal) < 0 ? cause : refusal;
            }
            for (int i = groups.start(group); i < groups.end(group) && refusal.isRefusal(); i++) {
                if (screened[groups.row(i)] != PlanCause.ALREADY_LEFT) {
                    screened[groups.row(i)] = refusal;
                }
                found[groups.row(i)] = 0;
                candidates[groups.row(i)] = 0;
            }
        }

        private void requireFew() {
            if (terms.size() > Long.SIZE) {
                throw new InputException(
                        "too_many_actions",
                        "playbook '" + playbook.name() + "' has " + terms.size() + " actions; a plan can weigh at most "
                                + Long.SIZE);
            }
        }

        private boolean may(int row, int play) {
            return (candidates[row] >>> play & 1) != 0;
        }

        /** Lets stand what was kept before, a play that is stopped by now too; true for every group that has a play by it. */
        boolean[] stand(KeptRows kept, Limits limits, double[] left, int[] chosen, PlanCause[] causes) {
            boolean[] settled = new boolean[groups.count()];
            for (int group = 0; group < settled.length && !kept.decided().isEmpty(); group++) {
                boolean served = false;
                for (int i = groups.start(group); i < groups.end(group); i++) {
                    int row = groups.row(i);
                    KeptRows.@Nullable Decided decided = kept.of(row);
                    if (decided != null) {
                        int play = decided.action().map(this::play).orElse(Allocation.NOTHING);
                        if (play >= 0) {
                            stand(limits, left, row, play);
                            served |= isService(play);
                        }
                        // Nobody of the group gets a second one, though what was kept may be no choice any more.
                        settled[group] |= decided.action().isPresent();
                        if (play >= 0 && (found[row] >>> play & 1) != 0) {
                            chosen[row] = play;
                        } else if (!screened[row].isRefusal() && !screened[row].isUnscored()) {
                            screened[row] = decided.cause().orElse(PlanCause.EARLIER_DECISION);
                        }
                        candidates[row] = 0;
                    }
                }
                for (int i = groups.start(group); i < groups.end(group) && settled[group]; i++) {
                    int row = groups.row(i);
                    causes[row] = orOwn(PlanCause.OTHER_UNIT, row);
                    candidates[row] = served ? 0 : candidates[row];
                }
            }
            return settled;
        }

        private boolean isService(int play) {
            return terms.get(play).play().conduct().service();
        }

        /** A cause that concerns whoever has a play to get; of the others, what stands against them. */
        private PlanCause orOwn(PlanCause cause, int row) {
            for (int play = 0; play < terms.size(); play++) {
                if (may(row, play) && (isService(play) || gain(row, play) > 0)) {
                    return cause;
                }
            }
            return screened[row];
        }

        private int play(String code) {
            for (int play = 0; play < terms.size(); play++) {
                if (terms.get(play).play().code().equals(code)) {
                    return play;
                }
            }
            return Allocation.NOTHING;
        }

        private void stand(Limits limits, double[] left, int row, int play) {
            int kind = limits.kind(play, customers.get(row), true);
            double atRisk = limits.atRisk(play, customers.get(row), true);
            for (int limit = 0; limit < left.length; limit++) {
                left[limit] = Math.max(0, left[limit] - limits.use(kind, limit, cost(row, play), atRisk));
            }
        }

        /**
         * Gives what customers have a right to, as long as limits allow, and settles their groups by it. Another unit's play that was kept takes nobody's
         * right, unless it is a service itself.
         */
        void serve(Limits limits, double[] left, boolean[] settled, int[] chosen, PlanCause[] causes) {
            for (int group = 0; group < settled.length; group++) {
                int bestRow = -1;
                int bestPlay = -1;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = groups.start(group); i < groups.end(group); i++) {
                    int row = groups.row(i);
                    for (int play = 0; play < terms.size(); play++) {
                        if (may(row, play) && isService(play)) {
                            double gain = gain(row, play);
                            if (gain > most || bestRow < 0) {
                                most = gain;
                                bestRow = row;
                                bestPlay = play;
                            }
                        }
                    }
                }
                if (bestRow >= 0) {
                    boolean stood = settled[group];
                    settled[group] = true;
                    boolean fits = take(limits, left, bestRow, bestPlay);
                    for (int i = groups.start(group); i < groups.end(group); i++) {
                        int row = groups.row(i);
                        // Who has no right gets nothing for what was kept of another unit, whether the service fits or
                        // not.
                        if (fits || !stood || hasRight(row)) {
                            causes[row] = orOwn(fits ? PlanCause.OTHER_UNIT : PlanCause.NO_CAPACITY, row);
                        }
                    }
                    if (fits) {
                        chosen[bestRow] = bestPlay;
                    }
                }
            }
        }

        private boolean hasRight(int row) {
            for (int play = 0; play < terms.size(); play++) {
                if (may(row, play) && isService(play)) {
                    return true;
                }
            }
            return false;
        }

        private boolean take(Limits limits, double[] left, int row, int play) {
            double cost = cost(row, play);
            int kind = limits.kind(play, customers.get(row));
            double atRisk = limits.atRisk(play, customers.get(row));
            for (int limit = 0; limit < left.length; limit++) {
                if (limits.use(kind, limit, cost, atRisk) > left[limit]) {
                    return false;
                }
            }
            for (int limit = 0; limit < left.length; limit++) {
                left[limit] -= limits.use(kind, limit, cost, atRisk);
            }
            return true;
        }

        /** A customer of unknown margin is served all the same: at a gain of minus the cost. */
        private double gain(int row, int play) {
            double gain = terms.get(play).gain(customers.get(row));
            return Double.isNaN(gain) ? -cost(row, play) : gain;
        }

        private double cost(int row, int play) {
            return terms.get(play).cost(customers.get(row));
        }

        AllocationProblem problem(Limits limits, double[] left, boolean[] settled, PlanCause[] causes) {
            AllocationProblem.Builder builder = AllocationProblem.withRisk(left, limits.uses());
            for (int group = 0; group < groups.count(); group++) {
                for (int i = groups.start(group); i < groups.end(group) && !settled[group]; i++) {
                    int row = groups.row(i);
                    causes[row] = screened[row];
                    for (int play = 0; play < terms.size(); play++) {
                        if (may(row, play)) {
                            double gain = gain(row, play);
                            if (gain > 0) {
                                PlanCustomer customer = customers.get(row);
                                builder.alternative(
                                        limits.kind(play, customer),
                                        gain,
                                        cost(row, play),
                                        limits.atRisk(play, customer));
                                causes[row] = PlanCause.NO_CAPACITY;
                            }
                        }
                    }
                }
                builder.endGroup();
            }
            return builder.build();
        }

        /** Turns choices into plays by row; the sum of what services gain. */
        double take(Allocation allocation, boolean[] settled, int[] chosen, PlanCause[] causes) {
            double served = 0;
            for (int group = 0; group < groups.count(); group++) {
                int at = -1;
                for (int i = groups.start(group); i < groups.end(group); i++) {
                    int row = groups.row(i);
                    if (settled[group]) {
                        served += chosen[row] >= 0 ? gain(row, chosen[row]) : 0;
                        continue;
                    }
                    for (int play = 0; play < terms.size(); play++) {
                        if (may(row, play) && gain(row, play) > 0 && ++at == allocation.choice(group)) {
                            chosen[row] = play;
                        }
                    }
                }
                if (!settled[group] && allocation.choice(group) >= 0) {
                    for (int i = groups.start(group); i < groups.end(group); i++) {
                        int row = groups.row(i);
                        if (causes[row] == PlanCause.NO_CAPACITY) {
                            causes[row] = PlanCause.OTHER_UNIT;
                        }
                    }
                }
            }
            return served;
        }
    }
}
