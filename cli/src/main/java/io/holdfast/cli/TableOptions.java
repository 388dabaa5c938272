package io.holdfast.cli;

import io.holdfast.scoring.table.TableFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a table is written, where it is not written as its description says. */
final class TableOptions {
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "gb18030", Charset.forName("GB18030"),
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The table's encoding if it is not the described one: UTF-8, GB18030 or ISO-8859-1.")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between cells if it is not the described one: one character, or 'tab'.")
    private @Nullable String delimiter;

    /** The described format with what was given on the command line. */
    TableFormat over(TableFormat described) {
        TableFormat format = described;
        if (encoding != null) {
            Charset charset = ENCODINGS.get(encoding.toLowerCase(Locale.ROOT));
            if (charset == null) {
                throw new WrongOptionException("--encoding", encoding, "UTF-8, GB18030 or ISO-8859-1");
            }
            format = format.withEncoding(charset);
        }
        return delimiter == null ? format : format.withDelimiter(delimiter(delimiter));
    }

    private static char delimiter(String given) {
        if (given.equals("tab") || given.equals("\\t")) {
            return '\t';
        }
        if (given.length() != 1 || !TableFormat.isDelimiter(given.charAt(0))) {
            throw new WrongOptionException("--delimiter", given, "one character such as ',' or ';', or 'tab'");
        }
        return given.charAt(0);
    }
}
