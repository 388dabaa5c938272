package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What commands say of the playbook they are given. */
final class Playbooks {
    private Playbooks() {}

    /**
     * Checks the playbook that a description brings along, since it goes into the bundle, and tells what is odd in it.
     *
     * @throws io.holdfast.scoring.fault.InputException when it is not valid, or speaks of what the table does not have
     */
    static void requireUsable(Path datasetYaml, Console console) {
        Path file = datasetYaml.resolveSibling(PlaybookChoice.FILE);
        if (Files.exists(file)) {
            Playbook playbook = Playbook.read(file);
            playbook.requireFits(DatasetDescription.read(datasetYaml));
            tell(playbook.warnings(), console);
        }
    }

    /** @param warnings as {@link Playbook#warnings()} gives them */
    static void tell(List<String> warnings, Console console) {
        warnings.forEach(warning -> console.err().println(Excerpt.plain(warning)));
    }
}
