package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in one file format. A further format is one class that implements this, and one line in {@link TableFiles}; everything
 * else reads tables through {@link TableReader} and does not know the format. Whatever is not certain must be refused with an {@link
 * InputException} that names file, line, column and value where there are any. For one thread.
 */
interface TableRows extends Closeable {
    /** The names of the columns, all different, none empty. */
    List<String> header();

    /**
     * The next row, with as many cells as there are columns; null after the last.
     *
     * @throws InputException if what comes is no row; nothing is asked for afterwards
     */
    @Nullable
    TableRow next();
}
