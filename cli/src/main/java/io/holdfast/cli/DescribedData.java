package io.holdfast.cli;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a command reads since a description names them. */
final class DescribedData {
    private DescribedData() {}

    /**
     * Inputs with the files behind those that are descriptions, for whoever must not write over any of them. Of a description that cannot be read there are none; whoever uses it says why.
     *
     * @param inputs files and bundles; null where an option was not given
     */
    static @Nullable Path[] with(@Nullable Path... inputs) {
        List<Path> all = new ArrayList<>();
        for (@Nullable Path input : inputs) {
            if (input != null) {
                all.add(input);
                if (Histories.isDescription(input)) {
                    all.addAll(behind(input));
                }
            }
        }
        return all.toArray(Path[]::new);
    }

    private static List<Path> behind(Path description) {
        try {
            if (!CustomerHistory.is(description)) {
                return List.of(DatasetDescription.read(description).table(description));
            }
            HistoryDescription history = CustomerHistory.read(description).description();
            return Stream.of(
                            history.events().stream(),
                            history.attributes().stream(),
                            history.ids().stream(),
                            history.careLog().stream())
                    .flatMap(sources -> sources)
                    .map(Source::path)
                    .map(description.toAbsolutePath()::resolveSibling)
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }
}
