package io.holdfast.cli;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.batch.TooManyRejectedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands take that turn a list of customers into a file with a line for each. */
final class ListOptions {
    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT.csv",
            description = "The output, compressed if it ends in .gz.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

    @Option(
            names = "--max-rejected",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Rows that may be refused for a bad value (default: ${DEFAULT-VALUE}); they keep their line, with status and code. Beyond, nothing is written and the exit code is 3.")
    private long maxRejected;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--raw",
            description = "Do not put an apostrophe before text that a spreadsheet would take for a formula.")
    private boolean raw;

    @Option(names = "--bom", description = "Begin with a byte order mark, so that Excel reads UTF-8.")
    private boolean byteOrderMark;

    @Mixin
    private TableOptions format = new TableOptions();

    /** What is done with a table of customers. */
    @FunctionalInterface
    interface Use {
        int table(Path customers, TableFormat format) throws TooManyRejectedException;
    }

    Path output() {
        return output;
    }

    /** Checks, before anything is read that takes time, that there is such a language and that the output replaces nothing that somebody needs. */
    void requireWritable(@Nullable Path... inputs) {
        language.check();
        Outputs.requireApart(output, inputs);
        Outputs.requireNew(output, overwrite);
    }

    long maxRejected() {
        if (maxRejected < 0) {
            throw new WrongOptionException("--max-rejected", Long.toString(maxRejected), "0 or more");
        }
        return maxRejected;
    }

    Language language(ModelBundle bundle) {
        return language.or(bundle.description().language());
    }

    CsvStyle style() {
        CsvStyle style = raw ? CsvStyle.raw() : CsvStyle.spreadsheet();
        return byteOrderMark ? style.withByteOrderMark() : style;
    }

    private TableFormat format(ModelBundle bundle) {
        return format.over(bundle.description().format());
    }

    /**
     * Hands a table over; of a history, that of the features which the model learned from, whatever the history's own description says of them.
     *
     * @param path of the bundle, as messages name it
     * @param table the table, or the description of a history
     */
    int use(Console console, ModelBundle bundle, Path path, Path table, @Nullable String asOf, Use use)
            throws TooManyRejectedException {
        return LearnedFeatures.<Integer, TooManyRejectedException>use(
                console, bundle, path, table, format(bundle), asOf, use::table);
    }
}
