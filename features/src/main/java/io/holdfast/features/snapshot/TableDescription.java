package io.holdfast.features.snapshot;

import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.duckdb.RowColumns;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.CostAmount;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.yaml.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of a snapshot, and the {@code dataset.yaml} that describes them. */
final class TableDescription {
    private static final String DATE = "as_of";
    private static final String LABEL = "left";
    private static final String CUSTOMER = "customer_id";
    private static final String HOUSEHOLD = "household_id";

    private final CustomerHistory history;

    TableDescription(CustomerHistory history) {
        this.history = history;
    }

    /** @param columns whose {@code texts} have the given names */
    List<String> header(List<Feature> features, RowColumns columns, List<String> texts) {
        List<String> header = new ArrayList<>(List.of(DATE, id()));
        if (!history.description().unitIsCustomer()) {
            header.add(CUSTOMER);
        }
        if (Cut.hasHouseholds(history.description())) {
            header.add(HOUSEHOLD);
        }
        if (columns.labelled()) {
            header.add(LABEL);
        }
        header.addAll(texts);
        if (columns.weighted()) {
            header.add(FeaturePlan.WEIGHT);
        }
        features.forEach(feature -> header.add(feature.name()));
        if (!columns.labelled()) {
            header.add(FeaturePlan.LEFT);
        }
        if (columns.plan().isPresent()) {
            header.add(CustomerHistory.PLAN);
        }
        return header;
    }

    boolean isWeighted() {
        return new OutcomeSql(history.description(), history.churn()).isWeighted();
    }

    private String id() {
        return history.description().unit() + "_id";
    }

    /** @param table name of the file with the snapshot */
    String yaml(String table, List<Feature> features) {
        StringBuilder text = new StringBuilder();
        line(text, "format: 1");
        line(text, "name: " + YamlText.of(history.description().name()));
        if (!history.description().title().isEmpty()) {
            line(text, "title: " + of(history.description().title()));
        }
        line(text, "table: {path: " + YamlText.of(table) + "}");
        line(text, "horizonDays: " + history.churn().horizonDays());
        line(text, "leadDays: " + history.churn().leadDays());
        line(text, "language: " + history.description().language().tag());
        line(text, "estimand: " + history.churn().estimand().code());
        if (!history.costs().amounts().isEmpty()) {
            line(text, "costs: " + costs());
        }
        line(text, "columns:");
        line(text, "  " + DATE + ": {role: date}");
        line(text, "  " + id() + ": {role: id}");
        if (!history.description().unitIsCustomer()) {
            line(text, "  " + CUSTOMER + ": {role: group}");
        }
        if (Cut.hasHouseholds(history.description())) {
            line(text, "  " + HOUSEHOLD + ": {role: ignore}");
        }
        line(text, "  " + LABEL + ": {role: label, positive: \"1\"}");
        if (isWeighted()) {
            line(text, "  " + FeaturePlan.WEIGHT + ": {role: weight}");
        }
        features.forEach(feature -> line(text, "  " + column(feature)));
        line(text, "  " + FeaturePlan.LEFT + ": {role: departure}");
        return text.toString();
    }

    private String costs() {
        List<String> keys = new ArrayList<>();
        if (!history.costs().currency().isEmpty()) {
            keys.add("currency: " + quoted(history.costs().currency()));
        }
        history.costs()
                .amounts()
                .forEach((item, amount) -> keys.add(item.key() + ": "
                        + (amount instanceof CostAmount.Constant constant
                                ? NumberText.write(constant.amount())
                                : ((CostAmount.OfColumn) amount).column())));
        return "{" + String.join(", ", keys) + "}";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String column(Feature feature) {
        List<String> keys = new ArrayList<>();
        keys.add("role: " + word(feature.role()));
        keys.add("kind: " + word(feature.kind()));
        if (!feature.names().isEmpty()) {
            keys.add("names: " + of(feature.names()));
        }
        if (feature.role() == ColumnRole.FEATURE) {
            if (feature.kind() == ColumnKind.NUMBER && !feature.unit().isEmpty()) {
                keys.add("unit: " + of(forms(feature.unit())));
            }
            keys.add("reason: " + feature.reason());
            if (feature.mayBeMissing()) {
                keys.add("mayBeMissing: true");
            }
            if (feature.daily() != DailyChange.NONE) {
                keys.add("daily: " + word(feature.daily()));
            }
        }
        if (feature.value()) {
            keys.add("value: true");
        }
        if (feature.sensitive()) {
            keys.add("sensitive: true");
        }
        return feature.name() + ": {" + String.join(", ", keys) + "}";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static LocalizedText forms(Unit unit) {
        return new LocalizedText(Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        language -> language,
                        language ->
                                unit.one().in(language) + " | " + unit.many().in(language))));
    }

    private static String of(LocalizedText text) {
        return "{"
                + text.texts().entrySet().stream()
                        .map(entry -> entry.getKey().tag() + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + "}";
    }

    /** In braces, a comma would end a bare text. */
    private static String quoted(String text) {
        String written = YamlText.of(text);
        return written.startsWith("\"") ? written : '"' + written + '"';
    }
}
