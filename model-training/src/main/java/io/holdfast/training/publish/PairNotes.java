package io.holdfast.training.publish;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.training.additive.AdditiveTrainer;
import java.util.List;
import java.util.Optional;

/** Says which pairs a model lacks though its owner requires them. */
final class PairNotes {
    private PairNotes() {}

    /** One sentence, or none. */
    static List<String> of(AdditiveModel model) {
        return Optional.ofNullable(model.facts().get(AdditiveTrainer.REQUIRED_WITHOUT_TABLE))
                .map(pairs -> "Pairs that 'interactions' requires, but that have no table: " + pairs + ".")
                .stream()
                .toList();
    }
}
