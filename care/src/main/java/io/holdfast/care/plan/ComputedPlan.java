package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayStep;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A plan that keeps one number a row and makes the rest when asked for, so that a million customers fit into memory. */
final class ComputedPlan implements CarePlan {
    private static final int ID_DIGITS = 32;

    private final PlanParts parts;
    private final List<PlanCustomer> customers;
    private final int[] chosen;
    private final PlanCause[] causes;
    private final Allocation allocation;
    private final String planId;
    private final PlanSummary summary;

    ComputedPlan(
            PlanParts parts,
            List<PlanCustomer> customers,
            int[] chosen,
            PlanCause[] causes,
            Allocation allocation,
            double served) {
        this.parts = parts;
        this.customers = customers;
        this.chosen = chosen;
        this.causes = causes;
        this.allocation = allocation;
        this.planId = planId(parts.playbook(), parts.settings());
        this.summary = summarise(served);
    }

    static String planId(Playbook playbook, PlanSettings settings) {
        return hash(playbook.digest() + "\n" + settings.campaign() + "\n" + settings.day());
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }

    @Override
    public String planId() {
        return planId;
    }

    @Override
    public String playbookDigest() {
        return parts.playbook().digest();
    }

    @Override
    public String campaign() {
        return parts.settings().campaign();
    }

    @Override
    public LocalDate day() {
        return parts.settings().day();
    }

    @Override
    public PlanSummary summary() {
        return summary;
    }

    @Override
    public List<CareDecision> decisions() {
        return new Decisions();
    }

    @Override
    public boolean hasPlay(int row) {
        return chosen[row] >= 0;
    }

    private final class Decisions extends AbstractList<CareDecision> implements RandomAccess {
        @Override
        public CareDecision get(int row) {
            return decision(row);
        }

        @Override
        public int size() {
            return customers.size();
        }
    }

    private PlanSummary summarise(double served) {
        int planned = 0;
        int withheld = 0;
        double cost = 0;
        double gain = 0;
        double[] deviations = new double[parts.terms().size()];
        PriceOfKnowing.Sum price = new PriceOfKnowing.Sum();
        double[] used = new double[parts.limits().count()];
        Lateness lateness = new Lateness(parts.settings().day(), parts.planning());
        Map<Integer, List<PlannedStep>> atOnce = new HashMap<>();
        for (int row = 0; row < chosen.length; row++) {
            if (chosen[row] < 0) {
                continue;
            }
            PlanCustomer customer = customers.get(row);
            PlayTerms terms = parts.terms().get(chosen[row]);
            double own = terms.cost(customer);
            boolean kept = parts.kept().of(row) != null;
            int kind = parts.limits().kind(chosen[row], customer, kept);
            double atRisk = parts.limits().atRisk(chosen[row], customer, kept);
            for (int limit = 0; limit < used.length; limit++) {
                used[limit] += parts.limits().use(kind, limit, own, atRisk);
            }
            if (arm(row, armTier(customer)) == Arm.HELD_OUT) {
                withheld++;
                price.forgo(known(terms.gain(customer), -own));
            } else {
                planned++;
                lateness.add(steps(row, atOnce));
                cost += own;
                gain += known(terms.gain(customer), -own);
                deviations[chosen[row]] += known(terms.deviation(customer), 0);
                if (parts.limits().explores(chosen[row], customer, kept)) {
                    price.explore(own, terms.costWithoutEffect(customer));
                }
            }
        }
        return new PlanSummary(
                planned,
                withheld,
                chosen.length - planned - withheld,
                GainEstimate.normal(gain, deviation(deviations)),
                cost,
                allocation.total() + served,
                allocation.bound() + served,
                uses(used, lateness),
                price.price(),
                StoppedUse.of(parts.planning(), parts.effects(), parts.reasons()),
                parts.effects().lotKept());
    }

    /**
     * The steps of what a row has.
     *
     * @param atOnce those of plays that are due alike for all, by the play's number
     */
    private List<PlannedStep> steps(int row, Map<Integer, List<PlannedStep>> atOnce) {
        int play = chosen[row];
        return parts.terms().get(play).play().triggers().timing().isOccasion()
                ? stepsOf(row)
                : atOnce.computeIfAbsent(play, each -> stepsOf(row));
    }

    private List<PlannedStep> stepsOf(int row) {
        return play(row, parts.screening().screen(customers.get(row)).found()).steps();
    }

    private static double known(double number, double otherwise) {
        return Double.isNaN(number) ? otherwise : number;
    }

    /** If an action's effect is wrong, it is so for all its customers. */
    private static double deviation(double[] byPlay) {
        double squares = 0;
        for (double own : byPlay) {
            squares += own * own;
        }
        return Math.sqrt(squares);
    }

    private List<LimitUse> uses(double[] used, Lateness lateness) {
        double[] most = parts.limits().most();
        List<LimitUse> uses = new ArrayList<>();
        for (int limit = 0; limit < used.length; limit++) {
            if (limit == used.length - 1 && Double.isInfinite(most[limit])) {
                // A playbook without such a limit knows no such name.
                continue;
            }
            String name = parts.limits().name(limit);
            int taken = parts.limits().taken(limit);
            boolean endless = Double.isInfinite(most[limit]);
            uses.add(new LimitUse(
                    name,
                    used[limit],
                    most[limit],
                    allocation.price(limit),
                    taken,
                    endless ? 0 : lateness.late(name, most[limit], taken)));
        }
        return uses;
    }

    private Optional<ValueTier> armTier(PlanCustomer customer) {
        return parts.groups().armTier(customer, parts.screening().tier(customer));
    }

    private Arm arm(int row, Optional<ValueTier> tier) {
        boolean service = chosen[row] >= 0
                && parts.terms().get(chosen[row]).play().conduct().service();
        return parts.lots().arm(customers.get(row), tier, service);
    }

    private CareDecision decision(int row) {
        PlanCustomer customer = customers.get(row);
        String id = hash(planId + "\n" + customer.id() + "\n" + customer.unit());
        if (causes[row].isUnscored()) {
            return CareDecision.unscored(id, customer, causes[row]);
        }
        List<Found> found = causes[row].isRefusal()
                ? List.of()
                : parts.screening().screen(customer).found();
        Optional<ValueTier> armTier = armTier(customer);
        Arm arm = arm(row, armTier);
        double withheld = withheldProbability(customer, arm, armTier);
        List<Candidate> candidates = candidates(row, found, withheld);
        @Nullable PlannedPlay play = null;
        PlanStatus status = PlanStatus.NONE;
        if (chosen[row] >= 0) {
            play = play(row, found);
            status = arm == Arm.HELD_OUT ? PlanStatus.WITHHELD : PlanStatus.PLANNED;
        }
        return new CareDecision(
                id,
                customer,
                arm,
                arm == Arm.TREATED || arm == Arm.HELD_OUT ? parts.lots().drawnAnew(customer, armTier) : 0,
                status,
                play == null ? causes[row] : null,
                play,
                parts.screening().tier(customer).orElse(null),
                parts.screening().stage(customer).orElse(null),
                parts.screening().entitlements(customer),
                candidates,
                () -> new PlanWords(parts, allocation).explain(customer, arm, chosen[row], causes[row], found));
    }

    /** Who is known to be held out where nobody is by the lot, is so for sure. */
    private double withheldProbability(PlanCustomer customer, Arm arm, Optional<ValueTier> armTier) {
        if (arm == Arm.SERVED || arm == Arm.UNMEASURED) {
            return 0;
        }
        double probability = parts.lots().withheldProbability(customer, armTier);
        return customer.heldOut() && probability == 0 ? 1 : probability;
    }

    private List<Candidate> candidates(int row, List<Found> found, double withheld) {
        List<Candidate> candidates = new ArrayList<>();
        for (Found each : found) {
            PlayTerms terms = parts.terms().get(each.play());
            PlanCustomer customer = customers.get(row);
            candidates.add(new Candidate(
                    terms.play().code(),
                    gain(terms, customer),
                    terms.cost(customer),
                    terms.effect(customer).evidence(),
                    each.play() == chosen[row] ? 1 - withheld : 0));
        }
        candidates.add(new Candidate(
                Candidate.NOTHING, GainEstimate.ZERO, 0, Evidence.PROVEN, chosen[row] >= 0 ? withheld : 1));
        candidates.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.gain().expected())
                .reversed());
        return candidates;
    }

    static GainEstimate gain(PlayTerms terms, PlanCustomer customer) {
        return GainEstimate.normal(
                known(terms.gain(customer), -terms.cost(customer)), known(terms.deviation(customer), 0));
    }

    private PlannedPlay play(int row, List<Found> screened) {
        PlanCustomer customer = customers.get(row);
        PlayTerms terms = parts.terms().get(chosen[row]);
        Found found = screened.stream()
                .filter(each -> each.play() == chosen[row])
                .findFirst()
                .orElseThrow();
        Play play = terms.play();
        List<PlannedStep> steps = new ArrayList<>();
        List<LocalDate> days = parts.planning()
                .stepDays(play, found.due().plusDays(play.steps().get(0).afterDays()));
        for (PlayStep step : play.steps()) {
            LocalDate due = days.get(steps.size());
            LocalDate expires = due.plusDays(play.conduct().expiresAfterDays());
            if (steps.isEmpty() && found.timing().occasion().isBefore(expires)) {
                expires = found.timing().occasion();
            }
            steps.add(new PlannedStep(steps.size() + 1, step.channel(), step.team(), due, expires, step.text()));
        }
        return new PlannedPlay(
                play.code(),
                play.conduct().priceAffecting(),
                steps,
                gain(terms, customer),
                terms.cost(customer),
                terms.effect(customer).evidence());
    }
}
