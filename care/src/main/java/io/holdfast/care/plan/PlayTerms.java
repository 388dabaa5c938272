package io.holdfast.care.plan;

import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayOffer;

/**
 * A play with its effects and costs, to compute gains by.
 *
 * @param play of the playbook
 * @param effects measured, or as the playbook expects
 * @param contactCost of all steps
 */
record PlayTerms(Play play, PlayEffects effects, double contactCost) {
    /** The effect on a customer. */
    ActionEffect effect(PlanCustomer customer) {
        return effects.of(customer);
    }

    /** Whether nobody knows yet what it does to a customer. A service is a right, not an experiment. */
    boolean explores(PlanCustomer customer) {
        return !play.conduct().service() && effect(customer).evidence() == Evidence.UNPROVEN;
    }

    /** Whether it is not known to help, by what is known now; it may be known to harm. */
    boolean isNotProven(PlanCustomer customer) {
        return explores(customer) || isStopped(customer);
    }

    /** Whether it is not assigned any more to such customers. */
    boolean isStopped(PlanCustomer customer) {
        return !play.conduct().service() && effect(customer).evidence() == Evidence.HARMFUL;
    }

    /**
     * E[margin | play] - E[margin | nothing]. The play saves (or wins back) a share of those it is about, who then take the offer; of those who would have
     * stayed (or come back) anyway, the share of acceptance takes it too.
     */
    double gain(PlanCustomer customer) {
        return helped(customer) * (customer.marginIfKept() - given(customer)) - costWithoutEffect(customer);
    }

    /** Standard deviation of the gain, by what is not known of the effect. */
    double deviation(PlanCustomer customer) {
        return effect(customer).deviation() * customer.risk() * Math.abs(customer.marginIfKept() - given(customer));
    }

    /** Expected spending. */
    double cost(PlanCustomer customer) {
        return costWithoutEffect(customer) + given(customer) * Math.max(0, helped(customer));
    }

    /** What it costs if it does nothing: the contacts, and the offer to those who stay or come back anyway. */
    double costWithoutEffect(PlanCustomer customer) {
        double anyway = play.winBack() ? customer.risk() : 1 - customer.risk();
        return contactCost + given(customer) * anyway * play.offer().acceptance();
    }

    /** Probability that the customer is saved or won back by it; below 0 if it drives away. */
    double helped(PlanCustomer customer) {
        double change = effect(customer).change();
        double relative = play.winBack() ? change : -change;
        double most = play.winBack() ? 1 - customer.risk() : customer.risk();
        return Math.min(most, Math.max(customer.risk() - 1, relative * customer.risk()));
    }

    private double given(PlanCustomer customer) {
        PlayOffer offer = play.offer();
        return offer.cost(customer.tierValue().orElse(Double.NaN));
    }
}
