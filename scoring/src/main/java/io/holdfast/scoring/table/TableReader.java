package io.holdfast.scoring.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) row by row, in constant memory. The first line is the header.
 *
 * <p>Line breaks may be LF, CR or CRLF, also mixed; the last one may be missing. A byte order mark is skipped. A file whose name ends in
 * {@code .gz} is unpacked. Whatever is not certain is refused, so that no row can be lost or misread in silence: bytes that are not of the
 * encoding, a quote left open, text after a closing quote, a row shorter or longer than the header, a blank line before the last row, a
 * column without a name or with another one's, NUL characters, more than {@value RowBuilder#MOST_COLUMNS} columns, a cell of more than
 * {@value RowBuilder#LONGEST_CELL} characters. Every fault is an {@link InputException} that names file, line, column and value where there are
 * any. For one thread.
 *
 * <p>One loss nobody can notice: a plain file cut off inside its very last cell looks like a file without a last line break (in quotes, such a
 * cell is noticed, and so is every cut in a compressed file).
 */
public final class TableReader implements Closeable {
    /** Room for the longest cell with every character of it a doubled quote; what needs more is refused anyway. */
    private static final int LARGEST_BUFFER = 1 << 20;

    private final String name;
    private final RowBuilder builder;
    private final CsvReader<TableRow> csv;
    private final CloseableIterator<TableRow> records;
    private @Nullable TableRow row;

    private TableReader(String name, InputStream in, TableFormat format) {
        this.name = name;
        this.builder = new RowBuilder(name, format.delimiter());
        this.csv = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LARGEST_BUFFER)
                .build(builder, new StrictDecoder(name, in, format.encoding()));
        this.records = csv.iterator();
    }

    /**
     * Opens a file and reads its header; messages name it as the path is written.
     *
     * @throws InputException if there is no such table to read
     */
    public static TableReader open(Path file, TableFormat format) {
        return open(file.toString(), InputFile.open(file), format);
    }

    /**
     * Reads the header of a table from a stream, which is closed with the reader, and at once if this fails.
     *
     * @param name how messages name it; one that ends in {@code .gz} is unpacked
     * @throws InputException if there is no such table to read
     */
    public static TableReader open(String name, InputStream in, TableFormat format) {
        try {
            TableReader reader = new TableReader(name, Unpacked.of(name, in), format);
            reader.readHeader();
            return reader;
        } catch (InputException e) {
            release(in);
            throw e;
        }
    }

    /** All that was asked for has been read or has failed; letting go of the file changes none of it. */
    private static void release(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            return;
        }
    }

    private void readHeader() {
        if (!advance()) {
            throw new InputException(
                    "empty_file", name + " is empty; expected a header line with the names of the columns");
        }
        builder.header(Header.of(name, row(), builder));
        row = null;
    }

    /** How messages name the file. */
    public String name() {
        return name;
    }

    /** The names of the columns, all different. */
    public List<String> header() {
        return builder.header().names();
    }

    /** Where a column stands, from 0. */
    public OptionalInt column(String columnName) {
        int index = header().indexOf(columnName);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws InputException if what comes is no row; the reader is then of no further use
     */
    public boolean advance() {
        try {
            if (records.hasNext()) {
                row = records.next();
                return true;
            }
            row = null;
            return false;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof InputException told ? told : builder.fault(e);
        }
    }

    /** The row {@link #advance()} went to. */
    public TableRow row() {
        if (row == null) {
            throw new NoSuchElementException("no row: " + name);
        }
        return row;
    }

    /** How many rows have been read, the header not counted. */
    public long rows() {
        return builder.rows();
    }

    /**
     * What is wrong with a cell: {@code "customers.csv line 12, column 'tenure': '1,5'; expected a number"}. May be called from any thread.
     *
     * @param code the kind of fault, in lower snake case
     * @param expected what should have been there, as it follows the word "expected"
     */
    public InputException fault(TableRow at, int column, String code, String expected) {
        return new InputException(
                code,
                name + " line " + at.line() + ", column " + Excerpt.of(header().get(column)) + ": "
                        + Excerpt.of(at.cell(column)) + "; expected " + expected);
    }

    @Override
    public void close() {
        release(csv);
    }

    /** Whether a file of this name is compressed by gzip. */
    public static boolean isCompressed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
