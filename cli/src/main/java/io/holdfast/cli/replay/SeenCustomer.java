package io.holdfast.cli.replay;

import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.Response;

/**
 * A customer as a month begins.
 *
 * @param customer as plans see them: a score that errs, contacts so far
 * @param truth what nobody knows
 * @param response how they answer to care
 */
record SeenCustomer(PlanCustomer customer, UnitMonth truth, Response response) {
    int unit() {
        return truth.unit();
    }
}
