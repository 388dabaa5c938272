package io.holdfast.scoring.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * Names of this model's columns as Tribuo features: a numeric column keeps its name and value, a level of a categorical
 * column is {@code column@level} with value 1. {@code %} and {@code @} inside names are escaped ({@code %25},
 * {@code %40}), so that no two columns share a feature. To Tribuo an absent feature is a zero; here it is missing.
 */
public final class TribuoFeatures {
    private record Target(int input, String level) {}

    private final Map<String, Target> targets = new HashMap<>();
    private final List<ModelInput> inputs;

    TribuoFeatures(List<ModelInput> inputs) {
        this.inputs = inputs;
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).coding() instanceof CategoryCoding category) {
                for (String level : category.levels()) {
                    targets.put(levelName(inputs.get(i).name(), level), new Target(i, level));
                }
            } else {
                targets.put(numberName(inputs.get(i).name()), new Target(i, ""));
            }
        }
    }

    /** The feature of a numeric column. */
    public static String numberName(String column) {
        return escape(column);
    }

    /** The feature of one level of a categorical column or flag. */
    public static String levelName(String column, String level) {
        return escape(column) + "@" + escape(level);
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace("@", "%40");
    }

    /** Fills the row and returns how many features of the example the model knows. */
    int fill(Example<Label> example, CodedRow row) {
        int known = 0;
        for (Feature feature : example) {
            Target target = targets.get(feature.getName());
            if (target == null) {
                continue;
            }
            known++;
            if (inputs.get(target.input()).coding() instanceof NumberCoding) {
                row.number(target.input(), feature.getValue());
            } else if (feature.getValue() != 0) {
                row.level(target.input(), target.level());
            }
        }
        return known;
    }
}
