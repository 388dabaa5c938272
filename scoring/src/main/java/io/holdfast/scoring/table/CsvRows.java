package io.holdfast.scoring.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180), in constant memory. The first line is the header.
 *
 * <p>Line breaks may be LF, CR or CRLF, also mixed; the last one may be missing. A byte order mark is skipped. Refused are bytes that are not of the
 * encoding, a quote left open, text after a closing quote, a row shorter or longer than the header, a blank line before the last row, a
 * column without a name or with another one's, NUL characters, more than {@value RowBuilder#MOST_COLUMNS} columns, a cell of more than
 * {@value RowBuilder#LONGEST_CELL} characters.
 */
final class CsvRows implements TableRows {
    /** Room for the longest cell with every character of it a doubled quote; what needs more is refused anyway. */
    private static final int LARGEST_BUFFER = 1 << 20;

    private final RowBuilder builder;
    private final CsvReader<TableRow> csv;
    private final CloseableIterator<TableRow> records;

    private CsvRows(String name, InputStream in, TableFormat format, Passed passed) {
        this.builder = new RowBuilder(name, format.delimiter(), passed);
        this.csv = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LARGEST_BUFFER)
                .build(builder, new StrictDecoder(name, in, format.encoding(), passed));
        this.records = csv.iterator();
    }

    static CsvRows of(String name, InputStream in, TableFormat format) {
        CsvRows rows = new CsvRows(name, in, format, Passed.NOTHING);
        TableRow first = rows.next();
        if (first == null) {
            throw new InputException(
                    "empty_file", name + " is empty; expected a header line with the names of the columns");
        }
        rows.builder.header(Header.of(name, first, rows.builder));
        return rows;
    }

    /** The rest of a file whose header and first rows others have read. */
    static CsvRows after(String name, InputStream rest, TableFormat format, Header header, Passed passed) {
        CsvRows rows = new CsvRows(name, rest, format, passed);
        rows.builder.header(header);
        return rows;
    }

    Header names() {
        return builder.header();
    }

    @Override
    public List<String> header() {
        return names().names();
    }

    @Override
    public @Nullable TableRow next() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof InputException told ? told : builder.fault(e);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
