package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.nio.file.Files;
import java.nio.file.Path;

/** The playbook that a description brings along. */
final class Playbooks {
    private Playbooks() {}

    /**
     * Checks the playbook that a description brings along, since it goes into the bundle.
     *
     * @throws io.holdfast.scoring.fault.InputException when it is not valid, or speaks of what the table does not have
     */
    static void requireUsable(Path datasetYaml) {
        Path playbook = datasetYaml.resolveSibling(PlaybookChoice.FILE);
        if (Files.exists(playbook)) {
            Playbook.read(playbook).requireFits(DatasetDescription.read(datasetYaml));
        }
    }
}
