package io.holdfast.features.snapshot;

import io.holdfast.features.duckdb.UnitNumbers;
import io.holdfast.features.plan.ValueColumn;
import io.holdfast.features.plan.ValuePlan;
import io.holdfast.features.value.ContractHistories;
import io.holdfast.features.value.ContractModel;
import io.holdfast.features.value.Estimate;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Units with a contract that renews itself every so many days. */
final class ContractRows implements ValueRows {
    private static final int SINCE = 0;
    private static final int LEFT = 1;
    private static final int YEAR = 2;
    private static final int KNOWN = 3;
    private static final double DAYS_A_YEAR = 365;

    private final ValuePlan plan;
    private final UnitNumbers numbers;
    private String whyNot = "";

    ContractRows(ValuePlan plan, UnitNumbers numbers) {
        this.plan = plan;
        this.numbers = numbers;
    }

    private int renewals(int row) {
        long days = Math.max(0, numbers.columns()[SINCE][row] - numbers.columns()[LEFT][row]);
        return Math.toIntExact(days / plan.periodDays());
    }

    @Override
    public Optional<ValueModels> fit(LocalDate asOf, ValueModels models) {
        int[] rows = ValueRows.fitted(IntStream.range(0, numbers.size()).toArray());
        int[] renewals = new int[rows.length];
        boolean[] left = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            renewals[i] = renewals(rows[i]);
            left[i] = numbers.columns()[LEFT][rows[i]] > 0;
        }
        try {
            return Optional.of(
                    models.with(ContractModel.fit(asOf, ContractHistories.of(new int[rows.length], renewals, left))));
        } catch (InputException e) {
            whyNot = e.getMessage();
            return Optional.empty();
        }
    }

    @Override
    public String whyNot() {
        return whyNot;
    }

    @Override
    public void score(LocalDate asOf, ValueModels models, Map<ValueColumn, double[]> columns) {
        int size = numbers.size();
        if (numbers.size() > 0) {
            ValueRows.margins(plan, numbers.columns()[YEAR], numbers.columns()[KNOWN], columns);
        }
        Optional<ContractModel> model = models.contracts(asOf);
        if (model.isEmpty() || !plan.models()) {
            return;
        }
        int[] renewals = IntStream.range(0, size).map(this::renewals).toArray();
        double[] remaining = columns.get(ValueColumn.REMAINING);
        if (remaining != null) {
            double[] life = model.get().remainingLife(asOf, renewals, plan.periods());
            for (int i = 0; i < size; i++) {
                remaining[i] = life[i] * plan.periodDays();
            }
        }
        double[] margin = columns.get(ValueColumn.MARGIN_IF_KEPT);
        double[] lifetime = columns.get(ValueColumn.LIFETIME);
        if (lifetime != null && margin != null) {
            double[] period = new double[size];
            for (int i = 0; i < size; i++) {
                period[i] = margin[i] * plan.periodDays() / DAYS_A_YEAR;
            }
            double discount = StrictMath.pow(1 + plan.settings().yearlyDiscount(), plan.periodDays() / DAYS_A_YEAR) - 1;
            double[] expected = model.get().expectedMargin(asOf, renewals, period, plan.periods(), discount);
            System.arraycopy(expected, 0, lifetime, 0, size);
        }
        if (plan.intervals() && model.get().renewals().fit().hasErrors()) {
            intervals(asOf, model.get(), renewals, columns);
        }
    }

    private void intervals(LocalDate asOf, ContractModel model, int[] renewals, Map<ValueColumn, double[]> columns) {
        double[] lifetime = columns.get(ValueColumn.LIFETIME);
        for (int i = 0; i < renewals.length; i++) {
            Estimate life = model.estimate(asOf, renewals[i], plan.periods());
            PurchaseRows.range(
                    columns,
                    ValueColumn.REMAINING_LOW,
                    ValueColumn.REMAINING_HIGH,
                    i,
                    new Estimate(
                            life.value() * plan.periodDays(),
                            life.low() * plan.periodDays(),
                            life.high() * plan.periodDays()));
            if (lifetime != null) {
                double scale = life.value() > 0 ? lifetime[i] / life.value() : 0;
                PurchaseRows.range(
                        columns,
                        ValueColumn.LIFETIME_LOW,
                        ValueColumn.LIFETIME_HIGH,
                        i,
                        new Estimate(
                                lifetime[i],
                                Math.min(life.low() * scale, life.high() * scale),
                                Math.max(life.low() * scale, life.high() * scale)));
            }
        }
    }
}
