package io.holdfast.simulation.history;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guards what stands where a history is to go: only a simulated history, and nothing beside one, may make room for it. */
final class ReplaceableHistory {
    private static final List<String> FILES =
            List.of("attributes.csv", "events.csv", "history.yaml", "ids.csv", TruthFiles.FOLDER);

    private ReplaceableHistory() {}

    static void require(Path target, boolean replace) {
        if (!Files.exists(target)) {
            return;
        }
        if (!replace) {
            throw new InputException(
                    "already_exists", target + " exists already; give another place or --overwrite to replace it");
        }
        if (!Files.isDirectory(target)) {
            throw new InputException("not_a_directory", target + " is a file; expected a folder");
        }
        Set<String> other = entries(target);
        other.removeAll(FILES);
        if (Files.isDirectory(target.resolve(TruthFiles.FOLDER))) {
            Set<String> truth = entries(target.resolve(TruthFiles.FOLDER));
            truth.removeAll(TruthFiles.NAMES);
            truth.forEach(name -> other.add(TruthFiles.FOLDER + "/" + name));
        }
        if (!other.isEmpty()) {
            throw new InputException(
                    "not_a_history",
                    target + " holds " + String.join(", ", other) + ", which no simulation wrote; it is left as it is");
        }
    }

    private static Set<String> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new InputException("unreadable", folder + " cannot be read", e);
        }
    }
}
