package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which playbook decides on care. */
final class Playbooks {
    private static final String IN_BUNDLE = "playbook.yaml";

    private Playbooks() {}

    /**
     * Checks the playbook that a description brings along, since it goes into the bundle.
     *
     * @throws io.holdfast.scoring.fault.InputException when it is not valid, or speaks of what the table does not have
     */
    static void requireUsable(Path datasetYaml) {
        Path playbook = datasetYaml.resolveSibling(IN_BUNDLE);
        if (Files.exists(playbook)) {
            Playbook.read(playbook).requireFits(DatasetDescription.read(datasetYaml));
        }
    }

    /** The file given, else the bundle's own; none where neither exists. */
    static Optional<Playbook> of(ModelBundle bundle, @Nullable Path given) {
        return given != null
                ? Optional.of(Playbook.read(given))
                : bundle.document(IN_BUNDLE)
                        .map(bytes -> Playbook.read(bundle.manifest().modelId() + "/" + IN_BUNDLE, bytes));
    }
}
