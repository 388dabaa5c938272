package io.holdfast.serving.snapshot;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Clause;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one snapshot, by the same reading of cells as lists are scored. Use once. */
final class SnapshotBuilder {
    /** The column with the customer of a row, where the rows are of units. */
    private static final String CUSTOMER = "customer_id";

    private static final int ABSENT = -1;

    private final String table;
    private final TableRecords records;
    private final Mark mark;
    private final LocalDate today;
    private final int date;
    private final int customer;
    private final Ids units = new Ids();
    private final Ids customers = new Ids();
    private final BitSet objected = new BitSet();
    private final BitSet left = new BitSet();
    private final SnapshotColumns columns;
    private @Nullable LocalDate asOf;
    private String day = "";

    /**
     * Where the mark of the plan stands, and what it must be.
     *
     * @param position of its column; -1 where none is asked for
     */
    record Mark(int position, String digest) {
        static final Mark NONE = new Mark(ABSENT, "");
    }

    /** @param dateColumn is in the header */
    SnapshotBuilder(
            String table,
            List<String> header,
            DatasetDescription description,
            String dateColumn,
            Mark mark,
            LocalDate today) {
        this.table = table;
        this.records = new TableRecords(table, header, description, today);
        this.mark = mark;
        this.today = today;
        this.date = header.indexOf(dateColumn);
        if (records.idColumn().isEmpty()) {
            throw new InputException(
                    "snapshot_without_ids",
                    "the model knows no column with ids, so its customers cannot be found by one; expected a column with the"
                            + " role id in the description it learned from");
        }
        this.customer = records.idColumn().equals(CUSTOMER) ? ABSENT : header.indexOf(CUSTOMER);
        this.columns = new SnapshotColumns(InputSchema.of(description));
    }

    void add(TableRow row) {
        requireMark(row);
        requireDay(row);
        try {
            units.add(CustomerId.require(records.id(row)));
            if (customer != ABSENT) {
                customers.add(CustomerId.require(row.cell(customer)));
            }
            Optional<Refusal> bar = records.barred(row);
            if (bar.isPresent()) {
                (bar.get().equals(AlreadyLeft.REFUSAL) ? left : objected).set(columns.rows());
                columns.addNothing();
            } else {
                columns.add(records.read(row));
            }
        } catch (RefusedException e) {
            throw fault(row, e.refusal().code(), Clause.of(e.refusal().message()));
        }
    }

    private void requireMark(TableRow row) {
        if (mark.position() != ABSENT && !row.cell(mark.position()).equals(mark.digest())) {
            throw fault(
                    row,
                    "snapshot_of_another_plan",
                    SnapshotFile.PlanMark.otherThan(row.cell(mark.position()), mark.digest()));
        }
    }

    private void requireDay(TableRow row) {
        String cell = row.cell(date);
        if (cell.equals(day)) {
            return;
        }
        if (asOf != null) {
            throw fault(
                    row,
                    "snapshot_of_several_days",
                    "the row is as of " + Excerpt.of(cell) + ", those before it are as of " + day
                            + "; expected one day, as 'holdfast features' writes it");
        }
        LocalDate read = AsOfDay.parse(cell)
                .orElseThrow(() -> fault(
                        row,
                        "wrong_type",
                        "the as-of day is " + Excerpt.of(cell) + "; expected a date such as 2026-01-31"));
        if (AsOfDay.isInFuture(read, today)) {
            throw fault(
                    row,
                    AsOfDay.IN_FUTURE.code(),
                    "the as-of day " + cell
                            + " lies in the future; expected a day on which the values were already known");
        }
        asOf = read;
        day = cell;
    }

    private InputException fault(TableRow row, String code, String what) {
        return new InputException(code, table + " line " + row.line() + ": " + what);
    }

    /** @param digest of the file */
    CustomerSnapshot build(String digest) {
        LocalDate known = asOf;
        if (known == null || left.cardinality() == columns.rows()) {
            throw new InputException(
                    "snapshot_empty",
                    table
                            + (known == null
                                    ? " has no rows; expected at least one customer"
                                    : " has nobody but who had left; expected at least one customer who is still there"));
        }
        columns.finish();
        units.finish();
        customers.finish();
        for (int row = 0; row < columns.rows(); row++) {
            if (units.next(row) != Ids.NONE) {
                throw new InputException(
                        "duplicate_id",
                        table + " has the id " + Excerpt.of(units.at(row)) + " in its row " + (row + 1)
                                + " and in its row " + (units.next(row) + 1) + "; expected each once");
            }
        }
        Optional<Ids> owners = customer == ABSENT ? Optional.empty() : Optional.of(customers);
        return new CustomerSnapshot(known, digest, units, owners, objected, left, columns);
    }
}
