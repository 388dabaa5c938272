package io.holdfast.scoring.table;

import java.io.InputStream;

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
        return PlainRows.of(name, Unpacked.of(name, in), format);
    }
}
