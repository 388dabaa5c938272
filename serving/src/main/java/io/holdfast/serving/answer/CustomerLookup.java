package io.holdfast.serving.answer;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Clause;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up one customer in a table: of several dated rows that of a stated day, else the latest. */
public final class CustomerLookup {
    private final DatasetDescription description;
    private final Optional<LocalDate> asOf;
    private final LocalDate today;

    /**
     * A look-up in tables of one kind.
     *
     * @param asOf the day of the row where the table is dated, and the day the values were known where it is not; today if empty
     */
    public CustomerLookup(DatasetDescription description, Optional<LocalDate> asOf, LocalDate today) {
        this.description = description;
        this.asOf = asOf;
        this.today = today;
    }

    /**
     * The customer with this id; with this number among the rows, from 1, where the table has no ids.
     *
     * @param format how the table is written
     * @throws InputException when the table cannot be read, has no such customer or several such rows, or the row is at fault
     */
    public CustomerRecord find(Path table, TableFormat format, String id) {
        try (TableReader reader = TableReader.open(table, format)) {
            TableRecords records = new TableRecords(reader.name(), reader.header(), description, asOf.orElse(today));
            List<TableRow> rows = new ArrayList<>();
            while (reader.advance()) {
                TableRow row = reader.row();
                if (records.id(row).equals(id)) {
                    rows.add(row);
                }
            }
            if (rows.isEmpty()) {
                throw absent(reader, records.idColumn(), id);
            }
            return isDated(reader) ? ofDay(records, rows, reader.name(), id) : only(records, rows, reader.name(), id);
        }
    }

    private boolean isDated(TableReader reader) {
        return description
                .with(ColumnRole.DATE)
                .map(Column::name)
                .filter(reader.header()::contains)
                .isPresent();
    }

    private static InputException absent(TableReader reader, String idColumn, String id) {
        return new InputException(
                "not_found",
                idColumn.isEmpty()
                        ? reader.name() + " has no ids, and no row with the number " + Excerpt.of(id)
                                + "; expected the number of a row, 1 to " + reader.rows()
                        : reader.name() + " has no customer " + Excerpt.of(id));
    }

    private CustomerRecord ofDay(TableRecords records, List<TableRow> rows, String table, String id) {
        List<TableRow> found = new ArrayList<>();
        LocalDate latest = LocalDate.MIN;
        for (TableRow row : rows) {
            LocalDate day = read(records, row, table).asOf();
            if (day.isAfter(latest)) {
                latest = day;
                if (asOf.isEmpty()) {
                    found.clear();
                }
            }
            if (day.equals(asOf.orElse(latest))) {
                found.add(row);
            }
        }
        if (found.isEmpty()) {
            throw new InputException(
                    "not_found",
                    table + " has the customer " + Excerpt.of(id) + ", but not as of " + asOf.orElseThrow()
                            + "; the latest row is of " + latest);
        }
        return only(records, found, table, id);
    }

    private CustomerRecord only(TableRecords records, List<TableRow> rows, String table, String id) {
        if (rows.size() > 1) {
            throw new InputException(
                    "duplicate_id",
                    table + " has the customer " + Excerpt.of(id) + " in line "
                            + rows.get(0).line() + " and in line " + rows.get(1).line() + "; expected one");
        }
        return read(records, rows.get(0), table);
    }

    private CustomerRecord read(TableRecords records, TableRow row, String table) {
        try {
            Optional<Refusal> bar = records.barred(row);
            if (bar.isPresent() && bar.get().equals(AlreadyLeft.REFUSAL)) {
                throw alreadyLeft(records, row);
            }
            if (bar.isPresent()) {
                throw new RefusedException(bar.get());
            }
            return AsOfDay.requireKnown(records.read(row), today);
        } catch (RefusedException e) {
            throw new InputException(
                    e.refusal().code(),
                    table + " line " + row.line() + ": " + Clause.of(e.refusal().message()),
                    e);
        }
    }

    /** It is the customer that has no score, whatever the table; one made of a history for a look-up is gone when people read this. */
    private static InputException alreadyLeft(TableRecords records, TableRow row) throws RefusedException {
        return new InputException(
                AlreadyLeft.REFUSAL.code(),
                "customer " + Excerpt.of(records.id(row)) + " as of " + records.asOf(row) + ": "
                        + Clause.of(AlreadyLeft.REFUSAL.message()));
    }
}
