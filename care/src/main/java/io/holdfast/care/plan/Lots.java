package io.holdfast.care.plan;

import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.ValueTier;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the arm of a customer in a campaign, by household where it is known.
 *
 * @param campaignShare what the campaign draws anew where every play is proven, and where there is none
 * @param unprovenShares the same by whom or which household a play was chosen for that is not
 * @param drawn by which share it was drawn for whom or which household before, whatever is proven by now
 */
record Lots(
        HoldOut holdOut,
        String campaign,
        double campaignShare,
        Map<String, Double> unprovenShares,
        Map<String, Double> drawn) {
    /**
     * The arm.
     *
     * @param service whether the customer's play is a right of theirs
     */
    Arm arm(PlanCustomer customer, Optional<ValueTier> armTier, boolean service) {
        if (service || !customer.serviceCases().isEmpty()) {
            return Arm.SERVED;
        }
        if (customer.heldOut()) {
            return Arm.HELD_OUT;
        }
        if (withheldProbability(customer, armTier) == 0) {
            return Arm.UNMEASURED;
        }
        return holdOut.withholds(drawnBy(customer), armTier, campaign, share(customer)) ? Arm.HELD_OUT : Arm.TREATED;
    }

    /** Probability with which the campaign by itself holds out; 0 for who is held out for good. */
    double drawnAnew(PlanCustomer customer, Optional<ValueTier> armTier) {
        return customer.heldOut() || holdOut.withholds(drawnBy(customer), armTier)
                ? 0
                : holdOut.drawnAnew(armTier, share(customer));
    }

    /** The same for all of a household, so that its members stand on one side: the larger one. */
    private double share(PlanCustomer customer) {
        double share = unprovenShares.getOrDefault(drawnBy(customer), campaignShare);
        return drawn.getOrDefault(drawnBy(customer), share);
    }

    /** What the lot is drawn by: the household where it is known, else the customer. */
    static String drawnBy(PlanCustomer customer) {
        return customer.household().isEmpty() ? customer.id() : customer.household();
    }

    double withheldProbability(PlanCustomer customer, Optional<ValueTier> armTier) {
        return holdOut.probability(armTier, share(customer));
    }
}
