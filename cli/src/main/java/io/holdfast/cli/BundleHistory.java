package io.holdfast.cli;

import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a bundle keeps of the history that its model learned from. */
final class BundleHistory {
    private BundleHistory() {}

    /**
     * Its description; empty for a model that learned from a table. Its plan is of what the model learned from: a later version of the software may make
     * more features of the same description.
     */
    static Optional<CustomerHistory> of(Path bundle, ModelBundle loaded) {
        Set<String> columns =
                loaded.description().columns().stream().map(Column::name).collect(Collectors.toSet());
        return loaded.document(CustomerHistory.FILE)
                .map(yaml -> CustomerHistory.read(bundle + "/" + CustomerHistory.FILE, yaml)
                        .withSeasonUnlessSaid(columns.contains(FeaturePlan.SEASON))
                        .withOnly(columns));
    }

    /** Days after the outcome window until late news of it has come in; 0 for a model that learned from a table, of which nobody knows. */
    static int maturityDays(Path bundle, ModelBundle loaded) {
        return of(bundle, loaded).map(history -> history.churn().maturityDays()).orElse(0);
    }

    /** The value models whose expectations it learned from; none where it learned from no such columns. */
    static ValueModels values(Path bundle, ModelBundle loaded) {
        return loaded.document(ValueModels.FILE)
                .map(json -> ValueModels.read(bundle + "/" + ValueModels.FILE, json))
                .orElse(ValueModels.none());
    }
}
