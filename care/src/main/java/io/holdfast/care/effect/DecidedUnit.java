package io.holdfast.care.effect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A customer's line or policy with one decision, and what became of it.
 *
 * @param customer whose it is
 * @param unit the line or policy; empty for the customer with all they have
 * @param cluster what the lot was drawn for: household or customer
 * @param side how it stands to the lot
 * @param heldOutWith the probability of being held out that the decision logged, 0 to 1
 * @param lot what the campaign of the decision drew by itself
 * @param plan that decided
 * @param action chosen; empty without one
 * @param reason that led, by its code; empty if unknown
 * @param tier by its code; empty if unknown
 * @param decidedAt when
 * @param lost whether the unit had left already, so that care was to win it back
 * @param reached whether somebody spoke to the customer about it
 * @param mixed whether ids were merged that are of different arms, or for which lots were drawn apart
 * @param outcomes of the unit, also those before the decision, in any order, but of two at one moment that first which was told first
 */
public record DecidedUnit(
        String customer,
        String unit,
        String cluster,
        Side side,
        double heldOutWith,
        CampaignLot lot,
        String plan,
        String action,
        String reason,
        String tier,
        Instant decidedAt,
        boolean lost,
        boolean reached,
        boolean mixed,
        List<DatedOutcome> outcomes) {
    /** Keeps a copy. */
    public DecidedUnit {
        outcomes = List.copyOf(outcomes);
    }

    /** A decision of a campaign that drew nothing by itself. */
    public DecidedUnit(
            String customer,
            String unit,
            String cluster,
            Side side,
            double heldOutWith,
            String plan,
            String action,
            String reason,
            String tier,
            Instant decidedAt,
            boolean lost,
            boolean reached,
            boolean mixed,
            List<DatedOutcome> outcomes) {
        this(
                customer,
                unit,
                cluster,
                side,
                heldOutWith,
                CampaignLot.NONE,
                plan,
                action,
                reason,
                tier,
                decidedAt,
                lost,
                reached,
                mixed,
                outcomes);
    }

    /** A customer with all they have. */
    public DecidedUnit(
            String customer,
            String cluster,
            Side side,
            double heldOutWith,
            String plan,
            String action,
            String reason,
            String tier,
            Instant decidedAt,
            boolean lost,
            boolean reached,
            boolean mixed,
            List<DatedOutcome> outcomes) {
        this(
                customer,
                "",
                cluster,
                side,
                heldOutWith,
                plan,
                action,
                reason,
                tier,
                decidedAt,
                lost,
                reached,
                mixed,
                outcomes);
    }

    /** With the lot that its campaign drew. */
    public DecidedUnit withLot(CampaignLot drawn) {
        return with(heldOutWith, drawn, outcomes);
    }

    /** With other outcomes. */
    public DecidedUnit withOutcomes(List<DatedOutcome> told) {
        return with(heldOutWith, lot, told);
    }

    /** As the lot of its campaign alone drew it, for who is not held out for good. */
    DecidedUnit drawnByCampaign() {
        return with(lot.share(), lot, outcomes);
    }

    private DecidedUnit with(double probability, CampaignLot drawn, List<DatedOutcome> told) {
        return new DecidedUnit(
                customer,
                unit,
                cluster,
                side,
                probability,
                drawn,
                plan,
                action,
                reason,
                tier,
                decidedAt,
                lost,
                reached,
                mixed,
                told);
    }

    boolean isChosen() {
        return side == Side.ASSIGNED || side == Side.SHADOW;
    }

    /** Whether the lot could have fallen either way. */
    boolean isUncertain() {
        return heldOutWith > 0 && heldOutWith < 1;
    }

    /** Whether it is known to have left before the day of the decision, and not to have come back by then. */
    boolean hadLeft() {
        Instant day = decidedAt.truncatedTo(ChronoUnit.DAYS);
        return outcomes.stream()
                .filter(outcome -> outcome.at().isBefore(day))
                .filter(outcome -> outcome.isEnd() || outcome.kind() == OutcomeKind.RETURNED)
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .map(DatedOutcome::isEnd)
                .orElse(false);
    }

    double probabilityOfSide() {
        return side == Side.SHADOW ? heldOutWith : 1 - heldOutWith;
    }
}
