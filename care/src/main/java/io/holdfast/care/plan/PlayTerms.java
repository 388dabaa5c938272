package io.holdfast.care.plan;

import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayOffer;

/**
 * A play with its effect and costs, to compute gains by.
 *
 * @param play of the playbook
 * @param effect measured, or as the playbook expects
 * @param contactCost of all steps
 */
record PlayTerms(Play play, ActionEffect effect, double contactCost) {
    /**
     * E[margin | play] - E[margin | nothing]. The play saves (or wins back) a share of those it is about, who then take the offer; of those who would have
     * stayed (or come back) anyway, the share of acceptance takes it too.
     */
    double gain(PlanCustomer customer) {
        PlayOffer offer = play.offer();
        double given = offer.cost(value(customer));
        double anyway = play.winBack() ? customer.risk() : 1 - customer.risk();
        return helped(customer) * (customer.marginIfKept() - given) - contactCost - given * anyway * offer.acceptance();
    }

    /** Standard deviation of the gain, by what is not known of the effect. */
    double deviation(PlanCustomer customer) {
        return effect.deviation() * exposure(customer);
    }

    /** What one unit of relative effect is worth. */
    double exposure(PlanCustomer customer) {
        return customer.risk() * Math.abs(customer.marginIfKept() - play.offer().cost(value(customer)));
    }

    /** Expected spending. */
    double cost(PlanCustomer customer) {
        PlayOffer offer = play.offer();
        double given = offer.cost(value(customer));
        double anyway = play.winBack() ? customer.risk() : 1 - customer.risk();
        return contactCost + given * (anyway * offer.acceptance() + Math.max(0, helped(customer)));
    }

    /** Probability that the customer is saved or won back by it; below 0 if it drives away. */
    double helped(PlanCustomer customer) {
        double relative = play.winBack() ? effect.change() : -effect.change();
        double most = play.winBack() ? 1 - customer.risk() : customer.risk();
        return Math.min(most, Math.max(customer.risk() - 1, relative * customer.risk()));
    }

    private static double value(PlanCustomer customer) {
        return customer.tierValue().orElse(Double.NaN);
    }
}
