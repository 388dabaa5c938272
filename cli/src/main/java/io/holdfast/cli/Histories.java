package io.holdfast.cli;

import java.nio.file.Path;
import java.util.Locale;

/** Histories where a table of customers may stand. */
final class Histories {
    private Histories() {}

    /** Whether a path names the description of a history rather than a table. */
    static boolean isDescription(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
