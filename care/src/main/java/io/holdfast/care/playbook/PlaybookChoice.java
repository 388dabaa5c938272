package io.holdfast.care.playbook;

import io.holdfast.scoring.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.Optional;

/** Which playbook decides on care. */
public final class PlaybookChoice {
    /** The name of a playbook beside a description, and in a bundle. */
    public static final String FILE = "playbook.yaml";

    private PlaybookChoice() {}

    /**
     * The file given, else the bundle's own; none where neither exists.
     *
     * @throws io.holdfast.scoring.fault.InputException when it is not valid, or speaks of what the bundle's table does not have
     */
    public static Optional<Playbook> of(ModelBundle bundle, Optional<Path> given) {
        Optional<Playbook> playbook = given.map(Playbook::read)
                .or(() -> bundle.document(FILE)
                        .map(yaml -> Playbook.read(bundle.manifest().modelId() + "/" + FILE, yaml)));
        playbook.ifPresent(chosen -> chosen.requireFits(bundle.description()));
        return playbook;
    }
}
