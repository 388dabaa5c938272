package io.holdfast.scoring.table;

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
 * Reads a table row by row, in constant memory, in whatever format {@link TableFiles} finds it.
 *
 * <p>A file whose name ends in {@code .gz} is unpacked. Whatever is not certain is refused, so that no row can be lost or misread in silence; {@link
 * CsvRows} has the list. Every fault is an {@link InputException} that names file, line, column and value where there are
 * any, and stays: whoever asks again is told the same. For one thread at a time.
 *
 * <p>One loss nobody can notice: a plain file cut off inside its very last cell looks like a file without a last line break (in quotes, such a
 * cell is noticed, and so is every cut in a compressed file).
 */
public final class TableReader implements Closeable {
    private final String name;
    private final TableRows table;
    private @Nullable TableRow row;
    private @Nullable InputException fault;
    private long rows;

    /** A reader of rows that somebody opened. */
    TableReader(String name, TableRows table) {
        this.name = name;
        this.table = table;
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
            return new TableReader(name, MarkedRows.of(name, TableFiles.open(name, in, format), format));
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

    /** How messages name the file. */
    public String name() {
        return name;
    }

    /** The names of the columns, all different. */
    public List<String> header() {
        return table.header();
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
     * @throws InputException if what comes is no row; from then on, always the same
     */
    public boolean advance() {
        if (fault != null) {
            throw fault;
        }
        try {
            row = table.next();
        } catch (InputException e) {
            fault = e;
            throw e;
        }
        rows += row == null ? 0 : 1;
        return row != null;
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
        return rows;
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
        release(table);
    }

    /** Whether a file of this name is compressed by gzip. */
    public static boolean isCompressed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
