package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code interactions}. */
final class ColumnPairsReader {
    private static final int OF_A_PAIR = 2;

    private final Set<String> features = new TreeSet<>();

    private ColumnPairsReader(List<Column> columns) {
        columns.stream()
                .filter(column -> column.role() == ColumnRole.FEATURE)
                .map(Column::name)
                .forEach(features::add);
    }

    static ColumnPairs read(YamlMapping mapping, List<Column> columns) {
        ColumnPairsReader reader = new ColumnPairsReader(columns);
        YamlFields fields = mapping.fields("'interactions'");
        List<ColumnPairs.Pair> forbidden = reader.pairs(fields, "forbid", List.of());
        List<ColumnPairs.Pair> required = reader.pairs(fields, "require", forbidden);
        fields.finish();
        return new ColumnPairs(forbidden, required);
    }

    private List<ColumnPairs.Pair> pairs(YamlFields fields, String key, List<ColumnPairs.Pair> excluded) {
        List<ColumnPairs.Pair> pairs = new ArrayList<>();
        fields.optionalSequence(key).ifPresent(list -> {
            for (YamlNode item : list.items()) {
                ColumnPairs.Pair pair = pair(item, key);
                if (excluded.stream().anyMatch(pair::same)) {
                    throw item.fault(
                            "pair_forbidden",
                            "'require' of 'interactions' names " + Excerpt.of(pair.one()) + " and "
                                    + Excerpt.of(pair.other()) + ", which 'forbid' names too; expected one of the two");
                }
                pairs.add(pair);
            }
        });
        return pairs;
    }

    private ColumnPairs.Pair pair(YamlNode item, String key) {
        if (!(item instanceof YamlSequence two) || two.items().size() != OF_A_PAIR) {
            throw item.fault(
                    "wrong_type",
                    "'" + key + "' of 'interactions' holds " + item.what()
                            + "; expected pairs of features, e.g. [[tenure, contract]]");
        }
        String one = feature(two.items().get(0), key);
        String other = feature(two.items().get(1), key);
        if (one.equals(other)) {
            throw item.fault(
                    "wrong_value",
                    "'" + key + "' of 'interactions' pairs " + Excerpt.of(one)
                            + " with itself; expected two different features");
        }
        return new ColumnPairs.Pair(one, other);
    }

    private String feature(YamlNode node, String key) {
        if (!(node instanceof YamlScalar name) || !features.contains(name.text())) {
            String found = node instanceof YamlScalar name ? Excerpt.of(name.text()) : node.what();
            String hint = node instanceof YamlScalar name ? Nearest.hint(name.text(), features) : "";
            throw node.fault(
                    "unknown_column",
                    "'" + key + "' of 'interactions' names " + found + "; expected the name of a feature" + hint);
        }
        return name.text();
    }
}
