package io.holdfast.features.snapshot;

import io.holdfast.features.duckdb.HistoryTables;
import io.holdfast.features.duckdb.UnitNumbers;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.plan.ValueColumn;
import io.holdfast.features.plan.ValuePlan;
import io.holdfast.features.value.ValueModels;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The step between the database and the features: reads what is known of each unit, fits value models where none are frozen, and puts their columns beside. */
final class ValueStep {
    private final ValuePlan plan;
    private final boolean frozen;
    private final Map<LocalDate, String> failures = new TreeMap<>();
    private ValueModels models;

    /** @param frozen the models of a bundle; empty to fit them */
    ValueStep(ValuePlan plan, Optional<ValueModels> frozen) {
        this.plan = plan;
        this.frozen = frozen.isPresent();
        this.models = frozen.orElse(ValueModels.none());
    }

    /** Makes the columns as of a date; dates come in ascending order. */
    void fill(HistoryTables tables, FeaturePlan features, LocalDate asOf) {
        UnitNumbers numbers = tables.numbers(features.valueSql(asOf), features.valueOrder());
        ValueRows rows = plan.contract() ? new ContractRows(plan, numbers) : new PurchaseRows(plan, numbers);
        if (plan.models() && !frozen) {
            rows.fit(asOf, models).ifPresentOrElse(fitted -> models = fitted, () -> failures.put(asOf, rows.whyNot()));
        }
        Map<ValueColumn, double[]> values = new LinkedHashMap<>();
        for (ValueColumn column : plan.columns()) {
            values.put(
                    column,
                    IntStream.range(0, numbers.size())
                            .mapToDouble(i -> Double.NaN)
                            .toArray());
        }
        rows.score(asOf, models, values);
        Map<String, double[]> named = new LinkedHashMap<>();
        values.forEach((column, cells) -> named.put(column.column(plan), cells));
        tables.put(ValueColumn.TABLE, numbers.units(), named);
        if (frozen && plan.models() && !isFitted(asOf)) {
            failures.put(asOf, "no model in the bundle was fitted by then");
        }
    }

    private boolean isFitted(LocalDate asOf) {
        return plan.contract()
                ? models.contracts(asOf).isPresent()
                : models.purchases(asOf).isPresent();
    }

    ValuePlan plan() {
        return plan;
    }

    /** All that were fitted or given. */
    ValueModels models() {
        return models;
    }

    /** Where there is no model, and why: one sentence each. */
    Map<LocalDate, String> failures() {
        return failures;
    }
}
