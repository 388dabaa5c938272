package io.holdfast.features.duckdb;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be wrong with the lines of a source.
 *
 * @param code of the fault
 * @param condition in SQL, when it is
 * @param shown what of such a line a message shows, in SQL
 * @param what is wrong with them, as in "3 of 100 lines ..."
 * @param expected what was expected instead
 * @param remedy what is done about it
 */
record LineCheck(String code, String condition, String shown, String what, String expected, Remedy remedy) {
    private static final int EXAMPLES = 3;

    /** What is done with such lines. */
    enum Remedy {
        /** Nothing is read. */
        REFUSE,
        /** The lines are left out. */
        DROP,
        /** They are told of. */
        REPORT
    }

    /** Tells what was found, and what is done about it. */
    String note(Database database, RawTable raw, String view, long count, long lines) {
        String sentence = raw.file() + ": " + found(database, raw, view, count, lines);
        return switch (remedy) {
            case REFUSE -> throw new InputException(code, sentence + "; expected " + expected);
            case DROP -> sentence + ": left out" + (2 * count > lines ? ", which is most of it" : "");
            case REPORT -> sentence + ": kept";
        };
    }

    /** How many lines are so, and the first of them. */
    String found(Database database, RawTable raw, String view, long count, long lines) {
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT line, CAST(" + shown + " AS VARCHAR) FROM " + view + " WHERE " + condition
                        + " ORDER BY line LIMIT " + EXAMPLES,
                row -> {
                    String value = row.getString(2);
                    examples.add(
                            raw.rowWord() + " " + row.getLong(1) + (value == null ? "" : ": " + Excerpt.of(value)));
                });
        return String.format(
                Locale.ROOT, "%,d of %,d %ss %s (%s)", count, lines, raw.rowWord(), what, String.join(", ", examples));
    }
}
