package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlFields;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads how a table is written. */
public final class FormatReader {
    private FormatReader() {}

    /**
     * Reads the keys delimiter, encoding and missing, all of which may be left out.
     *
     * @throws io.holdfast.scoring.fault.InputException naming the line of a value that cannot be
     */
    public static TableFormat read(YamlFields table) {
        TableFormat plain = TableFormat.csv();
        Set<String> missing = table.has("missing") ? new LinkedHashSet<>(table.texts("missing")) : plain.missing();
        return new TableFormat(delimiter(table), encoding(table), missing);
    }

    private static char delimiter(YamlFields table) {
        String text = table.text("delimiter", ",");
        return TableFormat.delimiterOf(text)
                .orElseThrow(() -> table.fault(
                        "delimiter",
                        "wrong_value",
                        "'delimiter' is " + Excerpt.of(text)
                                + "; expected one character such as \",\" or \";\" or \"|\", or tab"));
    }

    private static Charset encoding(YamlFields table) {
        String name = table.text("encoding", "UTF-8");
        return TableFormat.encodingOf(name)
                .orElseThrow(() -> table.fault(
                        "encoding",
                        "unknown_encoding",
                        "'encoding' is " + Excerpt.of(name) + "; expected " + TableFormat.encodingExpected(name)));
    }
}
