package io.holdfast.features.plan;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.dataset.Unit;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the features that users write in SQL. */
final class OwnFeatures {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private OwnFeatures() {}

    static List<Feature> read(YamlMapping given, HistoryDescription history) {
        List<Feature> own = new ArrayList<>();
        given.entries().forEach((name, node) -> {
            if (!(node instanceof YamlMapping mapping)) {
                throw node.fault(
                        "wrong_type", "feature " + Excerpt.of(name) + " is " + node.what() + "; expected a mapping");
            }
            YamlFields fields = mapping.fields("feature " + Excerpt.of(name));
            own.add(read(name, fields, history));
            fields.finish();
        });
        return own;
    }

    private static Feature read(String name, YamlFields fields, HistoryDescription history) {
        if (!NAME.matcher(name).matches()) {
            throw fields.fault(
                    "sql",
                    "wrong_value",
                    "feature " + Excerpt.of(name)
                            + " has no name for a column; expected at most 60 lower-case letters, digits and underscores, a letter first");
        }
        String sql = fields.text("sql");
        UserExpression.check(sql, history).ifPresent(fault -> {
            throw fields.fault("sql", "bad_expression", "feature " + Excerpt.of(name) + ": " + fault);
        });
        String reason = fields.text("reason", Column.PROFILE);
        if (!ReasonCatalogue.standard().has(reason)) {
            throw fields.fault(
                    "reason", "unknown_reason", "reason " + Excerpt.of(reason) + "; expected a standard one");
        }
        Aggregate aggregate = new Aggregate(Stage.EVENTS, "own_" + name, UserExpression.ordered(sql, history));
        return Feature.number(
                name,
                fields.optional("names").map(LocalizedText::read).orElse(LocalizedText.none()),
                fields.optional("unit").map(Unit::read).orElse(Unit.none()),
                reason,
                "CAST(" + aggregate.ref() + " AS DOUBLE)",
                aggregate);
    }
}
