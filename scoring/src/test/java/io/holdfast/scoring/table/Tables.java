package io.holdfast.scoring.table;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole tables from memory. */
public final class Tables {
    private Tables() {}

    /** A reader of UTF-8 text, in messages named {@code table.csv}. */
    public static TableReader open(String text) {
        return open(text.getBytes(StandardCharsets.UTF_8), TableFormat.csv());
    }

    /** A reader of bytes, in messages named {@code table.csv}. */
    public static TableReader open(byte[] content, TableFormat format) {
        return TableReader.open("table.csv", new ByteArrayInputStream(content), format);
    }

    /** The cells of all rows of UTF-8 text, without the header. */
    public static List<List<String>> rows(String text) {
        try (TableReader reader = open(text)) {
            return rows(reader);
        }
    }

    /** The cells of all rows that are left. */
    public static List<List<String>> rows(TableReader reader) {
        List<List<String>> rows = new ArrayList<>();
        while (reader.advance()) {
            rows.add(cells(reader.row()));
        }
        return rows;
    }

    /** The cells of a row. */
    public static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(row.cell(column));
        }
        return cells;
    }
}
