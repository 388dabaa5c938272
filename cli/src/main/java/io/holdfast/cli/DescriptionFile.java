package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.ShellWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells a table from the description of one. */
final class DescriptionFile {
    private static final List<String> OF_TABLES = List.of(".csv", ".tsv", ".txt", ".gz", ".parquet");

    private DescriptionFile() {}

    /**
     * Checks that a description is not the table itself, which is the commonest mistake.
     *
     * @throws InputException when its name is that of a table
     */
    static void require(Path given) {
        if (isTable(given)) {
            throw new InputException(
                    "not_a_description",
                    given
                            + " is a table; expected the dataset.yaml that describes it; this drafts one: holdfast inspect "
                            + ShellWord.of(given) + " -o dataset.yaml");
        }
    }

    /**
     * Checks the same of the description of a history.
     *
     * @throws InputException when its name is that of a table
     */
    static void requireOfHistory(Path given) {
        if (isTable(given)) {
            throw new InputException(
                    "not_a_description",
                    given
                            + " is a table; expected the history.yaml that describes events; this drafts one: holdfast inspect --events "
                            + ShellWord.of(given) + " -o history.yaml");
        }
    }

    private static boolean isTable(Path given) {
        String name = given.toString().toLowerCase(Locale.ROOT);
        return OF_TABLES.stream().anyMatch(name::endsWith);
    }
}
