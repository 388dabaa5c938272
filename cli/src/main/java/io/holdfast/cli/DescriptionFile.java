package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.ShellWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells a table from the description of one. */
final class DescriptionFile {
    private static final List<String> OF_TABLES = List.of(".csv", ".tsv", ".txt", ".gz");

    private DescriptionFile() {}

    /**
     * Checks that a description is not the table itself, which is the commonest mistake.
     *
     * @throws InputException when its name is that of a table
     */
    static void require(Path given) {
        String name = given.toString().toLowerCase(Locale.ROOT);
        if (OF_TABLES.stream().anyMatch(name::endsWith)) {
            throw new InputException(
                    "not_a_description",
                    given
                            + " is a table; expected the dataset.yaml that describes it; this drafts one: holdfast inspect "
                            + ShellWord.of(given) + " -o dataset.yaml");
        }
    }
}
