package io.holdfast.features.definition;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.Estimand;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code churn}. */
final class ChurnReader {
    private static final String VOLUNTARY = "voluntary";
    private static final String CONTRACT_END_KEY = "contractEnd";
    private static final String CONTRACT_END = "contract_end";
    private static final List<String> TYPES = List.of(VOLUNTARY, "involuntary", "natural", "internal", "partial");

    private final YamlFields fields;
    private final HistoryDescription history;

    ChurnReader(YamlFields fields, HistoryDescription history) {
        this.fields = fields;
        this.history = history;
    }

    ChurnDefinition read() {
        String kind = fields.text("kind");
        int horizon = fields.wholeNumber("horizonDays", 1, ChurnDefinition.LONGEST);
        Leaving leaving = switch (kind) {
            case "contractual" -> byEvent();
            case "non-contractual" -> bySilence();
            default ->
                throw fields.fault(
                        "kind",
                        "wrong_value",
                        "'churn' is of kind " + Excerpt.of(kind) + "; expected contractual or non-contractual");
        };
        ChurnDefinition churn = new ChurnDefinition(
                leaving,
                horizon,
                fields.wholeNumber("leadDays", 0, ChurnDefinition.LONGEST, 0),
                fields.wholeNumber(
                        "atRiskDays",
                        0,
                        ChurnDefinition.LONGEST,
                        leaving instanceof Leaving.BySilence ? 2 * horizon : 0),
                fields.wholeNumber("maturityDays", 0, ChurnDefinition.LONGEST, 0),
                fields.choice("estimand", estimands(), Estimand.USUAL_CARE),
                fields.wholeNumber("careLastsDays", 0, ChurnDefinition.LONGEST, 0),
                contractEnd());
        fields.finish();
        return churn;
    }

    private Leaving byEvent() {
        List<EventKind> leaves = history.kinds(List.of(KindRole.LEAVE));
        if (leaves.isEmpty()) {
            throw fields.fault(
                    "kind",
                    "no_leave",
                    "'churn' is contractual, but no kind of event is 'kind: leave'; expected one that ends the contract");
        }
        SortedMap<String, String> types = new TreeMap<>();
        leaves.forEach(kind -> types.putAll(kind.types()));
        if (!types.isEmpty() && !history.categories().contains("category")) {
            throw fields.fault(
                    "kind", "no_category", "leave types go by category, but no column 'category' is described");
        }
        SortedSet<String> positive = new TreeSet<>(fields.texts("positive"));
        if (positive.isEmpty()) {
            positive.add(VOLUNTARY);
        }
        for (String type : positive) {
            if (!TYPES.contains(type)) {
                throw fields.fault(
                        "positive",
                        "wrong_value",
                        "'positive' of 'churn' holds " + Excerpt.of(type) + "; expected some of "
                                + String.join(", ", TYPES) + Nearest.hint(type, TYPES));
            }
            if (!types.isEmpty() && !types.containsValue(type)) {
                throw fields.fault(
                        "positive",
                        "no_positive",
                        "'positive' of 'churn' holds " + Excerpt.of(type)
                                + ", but no category of a leave has that type; expected one of "
                                + String.join(", ", new TreeSet<>(types.values())));
            }
        }
        return new Leaving.ByEvent(names(leaves), names(history.kinds(List.of(KindRole.JOIN))), types, positive);
    }

    private Leaving bySilence() {
        if (fields.has("purchase")) {
            String purchase = fields.text("purchase");
            if (!history.kinds().containsKey(purchase)) {
                throw fields.fault(
                        "purchase",
                        "unknown_kind",
                        "'purchase' of 'churn' is " + Excerpt.of(purchase) + "; expected one of 'kinds'"
                                + Nearest.hint(purchase, history.kinds().keySet()));
            }
            return new Leaving.BySilence(List.of(purchase));
        }
        List<String> purchases = names(history.kinds(List.of(KindRole.PURCHASE)));
        if (purchases.isEmpty()) {
            throw fields.fault(
                    "kind",
                    "no_purchase",
                    "'churn' is non-contractual, but no kind of event is 'kind: purchase'; expected one, or 'purchase: KIND' here");
        }
        return new Leaving.BySilence(purchases);
    }

    /** The attribute named, else the one that goes by the name that anybody would give it. */
    private Optional<String> contractEnd() {
        if (!fields.has(CONTRACT_END_KEY)) {
            return Optional.of(CONTRACT_END).filter(this::isDate);
        }
        String name = fields.text(CONTRACT_END_KEY);
        if (!isDate(name)) {
            throw fields.fault(
                    CONTRACT_END_KEY,
                    "unknown_attribute",
                    "'contractEnd' of 'churn' is " + Excerpt.of(name) + "; expected an attribute of kind date"
                            + Nearest.hint(name, history.attributeKinds().keySet()));
        }
        return Optional.of(name);
    }

    private boolean isDate(String attribute) {
        Attribute found = history.attributeKinds().get(attribute);
        return history.attributes().isPresent() && found != null && found.kind() == ColumnKind.DATE;
    }

    private static List<String> names(List<EventKind> kinds) {
        return kinds.stream().map(EventKind::name).toList();
    }

    private static Map<String, Estimand> estimands() {
        Map<String, Estimand> words = new LinkedHashMap<>();
        for (Estimand estimand : Estimand.values()) {
            words.put(estimand.code(), estimand);
        }
        return words;
    }
}
