package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import java.io.InputStream;
import java.util.Locale;

/** Chooses how a file is read, by its name: the one place that knows the formats there are. */
final class TableFiles {
    private TableFiles() {}

    /**
     * The rows of a file, its header read; CSV, whatever it is called, packed by gzip where the name ends in {@code .gz}.
     *
     * @param name how messages name it
     * @throws io.holdfast.scoring.fault.InputException if there is no such table to read
     */
    static TableRows open(String name, InputStream in, TableFormat format) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new InputException(
                    "parquet",
                    name
                            + " is Parquet; expected CSV (Parquet is read as a source of a history and by 'inspect --events')");
        }
        return PlainRows.of(name, Unpacked.of(name, in), format);
    }
}
