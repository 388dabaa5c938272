package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which playbook decides on care. */
final class Playbooks {
    private static final String IN_BUNDLE = "playbook.yaml";

    private Playbooks() {}

    /** The file given, else the bundle's own; none where neither exists. */
    static Optional<Playbook> of(ModelBundle bundle, @Nullable Path given) {
        return given != null
                ? Optional.of(Playbook.read(given))
                : bundle.document(IN_BUNDLE)
                        .map(bytes -> Playbook.read(bundle.manifest().modelId() + "/" + IN_BUNDLE, bytes));
    }
}
