package io.holdfast.cli;

import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.util.Locale;

/** Histories where a table of customers may stand, and the other way round. */
final class Histories {
    private Histories() {}

    /** Whether a path names the description of a history or of a table, rather than a table. */
    static boolean isDescription(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /**
     * Checks that a table is not the description of one, or of a history.
     *
     * @param instead what is expected instead of the description of a history, as the end of a sentence
     * @throws InputException when it is
     */
    static void requireTable(Path given, String instead) {
        if (isDescription(given)) {
            requireHistoryNotTable(given);
            throw ofHistory(given, instead);
        }
    }

    /**
     * Checks that the description of a table is not that of a history.
     *
     * @param instead what is expected instead, as the end of a sentence
     * @throws InputException when it is
     */
    static void requireOfTable(Path description, String instead) {
        if (isDescription(description) && CustomerHistory.is(description)) {
            throw ofHistory(description, instead);
        }
    }

    /**
     * Checks that a description, where a history or a table may stand, is not that of a table.
     *
     * @throws InputException naming the table that it describes
     */
    static void requireHistoryNotTable(Path description) {
        if (!CustomerHistory.is(description)) {
            throw new InputException(
                    "not_a_table",
                    description + " describes a table; expected the table itself, "
                            + DatasetDescription.read(description).table(description));
        }
    }

    /**
     * Checks that a file describes a history.
     *
     * @throws InputException when it is a table, or describes one
     */
    static void requireHistory(Path given) {
        DescriptionFile.requireOfHistory(given);
        if (!CustomerHistory.is(given)) {
            throw new InputException(
                    "not_a_history",
                    given
                            + " describes no history (expected: a history.yaml with 'sources'; of a table, crossvalidate judges)");
        }
    }

    private static InputException ofHistory(Path description, String instead) {
        return new InputException("history", description + " describes a history; expected " + instead);
    }
}
