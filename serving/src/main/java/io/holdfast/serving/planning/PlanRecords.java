package io.holdfast.serving.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.Candidate;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.ExplanationPart;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlannedPlay;
import io.holdfast.care.plan.PlannedStep;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.StoredCandidate;
import io.holdfast.serving.store.StoredPrediction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns one plan into what a store keeps of it. Days begin at midnight UTC. Thread-safe. */
public final class PlanRecords {
    /** Parts the number of a piece from the id of the plan. */
    static final String PIECE = "-";

    private final String modelDigest;
    private final Playbook playbook;
    private final CarePlan plan;
    private final ObjectNode settings;
    private final String summary;

    /** Records of a plan that was made by this playbook, budget and effects for scores of this bundle. */
    public PlanRecords(ModelBundle bundle, Playbook playbook, Budget budget, EffectSource effects, CarePlan plan) {
        this(bundle.manifest().digest(), playbook, budget, effects, plan);
    }

    /**
     * The same for scores that no bundle gave.
     *
     * @param modelDigest SHA-256 of what gave them
     */
    public PlanRecords(String modelDigest, Playbook playbook, Budget budget, EffectSource effects, CarePlan plan) {
        this.modelDigest = modelDigest;
        this.playbook = playbook;
        this.plan = plan;
        this.settings = settings(plan, budget, playbook, effects);
        this.summary = PlanFigures.of(plan).toJson().toString();
    }

    /**
     * What to keep of a plan, or of a piece of a large one.
     *
     * @param piece from 1; the first one has the id of the plan, the others that and their number
     * @param decisions those of the piece
     * @param predictions what each rests on, in the same order; none for who objects to profiling or has left
     */
    public NewPlan of(int piece, List<CareDecision> decisions, List<Optional<StoredPrediction>> predictions) {
        List<StoredPrediction> kept = new ArrayList<>();
        List<NewDecision> records = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            CareDecision decision = decisions.get(i);
            Optional<StoredPrediction> prediction =
                    decision.cause().filter(PlanCause::isUnscored).isPresent() ? Optional.empty() : predictions.get(i);
            prediction.ifPresent(kept::add);
            records.add(record(decision, prediction.map(StoredPrediction::predictionId)));
        }
        return new NewPlan(
                pieceId(plan, piece),
                modelDigest,
                plan.playbookDigest(),
                playbook.holdOut().salt(),
                playbook.holdOut().share(),
                settings(decisions),
                summary,
                kept,
                records);
    }

    /** Whether an id names a plan, or a piece of it. */
    static boolean isPieceOf(String id, String planId) {
        return id.equals(planId) || id.startsWith(planId + PIECE);
    }

    /** How a piece of a plan is called. */
    static String pieceId(CarePlan plan, int piece) {
        return piece == 1 ? plan.planId() : plan.planId() + PIECE + piece;
    }

    private static ObjectNode settings(CarePlan plan, Budget budget, Playbook playbook, EffectSource effects) {
        Planning planning = playbook.planning().orElseThrow();
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("campaign", plan.campaign());
        settings.put("campaignShare", planning.campaignShare());
        // Plans from before there were two are named without it; who is held out for good has the probability alone to
        // tell by which one they would have been drawn.
        if (planning.unprovenShare() != planning.campaignShare()) {
            settings.put("unprovenShare", planning.unprovenShare());
            ArrayNode lasting =
                    settings.putArray("holdOutShares").add(playbook.holdOut().share());
            playbook.holdOut().tierShares().values().forEach(lasting::add);
        }
        settings.put("day", plan.day().toString());
        settings.put("budget", budget.money());
        ObjectNode capacities = settings.putObject("capacities");
        budget.teams().forEach(capacities::put);
        budget.channels().forEach((channel, contacts) -> capacities.put(channel.code(), contacts));
        // Plans from before there was a choice are named without it.
        if (effects != EffectSource.MEASURED) {
            settings.put("effects", effects.code());
        }
        return settings;
    }

    /** With whom it was asked for, so that the same request is known even where another plan comes of it. */
    private String settings(List<CareDecision> decisions) {
        StringBuilder customers = new StringBuilder();
        for (CareDecision decision : decisions) {
            customers
                    .append(decision.customerId())
                    .append('\n')
                    .append(decision.unit())
                    .append('\n');
        }
        return settings.deepCopy()
                .put("customers", Sha256.hex(customers.toString().getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    private NewDecision record(CareDecision decision, Optional<String> predictionId) {
        List<DecisionStep> steps = decision.play().map(PlanRecords::steps).orElse(List.of());
        Instant expiresAt = steps.stream()
                .map(DecisionStep::expiresAt)
                .max(Instant::compareTo)
                .orElseGet(() -> midnight(plan.day().plusDays(periodDays())));
        return NewDecision.of(
                        decision.decisionId(),
                        decision.customerId(),
                        decision.arm().code(),
                        decision.status().code(),
                        expiresAt)
                .unit(decision.unit())
                .household(decision.household())
                .owner(decision.owner())
                .prediction(predictionId)
                .cause(decision.cause().map(PlanCause::code))
                .action(decision.play().map(PlannedPlay::action), steps)
                .candidates(
                        decision.candidates().stream()
                                .map(PlanRecords::candidate)
                                .toList(),
                        assignedWith(decision))
                .explanation(explanation(decision))
                .campaignShare(decision.campaignShare())
                .tier(decision.tier().map(ValueTier::code))
                .goal(goal(decision))
                .build();
    }

    /** Where no play was chosen too, so that it is known who had left; of who was not scored nobody looked. */
    private static Optional<String> goal(CareDecision decision) {
        return decision.cause().filter(PlanCause::isUnscored).isPresent()
                ? Optional.empty()
                : Optional.of(decision.lost() ? NewDecision.WIN_BACK : NewDecision.RETAIN);
    }

    private int periodDays() {
        return playbook.planning().orElseThrow().periodDays();
    }

    private static List<DecisionStep> steps(PlannedPlay play) {
        List<DecisionStep> steps = new ArrayList<>();
        for (PlannedStep step : play.steps()) {
            steps.add(new DecisionStep(
                    step.number(),
                    step.channel().code(),
                    step.team(),
                    midnight(step.dueAt()),
                    midnight(step.expiresAt().plusDays(1)),
                    step.text()));
        }
        return steps;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Of what is carried out: the play, or nothing. */
    private static double assignedWith(CareDecision decision) {
        String assigned = decision.status() == PlanStatus.PLANNED
                ? decision.play().orElseThrow().action()
                : Candidate.NOTHING;
        return decision.candidates().stream()
                .filter(candidate -> candidate.action().equals(assigned))
                .mapToDouble(Candidate::assignmentProbability)
                .findFirst()
                .orElse(1);
    }

    private static StoredCandidate candidate(Candidate candidate) {
        return new StoredCandidate(
                candidate.action(),
                candidate.assignmentProbability(),
                OptionalDouble.of(candidate.gain().expected()));
    }

    private static String explanation(CareDecision decision) {
        ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
        for (ExplanationPart part : decision.explanation()) {
            ObjectNode sentence = sentences.addObject();
            sentence.put("question", part.question().code());
            ObjectNode texts = sentence.putObject("texts");
            part.text().texts().forEach((language, words) -> texts.put(language.tag(), words));
        }
        return sentences.toString();
    }
}
