package io.holdfast.features.history;

import io.holdfast.scoring.table.TableFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of a history, or a table of a database.
 *
 * @param path as the description writes it; a relative one starts at the description's folder. Of a table, its name
 * @param isTable whether it is a table of a PostgreSQL database
 * @param format how a CSV file is written; of a table, only what is missing
 * @param timeFormats how its instants are written, in the letters of strptime; empty for ISO 8601
 * @param kind of all its events where no column tells
 * @param negativeKind of events with a negative measure, where that is another; else empty
 * @param currency that all its amounts are in, by ISO 4217; empty where it does not say
 * @param columns what the description calls a column (customer, occurredAt, a measure, ...) -> the columns of the file: one, or several to multiply
 */
public record Source(
        String path,
        boolean isTable,
        TableFormat format,
        List<String> timeFormats,
        String kind,
        String negativeKind,
        String currency,
        Map<String, List<String>> columns) {
    static final String CUSTOMER = "customer";
    static final String UNIT = "unit";

    /** Keeps copies. */
    public Source {
        timeFormats = List.copyOf(timeFormats);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The file's column behind a name of the description. */
    public Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name)).map(found -> found.get(0));
    }

    /** Whether the file is Parquet; every other file is CSV, compressed or not. */
    public boolean isParquet() {
        return !isTable && path.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** The same where another is. */
    public Source at(Source place) {
        return new Source(place.path, place.isTable, format, timeFormats, kind, negativeKind, place.currency, columns);
    }
}
