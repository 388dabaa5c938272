package io.holdfast.features.snapshot;

import io.holdfast.features.duckdb.UnitNumbers;
import io.holdfast.features.plan.ValueColumn;
import io.holdfast.features.plan.ValuePlan;
import io.holdfast.features.value.Estimate;
import io.holdfast.features.value.PurchaseHistories;
import io.holdfast.features.value.ValueEstimate;
import io.holdfast.features.value.ValueModel;
import io.holdfast.features.value.ValueModels;
import io.holdfast.features.value.ValueScores;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Units that buy without a contract. */
final class PurchaseRows implements ValueRows {
    private static final int FREQUENCY = 0;
    private static final int RECENCY = 1;
    private static final int AGE = 2;
    private static final int LATER = 3;
    private static final int YEAR = 4;
    private static final int KNOWN = 5;

    private final ValuePlan plan;
    private final UnitNumbers numbers;
    private final int[] buyers;
    private String whyNot = "";

    PurchaseRows(ValuePlan plan, UnitNumbers numbers) {
        this.plan = plan;
        this.numbers = numbers;
        this.buyers = IntStream.range(0, numbers.size())
                .filter(i -> numbers.columns()[AGE][i] > 0)
                .toArray();
    }

    private PurchaseHistories histories(int[] rows) {
        int[] frequency = pick(FREQUENCY, rows);
        if (plan.amount().isEmpty()) {
            return PurchaseHistories.of(frequency, pick(RECENCY, rows), pick(AGE, rows));
        }
        double parts = plan.amount().get().parts();
        double[] mean = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            mean[i] = frequency[i] == 0 ? 0 : Math.max(0, numbers.columns()[LATER][rows[i]]) / (parts * frequency[i]);
        }
        return PurchaseHistories.of(frequency, pick(RECENCY, rows), pick(AGE, rows), mean);
    }

    private int[] pick(int column, int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = Math.toIntExact(numbers.columns()[column][rows[i]]);
        }
        return picked;
    }

    @Override
    public Optional<ValueModels> fit(LocalDate asOf, ValueModels models) {
        int[] rows = ValueRows.fitted(buyers);
        try {
            return Optional.of(models.with(ValueModel.fit(asOf, histories(rows))));
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
        if (numbers.size() > 0) {
            ValueRows.margins(plan, numbers.columns()[YEAR], numbers.columns()[KNOWN], columns);
        }
        models.purchases(asOf).ifPresent(model -> expectations(asOf, model, columns));
    }

    private void expectations(LocalDate asOf, ValueModel model, Map<ValueColumn, double[]> columns) {
        if (!plan.models()) {
            return;
        }
        PurchaseHistories histories = histories(buyers);
        ValueScores scores = model.score(asOf, histories, plan.settings());
        put(columns, ValueColumn.ALIVE, scores.alive());
        put(columns, ValueColumn.PURCHASES, scores.purchases());
        put(columns, ValueColumn.NO_PURCHASE, scores.noPurchase());
        scores.spend().ifPresent(spend -> put(columns, ValueColumn.SPEND, spend));
        scores.lifetimeValue().ifPresent(value -> put(columns, ValueColumn.LIFETIME, value));
        if (plan.intervals() && model.purchases().fit().hasErrors()) {
            intervals(asOf, model, histories, columns);
        }
    }

    private void put(Map<ValueColumn, double[]> columns, ValueColumn column, double[] values) {
        double[] cells = columns.get(column);
        if (cells != null) {
            for (int i = 0; i < values.length; i++) {
                cells[buyers[i]] = values[i];
            }
        }
    }

    private void intervals(
            LocalDate asOf, ValueModel model, PurchaseHistories histories, Map<ValueColumn, double[]> columns) {
        boolean spend = model.spend() == null || model.spend().fit().hasErrors();
        ValueModel known =
                spend ? model : new ValueModel(model.formatVersion(), model.fittedAsOf(), model.purchases(), null);
        for (int i = 0; i < buyers.length; i++) {
            ValueEstimate estimate = known.estimate(asOf, histories, i, plan.settings());
            range(columns, ValueColumn.ALIVE_LOW, ValueColumn.ALIVE_HIGH, buyers[i], estimate.alive());
            range(columns, ValueColumn.PURCHASES_LOW, ValueColumn.PURCHASES_HIGH, buyers[i], estimate.purchases());
            int row = buyers[i];
            estimate.lifetimeValue()
                    .ifPresent(
                            value -> range(columns, ValueColumn.LIFETIME_LOW, ValueColumn.LIFETIME_HIGH, row, value));
        }
    }

    static void range(
            Map<ValueColumn, double[]> columns, ValueColumn low, ValueColumn high, int row, Estimate estimate) {
        double[] from = columns.get(low);
        double[] to = columns.get(high);
        if (from != null && to != null) {
            from[row] = estimate.low();
            to[row] = estimate.high();
        }
    }
}
