package io.holdfast.care.plan;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Plans of a few customers by the small playbook, for one day. */
final class OnePlan {
    /** A Monday. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final List<CustomerReason> PRICE = List.of(new CustomerReason("price", 1, 0.8));

    private OnePlan() {}

    static PlanCustomer.Builder at(double risk, double value) {
        return at("a", risk, value);
    }

    static PlanCustomer.Builder at(String id, double risk, double value) {
        return PlanCustomer.of(id, risk).tierValue(value).marginIfKept(5 * value);
    }

    static PlanCustomer.Builder renewing(PlanCustomer.Builder customer, String end) {
        return customer.columns(Map.of("contract", "One year", "contract_end", end));
    }

    static Planner planner(PlaybookText text) {
        return new Planner(text.read(), ActionEffects.none(), ReasonCatalogue.standard());
    }

    static CarePlan plan(PlanCustomer.Builder customer) {
        return plan(PlanText.small(), Budget.of(1000), customer.build());
    }

    static CarePlan plan(PlaybookText text, Budget budget, PlanCustomer... customers) {
        return planner(text).plan(List.of(customers), budget, PlanSettings.of(DAY));
    }

    static String action(PlanCustomer.Builder customer) {
        return plan(customer).decisions().get(0).play().orElseThrow().action();
    }

    static PlanCause cause(PlanCustomer.Builder customer) {
        return plan(customer).decisions().get(0).cause().orElseThrow();
    }
}
