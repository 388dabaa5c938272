package io.holdfast.scoring.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * Names of this model's columns as Tribuo features: a numeric column keeps its name and value, a level of a categorical
 * column is {@code column@level} with value 1. {@code %} and {@code @} inside names are escaped ({@code %25},
 * {@code %40}), so that no two columns share a feature. To Tribuo an absent feature is a zero; here it is missing.
 */
public final class TribuoFeatures {
    private static final char JOINER = '@';

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<ModelInput> inputs;

    TribuoFeatures(List<ModelInput> inputs) {
        this.inputs = inputs;
        for (int i = 0; i < inputs.size(); i++) {
            columns.put(escape(inputs.get(i).name()), i);
        }
    }

    /** The feature of a numeric column. */
    public static String numberName(String column) {
        return escape(column);
    }

    /** The feature of one level of a categorical column or flag. */
    public static String levelName(String column, String level) {
        return escape(column) + JOINER + escape(level);
    }

    /** The column that a feature belongs to. */
    public static String column(String feature) {
        int joiner = feature.indexOf(JOINER);
        return unescape(joiner < 0 ? feature : feature.substring(0, joiner));
    }

    /** The level that a feature stands for; empty when it is a number's. */
    public static Optional<String> level(String feature) {
        int joiner = feature.indexOf(JOINER);
        return joiner < 0 ? Optional.empty() : Optional.of(unescape(feature.substring(joiner + 1)));
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace("@", "%40");
    }

    private static String unescape(String text) {
        return text.replace("%40", "@").replace("%25", "%");
    }

    /** Fills the row and returns how many features of the example belong to the model's columns. */
    int fill(Example<Label> example, CodedRow row) {
        int known = 0;
        for (Feature feature : example) {
            String name = feature.getName();
            int joiner = name.indexOf(JOINER);
            @Nullable Integer input = columns.get(joiner < 0 ? name : name.substring(0, joiner));
            if (input == null || (inputs.get(input).coding() instanceof NumberCoding) != joiner < 0) {
                continue;
            }
            known++;
            if (joiner < 0) {
                row.number(input, feature.getValue());
            } else if (feature.getValue() != 0) {
                requireFirst(input, row);
                row.level(input, unescape(name.substring(joiner + 1)));
            }
        }
        return known;
    }

    private void requireFirst(int input, CodedRow row) {
        if (row.bin(input) != Coding.MISSING) {
            throw new IllegalArgumentException(
                    "column '" + inputs.get(input).name() + "' has two levels (expected: at most one)");
        }
    }
}
