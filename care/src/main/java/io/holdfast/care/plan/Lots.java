package io.holdfast.care.plan;

import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.ValueTier;
import java.util.Optional;

/** Draws the arm of a customer in a campaign, by household where it is known. */
record Lots(HoldOut holdOut, String campaign, double campaignShare) {
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
        if (withheldProbability(armTier) == 0) {
            return Arm.UNMEASURED;
        }
        String drawnBy = customer.household().isEmpty() ? customer.id() : customer.household();
        return holdOut.withholds(drawnBy, armTier, campaign, campaignShare) ? Arm.HELD_OUT : Arm.TREATED;
    }

    double withheldProbability(Optional<ValueTier> armTier) {
        return holdOut.probability(armTier, campaignShare);
    }
}
