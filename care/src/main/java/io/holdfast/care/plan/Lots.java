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
        return holdOut.withholds(drawnBy(customer), armTier, campaign, campaignShare) ? Arm.HELD_OUT : Arm.TREATED;
    }

    /** Probability with which the campaign by itself holds out; 0 for who is, or may be, held out for good. */
    double drawnAnew(PlanCustomer customer) {
        return campaignShare == 0 || customer.heldOut() || holdOut.mayWithholdForGood(drawnBy(customer))
                ? 0
                : campaignShare;
    }

    private static String drawnBy(PlanCustomer customer) {
        return customer.household().isEmpty() ? customer.id() : customer.household();
    }

    double withheldProbability(Optional<ValueTier> armTier) {
        return holdOut.probability(armTier, campaignShare);
    }
}
