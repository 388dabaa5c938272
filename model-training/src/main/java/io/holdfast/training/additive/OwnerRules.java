package io.holdfast.training.additive;

import io.holdfast.scoring.dataset.ColumnPairs;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.training.additive.interaction.ColumnPair;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.data.FeatureColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The pairs that a description forbids and requires, by the positions of its features. */
final class OwnerRules {
    private OwnerRules() {}

    static PairRules of(DatasetDescription description, List<FeatureColumn> features) {
        List<String> names = features.stream().map(FeatureColumn::name).toList();
        ColumnPairs pairs = description.pairs();
        return new PairRules(positions(pairs.forbidden(), names), positions(pairs.required(), names));
    }

    private static Set<ColumnPair> positions(List<ColumnPairs.Pair> pairs, List<String> names) {
        return pairs.stream()
                .map(pair -> ColumnPair.of(names.indexOf(pair.one()), names.indexOf(pair.other())))
                .collect(Collectors.toSet());
    }
}
