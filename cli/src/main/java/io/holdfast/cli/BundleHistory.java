package io.holdfast.cli;

import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** The description of the history that a model learned from. */
final class BundleHistory {
    private BundleHistory() {}

    /** Empty for a model that learned from a table. */
    static Optional<CustomerHistory> of(Path bundle, ModelBundle loaded) {
        return loaded.document(CustomerHistory.FILE)
                .map(yaml -> CustomerHistory.read(bundle + "/" + CustomerHistory.FILE, yaml));
    }

    /** @throws InputException for a model that learned from a table, so that it makes nothing of a history's file */
    static CustomerHistory required(Path bundle, ModelBundle loaded, Path history) {
        return of(bundle, loaded)
                .orElseThrow(() -> new InputException(
                        "no_plan",
                        bundle + " was trained on a table, not on a history; expected a table of customers instead of "
                                + history));
    }
}
