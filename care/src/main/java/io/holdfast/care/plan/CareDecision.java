package io.holdfast.care.plan;

import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a plan decides for one customer. (The decision of {@link io.holdfast.care.decision} is the look-up for a single customer without budget,
 * capacity or history; where a plan exists, the plan's is the customer's one answer.) Immutable.
 */
public final class CareDecision {
    private final String decisionId;
    private final PlanCustomer customer;
    private final Arm arm;
    private final double campaignShare;
    private final PlanStatus status;
    private final @Nullable PlanCause cause;
    private final @Nullable PlannedPlay play;
    private final @Nullable ValueTier tier;
    private final @Nullable LifecycleStage stage;
    private final List<String> entitlements;
    private final List<Candidate> candidates;
    private final Supplier<List<ExplanationPart>> explanation;

    CareDecision(
            String decisionId,
            PlanCustomer customer,
            Arm arm,
            double campaignShare,
            PlanStatus status,
            @Nullable PlanCause cause,
            @Nullable PlannedPlay play,
            @Nullable ValueTier tier,
            @Nullable LifecycleStage stage,
            List<String> entitlements,
            List<Candidate> candidates,
            Supplier<List<ExplanationPart>> explanation) {
        this.decisionId = decisionId;
        this.customer = customer;
        this.arm = arm;
        this.campaignShare = campaignShare;
        this.status = status;
        this.cause = cause;
        this.play = play;
        this.tier = tier;
        this.stage = stage;
        this.entitlements = List.copyOf(entitlements);
        this.candidates = List.copyOf(candidates);
        this.explanation = explanation;
    }

    /** The decision for a customer who objects to profiling, or has left: nothing is known of them but the id. */
    static CareDecision unscored(String decisionId, PlanCustomer customer, PlanCause cause) {
        return new CareDecision(
                decisionId,
                customer,
                Arm.UNMEASURED,
                0,
                PlanStatus.NONE,
                cause,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List::of);
    }

    /** Hash of playbook, campaign, day, customer and unit: 32 hexadecimal digits; the same plan gives the same id. */
    public String decisionId() {
        return decisionId;
    }

    /** The customer's id, byte for byte. */
    public String customerId() {
        return customer.id();
    }

    /** The unit that may leave (line, policy, account); empty where the customer is the unit. */
    public String unit() {
        return customer.unit();
    }

    /** The household or account by which arms are drawn; empty if unknown. */
    public String household() {
        return customer.household();
    }

    /** The employee or branch who looks after the customer; empty if unknown. */
    public String owner() {
        return customer.owner();
    }

    /** Whether the customer is known to have left, so that only winning back is left to do. */
    public boolean lost() {
        return customer.lost();
    }

    /** The side of the measurement. */
    public Arm arm() {
        return arm;
    }

    /**
     * The probability with which the lot that the campaign draws by itself holds the customer out, 0 to 1; 0 for who is held out for good, and for who is served or not
     * measured.
     */
    public double campaignShare() {
        return campaignShare;
    }

    /** What is to be done; to be looked at before anything else. */
    public PlanStatus status() {
        return status;
    }

    /** Why there is no care; only with {@link PlanStatus#NONE}. */
    public Optional<PlanCause> cause() {
        return Optional.ofNullable(cause);
    }

    /** The play, or its shadow with {@link PlanStatus#WITHHELD}; none with {@link PlanStatus#NONE}. */
    public Optional<PlannedPlay> play() {
        return Optional.ofNullable(play);
    }

    /** The value tier, where it is known. */
    public Optional<ValueTier> tier() {
        return Optional.ofNullable(tier);
    }

    /** The life-cycle stage, where it is known. */
    public Optional<LifecycleStage> stage() {
        return Optional.ofNullable(stage);
    }

    /**
     * Codes of the price-affecting plays whose published rules the customer meets, in the order of the playbook. They follow from product, tenure and terms of
     * contract alone; whoever asks for one is entitled to it, planned or not.
     */
    public List<String> entitlements() {
        return entitlements;
    }

    /** Everything that could have been chosen, the highest gain first; doing nothing is always among them. Empty for excluded customers. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** Why it was decided so, in the order in which it is read; put into words when asked for. */
    public List<ExplanationPart> explanation() {
        return List.copyOf(explanation.get());
    }
}
