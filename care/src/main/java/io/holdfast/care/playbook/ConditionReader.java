package io.holdfast.care.playbook;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads conditions over columns: {@code {column: contract, in: [One year]}} or {@code {column: tenure, atLeast: 12, below: 60}}. */
final class ConditionReader {
    private static final double FARTHEST = 1e12;

    private ConditionReader() {}

    static List<Condition> read(YamlSequence list, String subject) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault(
                        "wrong_type",
                        "a condition of " + subject + " is " + item.what() + "; expected {column: ..., in: [...]}");
            }
            conditions.add(condition(mapping.fields("a condition of " + subject)));
        }
        return conditions;
    }

    private static Condition condition(YamlFields fields) {
        String column = fields.text("column");
        Set<String> in = new HashSet<>(fields.texts("in"));
        Set<String> notIn = new HashSet<>(fields.texts("notIn"));
        double atLeast = fields.number("atLeast", -FARTHEST, FARTHEST, Double.NEGATIVE_INFINITY);
        double below = fields.number("below", -FARTHEST, FARTHEST, Double.POSITIVE_INFINITY);
        fields.finish();
        if (in.isEmpty() && notIn.isEmpty() && Double.isInfinite(atLeast) && Double.isInfinite(below)) {
            throw fields.fault(
                    "column",
                    "missing_key",
                    "the condition on " + Excerpt.of(column) + " says nothing; expected 'in', 'notIn', 'atLeast' or"
                            + " 'below'");
        }
        if (!(atLeast < below)) {
            throw fields.fault(
                    "below",
                    "wrong_value",
                    "the condition on " + Excerpt.of(column) + " never holds; expected 'below' to be above 'atLeast'");
        }
        return new Condition(column, in, notIn, atLeast, below, fields.line());
    }
}
