package io.holdfast.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a plan costs: processor seconds of the whole process, collection and compilation included, and the gap to the bound. Arguments: the telecom playbook that
 * ships, customers. Money and teams are scarce: what a hundredth of the customers could use up.
 */
public final class PlanCost {
    private static final double NANOS = 1e9;
    private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
    private static final List<String> REASONS =
            List.of("core-service", "price", "competitor", "inconvenience", "neglect", "need-change");

    private PlanCost() {}

    public static void main(String[] args) {
        Playbook playbook = Playbook.read(Path.of(args[0]));
        List<PlanCustomer> customers = customers(Integer.parseInt(args[1]));
        Planner planner = new Planner(playbook, ActionEffects.none(), ReasonCatalogue.standard());
        int hundredth = customers.size() / 100;
        Budget budget = new Budget(
                6.0 * hundredth, Map.of("retention-desk", hundredth, "field-service", hundredth / 20), Map.of());
        double before = processorSeconds();
        CarePlan plan = planner.plan(customers, budget, PlanSettings.of(LocalDate.of(2026, 3, 2)));
        double after = processorSeconds();
        PlanSummary summary = plan.summary();
        System.out.printf(
                Locale.ROOT,
                "%,d customers, %d actions: %.1f s processor, gap %.5f %%, %,d planned, %,d withheld%n",
                customers.size(),
                playbook.planning().orElseThrow().plays().size(),
                after - before,
                100 * summary.gap(),
                summary.planned(),
                summary.withheld());
        for (LimitUse limit : summary.limits()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %.1f of %.1f, price %.3f%n",
                    limit.name(),
                    limit.used(),
                    limit.limit(),
                    limit.price());
        }
    }

    private static List<PlanCustomer> customers(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<Map<String, String>> columns = new ArrayList<>();
        for (String contract : CONTRACTS) {
            for (int tenure = 0; tenure < 72; tenure++) {
                columns.add(Map.of("contract", contract, "tenure", Integer.toString(tenure)));
            }
        }
        List<PlanCustomer> customers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double value = 20 + 100 * random.nextDouble();
            double risk = Math.pow(random.nextDouble(), 2);
            double share = 0.4 + 0.5 * random.nextDouble();
            customers.add(PlanCustomer.of("C-" + i, risk)
                    .tierValue(value)
                    .marginIfKept(4.8 * value)
                    .reasons(List.of(
                            new CustomerReason(REASONS.get(random.nextInt(3)), 1, share),
                            new CustomerReason(REASONS.get(3 + random.nextInt(3)), 0.5, 1 - share)))
                    .columns(columns.get(random.nextInt(columns.size())))
                    .build());
        }
        return customers;
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }
}
