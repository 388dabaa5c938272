package io.holdfast.serving.planning;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.OpenWork;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Plans;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.WriteRefusedException;
import io.holdfast.serving.store.Writing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores customers, plans for them and keeps the plan, all or nothing. Thread-safe. */
public final class PlanDesk {
    /** Each time another plan came first; then the facts are read anew. */
    private static final int MOST_ATTEMPTS = 5;

    private final ModelBundle bundle;
    private final Playbook playbook;
    private final Planning planning;
    private final Planner expected;
    private final MeasuredEffects measured;
    private final Explainer explainer;
    private final CustomerCells cells;
    private final PredictionRecords predictions;

    private PlanDesk(ModelBundle bundle, Playbook playbook, Planning planning) {
        this.bundle = bundle;
        this.playbook = playbook;
        this.planning = planning;
        this.expected = planner(ActionEffects.none());
        this.measured = new MeasuredEffects(planning);
        this.explainer = new Explainer(bundle);
        this.cells = new CustomerCells(planning, bundle.description());
        this.predictions = new PredictionRecords(bundle);
    }

    private Planner planner(ActionEffects effects) {
        return new Planner(playbook, effects, bundle.description().reasons());
    }

    /** A desk where there is a playbook to plan by: one of format 2. */
    public static Optional<PlanDesk> of(ModelBundle bundle, Optional<Playbook> playbook) {
        return playbook.flatMap(chosen -> chosen.planning().map(planning -> new PlanDesk(bundle, chosen, planning)));
    }

    /** What the playbook says of plans. */
    public Planning planning() {
        return planning;
    }

    /** SHA-256 of the bundle that scores. */
    public String modelDigest() {
        return bundle.manifest().digest();
    }

    /** SHA-256 of the playbook that is planned by. */
    public String playbookDigest() {
        return playbook.digest();
    }

    /** The first day whose scores may still be used: nobody is to be cared for by older ones. */
    public LocalDate firstValidDay(LocalDate today) {
        return today.minusDays(bundle.manifest().validDays());
    }

    /** What a plan is called; that depends neither on its customers nor on effects. */
    public String planId(PlanSettings settings) {
        return expected.planId(settings);
    }

    /** Reads what the playbook asks for. */
    public CustomerCells cells() {
        return cells;
    }

    /**
     * Plans with what the store knows, and keeps the plan.
     *
     * @throws WrongCellException when a column of a customer cannot be read; nothing is kept then
     * @throws io.holdfast.serving.store.WriteRefusedException when another plan has this id
     */
    public KeptPlan plan(PlanOrder order, Store store, Writing writing) throws WrongCellException {
        List<Optional<ScoredCustomer>> scores = score(order.entries(), store, writing);
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            customers.add(customer(order.entries().get(i), i, scores.get(i)));
        }
        for (int again = 1; again < MOST_ATTEMPTS; again++) {
            try {
                return keep(order, customers, scores, store, writing);
            } catch (WriteRefusedException e) {
                if (!e.code().equals(Plans.OVERTAKEN)) {
                    throw e;
                }
            }
        }
        return keep(order, customers, scores, store, writing);
    }

    private KeptPlan keep(
            PlanOrder order,
            List<PlanCustomer> customers,
            List<Optional<ScoredCustomer>> scores,
            Store store,
            Writing writing) {
        Planner planner =
                order.effects() == EffectSource.MEASURED ? planner(measured.of(store, writing.at())) : expected;
        String planId = planId(order.settings());
        StoreFacts facts =
                new StoreFacts(store, planning, planId, order.settings().day(), writing.at());
        Budget budget = order.budget().withOpenWork(openWork(order, planId, store, writing));
        CarePlan plan = planner.plan(facts.addTo(customers), budget, order.settings());
        List<CareDecision> decisions = List.copyOf(plan.decisions());
        NewPlan record = new PlanRecords(bundle, playbook, order.budget(), order.effects(), plan)
                .of(
                        1,
                        decisions,
                        scores.stream().map(score -> score.map(predictions::of)).toList());
        return new KeptPlan(plan, decisions, record, store.plans().keepUnlessOvertaken(record, writing));
    }

    /** Of a list that is planned in parts each takes its share; what the parts before it brought onto the work list is no earlier plan's. */
    private OpenWork openWork(PlanOrder order, String planId, Store store, Writing writing) {
        LocalDate day = order.settings().day();
        if (order.part().isEmpty() || store.plans().isKept(planId)) {
            return EarlierWork.of(store, planning, planId, Set.of(), day, writing.at());
        }
        ListPart part = order.part().get();
        Set<String> others = part.campaigns().stream()
                .map(campaign -> planId(order.settings().withCampaign(campaign)))
                .collect(Collectors.toUnmodifiableSet());
        return EarlierWork.of(store, planning, planId, others, day, writing.at())
                .share(part.before(), order.entries().size(), part.customers());
    }

    /** Nobody who objects is scored, nor who has left. */
    private List<Optional<ScoredCustomer>> score(List<PlanEntry> entries, Store store, Writing writing) {
        List<CustomerState> states =
                store.people().look(entries.stream().map(PlanEntry::id).toList(), writing.at());
        Scorer scorer = new Scorer(bundle);
        List<Optional<ScoredCustomer>> scores = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            boolean objects = states.get(i).objects();
            scores.add(entries.get(i).customer().filter(customer -> !objects).map(customer -> {
                ChurnScore score = scorer.score(customer);
                return new ScoredCustomer(score, explainer.rank(score));
            }));
        }
        return scores;
    }

    private PlanCustomer customer(PlanEntry entry, int index, Optional<ScoredCustomer> scored)
            throws WrongCellException {
        try {
            if (scored.isPresent()) {
                return cells.customer(scored.get().score(), scored.get().ranking(), entry.cells());
            }
            return entry.left()
                    ? cells.departed(entry.id(), entry.cells())
                    : cells.objecting(entry.id(), entry.cells());
        } catch (InputException e) {
            throw new WrongCellException(index, e);
        }
    }
}
