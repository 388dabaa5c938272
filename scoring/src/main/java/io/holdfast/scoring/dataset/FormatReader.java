package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlFields;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads how the table is written from {@code table}. */
final class FormatReader {
    private FormatReader() {}

    static TableFormat read(YamlFields table) {
        TableFormat plain = TableFormat.csv();
        Set<String> missing = table.has("missing") ? new LinkedHashSet<>(table.texts("missing")) : plain.missing();
        return new TableFormat(delimiter(table), encoding(table), missing);
    }

    private static char delimiter(YamlFields table) {
        String text = table.text("delimiter", ",");
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || !TableFormat.isDelimiter(text.charAt(0))) {
            throw table.fault(
                    "delimiter",
                    "wrong_value",
                    "'delimiter' is " + Excerpt.of(text)
                            + "; expected one character such as \",\" or \";\" or \"|\", or tab");
        }
        return text.charAt(0);
    }

    private static Charset encoding(YamlFields table) {
        String name = table.text("encoding", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw table.fault(
                    "encoding",
                    "unknown_encoding",
                    "'encoding' is " + Excerpt.of(name)
                            + "; expected a name such as UTF-8, GB18030, ISO-8859-1, windows-1252 or UTF-16");
        }
    }
}
