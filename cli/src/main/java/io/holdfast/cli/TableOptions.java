package io.holdfast.cli;

import io.holdfast.scoring.table.TableFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a table is written, where it is not written as its description says. */
final class TableOptions {
    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "The table's encoding if it is not the described one: UTF-8, GB18030, ISO-8859-1, windows-1252, UTF-16.")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between cells if it is not the described one: one character, or 'tab'.")
    private @Nullable String delimiter;

    /** Whether anything was given on the command line. */
    boolean isGiven() {
        return encoding != null || delimiter != null;
    }

    /** The described format with what was given on the command line. */
    TableFormat over(TableFormat described) {
        TableFormat format = described;
        String name = encoding;
        if (name != null) {
            format = format.withEncoding(TableFormat.encodingOf(name)
                    .orElseThrow(
                            () -> new WrongOptionException("--encoding", name, TableFormat.encodingExpected(name))));
        }
        String word = delimiter;
        if (word != null) {
            format = format.withDelimiter(TableFormat.delimiterOf(word)
                    .orElseThrow(() -> new WrongOptionException(
                            "--delimiter", word, "one character such as ',' or ';', or 'tab'")));
        }
        return format;
    }
}
