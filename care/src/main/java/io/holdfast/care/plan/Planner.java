package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import io.holdfast.care.allocation.Allocator;
import io.holdfast.care.holdout.CampaignShares;
import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes care plans. Every customer is planned for, held-out ones too: whoever would have got a play in competition with all others has it as a shadow, so that
 * those assigned and those shadow-assigned differ by the lot alone. Shadows therefore use up their part of the limits. Thread-safe.
 */
public final class Planner {
    private final Playbook playbook;
    private final Planning planning;
    private final ReasonCatalogue reasons;
    private final ActionEffects effects;
    private final List<PlayTerms> terms;

    /**
     * A planner by a playbook and what was measured so far.
     *
     * @param reasons how reasons are called
     * @throws InputException if the playbook is of format 1, which says nothing of effects and costs, or has more than 64 actions
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
        this.terms = planning.plays().stream()
                .map(play -> new PlayTerms(play, new PlayEffects(play, effects, tiers::of), planning.contactCost(play)))
                .toList();
        if (terms.size() > Candidates.MOST_PLAYS) {
            throw new InputException(
                    "too_many_actions",
                    "playbook '" + playbook.name() + "' has " + terms.size() + " actions; a plan can weigh at most "
                            + Candidates.MOST_PLAYS);
        }
    }

    /** What a plan is called, whomever it is for: {@link CarePlan#planId()} of each by these settings. */
    public String planId(PlanSettings settings) {
        return ComputedPlan.planId(playbook, settings);
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
        Candidates candidates = new Candidates(customers, groups, terms, screening);
        Choices choices = new Choices(candidates, new Limits(planning, terms, budget, candidates.choosers()));
        new KeptPlays(candidates, choices).stand(kept);
        new Services(candidates, choices).serve();
        TriedPlays tried = new TriedPlays(planning, terms, budget, candidates, choices);
        Competition competition = new Competition(candidates, choices, tried);
        Allocation allocation = Allocator.solve(competition.problem());
        double served = competition.take(allocation);
        int[] chosen = choices.plays();
        Lots lots = new Lots(
                new HoldOut(playbook.holdOut()),
                settings.campaign(),
                planning.campaignShare(),
                unprovenShares(customers, chosen),
                drawn(customers, kept));
        return new ComputedPlan(
                new PlanParts(
                        playbook,
                        planning,
                        reasons,
                        effects,
                        terms,
                        screening,
                        groups,
                        lots,
                        settings,
                        choices.limits(),
                        tried,
                        kept),
                List.copyOf(customers),
                chosen,
                choices.causes(),
                allocation,
                served);
    }

    /** By whom or which household a play was chosen for that is not proven: the share of them that is held out, the largest of the household. */
    private Map<String, Double> unprovenShares(List<PlanCustomer> customers, int[] chosen) {
        Map<String, Double> shares = new HashMap<>();
        for (int row = 0; row < chosen.length; row++) {
            PlanCustomer customer = customers.get(row);
            boolean lot = chosen[row] >= 0 && customer.serviceCases().isEmpty();
            if (lot && terms.get(chosen[row]).isNotProven(customer)) {
                shares.merge(Lots.drawnBy(customer), shareOf(terms.get(chosen[row]), customer), Math::max);
            }
        }
        return shares;
    }

    /** The nearer a play comes to being known to help, the fewer go without it. */
    private double shareOf(PlayTerms play, PlanCustomer customer) {
        int untilItsEnd = planning.daysToSeeItsEnd(play.play());
        double harm = play.effect(customer)
                .measured()
                .filter(measured -> measured.days() >= untilItsEnd)
                .map(Measured::harm)
                .orElse(1.0);
        return new CampaignShares(planning.campaignShare(), planning.unprovenShare()).of(harm);
    }

    /** The shares by which the lot fell for the households of whoever was kept, so that the rest of them stands on the same side. */
    private static Map<String, Double> drawn(List<PlanCustomer> customers, KeptRows kept) {
        Map<String, Double> drawn = new HashMap<>();
        kept.decided()
                .forEach((row, decided) -> decided.campaignShare()
                        .ifPresent(share -> drawn.merge(Lots.drawnBy(customers.get(row)), share, Math::max)));
        return drawn;
    }
}
