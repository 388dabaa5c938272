package io.holdfast.features.snapshot;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.IsoCurrency;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.plan.PlanSettings;
import io.holdfast.features.plan.ValuePlan;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.CostTable;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole of a {@code history.yaml}.
 *
 * @param description of its files
 * @param churn what leaving is
 * @param settings what features are made
 * @param value what says what a unit is worth, if anything
 * @param snapshots the dates a model learns from
 * @param costs what contacting and losing units costs, as far as anybody said
 */
public record CustomerHistory(
        HistoryDescription description,
        ChurnDefinition churn,
        PlanSettings settings,
        Optional<ValuePlan> value,
        SnapshotSettings snapshots,
        CostTable costs) {
    /** The name of the description in a bundle. */
    public static final String FILE = "history.yaml";

    /** The column of a feature table that says by which plan it was made. */
    public static final String PLAN = "feature_plan";

    /**
     * Reads a file; messages name it as the path is written.
     *
     * @throws InputException if it cannot be read or does not describe a history; the message names the line
     */
    public static CustomerHistory read(Path yaml) {
        YamlMapping file = YamlReader.read(yaml);
        CustomerHistory history = read(file);
        // Bundles of before keep what they hold.
        IsoCurrency.require(file.fields(), history.description);
        file.fields()
                .optionalMapping("costs")
                .ifPresent(costs -> IsoCurrency.requireCosts(costs.fields("'costs'"), history.description.currency()));
        return history;
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source how messages name it
     * @throws InputException if it does not describe a history; the message names the line
     */
    public static CustomerHistory read(String source, byte[] yaml) {
        return read(YamlReader.read(source, yaml));
    }

    private static CustomerHistory read(YamlMapping file) {
        YamlFields fields = file.fields();
        HistoryDescription description = HistoryDescription.read(fields);
        ChurnDefinition churn = ChurnDefinition.read(fields, description);
        CustomerHistory history = new CustomerHistory(
                description,
                churn,
                PlanSettings.read(fields, description),
                ValuePlan.read(fields, description, churn),
                SnapshotSettings.read(fields),
                CostTable.NONE);
        Optional<YamlMapping> costs = fields.optionalMapping("costs");
        fields.finish();
        return costs.map(given -> history.with(costs(given, history.plan().features(), description.currency())))
                .orElse(history);
    }

    /** Amounts are numbers, or columns of the table of features. */
    private static CostTable costs(YamlMapping given, List<Feature> features, String currency) {
        CostTable costs = CostTable.read(
                given,
                features.stream().map(Feature::name).toList(),
                features.stream()
                        .filter(feature -> feature.kind() == ColumnKind.NUMBER)
                        .map(Feature::name)
                        .collect(Collectors.toSet()));
        return costs.currency().isEmpty() ? new CostTable(currency, costs.amounts()) : costs;
    }

    private CustomerHistory with(CostTable given) {
        return new CustomerHistory(description, churn, settings, value, snapshots, given);
    }

    /** Whether a file describes a history, as opposed to a table of customers. */
    public static boolean is(Path yaml) {
        return YamlReader.read(yaml).entries().containsKey("sources");
    }

    /** The features. */
    public FeaturePlan plan() {
        return new FeaturePlan(description, churn, settings, value);
    }

    /**
     * Names the plan by all that decides which values the features have, wherever the files lie: 32 hexadecimal digits.
     *
     * @param values the value models that the features hold the expectations of; none where there are none
     */
    public String planDigest(ValueModels values) {
        return PlanDigest.of(this, values);
    }

    /**
     * The same churn and the same features, of the files of another description.
     *
     * @throws InputException if that one has other sources
     */
    public CustomerHistory at(CustomerHistory places) {
        return new CustomerHistory(description.at(places.description), churn, settings, value, snapshots, costs);
    }

    /**
     * The same with the log of care that goes with the files, for rows to learn from.
     *
     * @throws InputException if that description has other sources
     */
    public CustomerHistory atWithCareLog(CustomerHistory places) {
        return new CustomerHistory(
                description.at(places.description).withCareLog(places.description.careLog()),
                churn,
                settings,
                value,
                snapshots,
                costs);
    }

    /** The same with the column for the part of the year, or without it, unless its description says which. */
    public CustomerHistory withSeasonUnlessSaid(boolean made) {
        return new CustomerHistory(description, churn, settings.withSeasonUnlessSaid(made), value, snapshots, costs);
    }

    /** The same with no other features than these, such as those that a model learned from before there were more. */
    public CustomerHistory withOnly(Set<String> features) {
        Set<String> others = plan().features().stream()
                .map(Feature::name)
                .filter(name -> !features.contains(name))
                .collect(Collectors.toSet());
        return new CustomerHistory(description, churn, settings.without(others), value, snapshots, costs);
    }

    /** The same with intervals beside what value models expect. */
    public CustomerHistory withIntervals() {
        return new CustomerHistory(description, churn, settings, value.map(ValuePlan::withIntervals), snapshots, costs);
    }
}
