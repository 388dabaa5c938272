package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a customer table as records. Binds columns by name, so their order does not matter. */
public final class TableRecords {
    private static final int ABSENT = -1;
    private static final int SHOWN_CHARACTERS = 60;

    private final InputSchema schema;
    private final Column[] features;
    private final int[] positions;
    private final int idPosition;
    private final int datePosition;
    private final int valuePosition;
    private final String idColumn;
    private final Set<String> missing;
    private final LocalDate asOf;

    /**
     * @param table what to call the table in messages
     * @param header the table's columns
     * @param asOf the day the values were known, for tables without a date column
     * @throws InputException when a feature or the id column is not in the table
     */
    public TableRecords(String table, List<String> header, DatasetDescription description, LocalDate asOf) {
        this.schema = InputSchema.of(description);
        this.features = schema.features().toArray(Column[]::new);
        this.positions = new int[features.length];
        List<String> absent = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            positions[i] = header.indexOf(features[i].name());
            if (positions[i] == ABSENT) {
                absent.add(features[i].name());
            }
        }
        Optional<Column> id = description.columns().stream()
                .filter(column -> column.role() == ColumnRole.ID)
                .findFirst();
        this.idColumn = id.map(Column::name).orElse("");
        this.idPosition = id.map(column -> header.indexOf(column.name())).orElse(ABSENT);
        if (id.isPresent() && idPosition == ABSENT) {
            absent.add(0, idColumn);
        }
        if (!absent.isEmpty()) {
            throw new InputException(
                    "missing_columns",
                    table + " lacks the column" + (absent.size() == 1 ? " " : "s ") + String.join(", ", absent)
                            + " (expected: every column the model reads; the table has " + String.join(", ", header)
                            + ")");
        }
        this.datePosition = description.columns().stream()
                .filter(column -> column.role() == ColumnRole.DATE)
                .findFirst()
                .map(column -> header.indexOf(column.name()))
                .orElse(ABSENT);
        this.valuePosition = schema.valueColumn()
                .map(column -> header.indexOf(column.name()))
                .orElse(ABSENT);
        this.missing = description.format().missing();
        this.asOf = asOf;
    }

    /** The id of a row as it stands there; the row's number where the table has no id column. */
    public String id(TableRow row) {
        return idPosition == ABSENT ? Long.toString(row.number()) : row.cell(idPosition);
    }

    /**
     * The customer in a row.
     *
     * @throws RefusedException when a value is not of its column's kind
     */
    public CustomerRecord read(TableRow row) throws RefusedException {
        CustomerRecord.Builder record = CustomerRecord.builder(schema, CustomerId.require(id(row)), asOf(row));
        for (int i = 0; i < features.length; i++) {
            String cell = row.cell(positions[i]);
            if (!missing.contains(cell)) {
                read(record, i, cell);
            }
        }
        if (valuePosition != ABSENT) {
            String cell = row.cell(valuePosition);
            if (!missing.contains(cell) && NumberText.isNumber(cell)) {
                record.value(NumberText.parse(cell));
            }
        }
        return record.build();
    }

    private void read(CustomerRecord.Builder record, int input, String cell) throws RefusedException {
        Column column = features[input];
        switch (column.kind()) {
            case NUMBER -> {
                if (!NumberText.isNumber(cell)) {
                    throw wrongType(column, cell, "a number such as 12.5");
                }
                record.number(input, NumberText.parse(cell));
            }
            case FLAG -> {
                if (column.flagTokens().isYes(cell)) {
                    record.flag(input, true);
                } else if (column.flagTokens().isNo(cell)) {
                    record.flag(input, false);
                } else {
                    throw wrongType(column, cell, column.flagTokens().expectation());
                }
            }
            case CATEGORY -> record.level(input, cell);
            case DATE -> throw new IllegalStateException("a date column is no feature");
        }
    }

    private LocalDate asOf(TableRow row) throws RefusedException {
        if (datePosition == ABSENT) {
            return asOf;
        }
        String cell = row.cell(datePosition);
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new RefusedException(
                    "wrong_type", "", "The as-of date is '" + shown(cell) + "' (expected: a date such as 2026-01-31).");
        }
    }

    private static RefusedException wrongType(Column column, String cell, String expected) {
        return new RefusedException(
                "wrong_type",
                column.name(),
                "Column '" + column.name() + "' holds '" + shown(cell) + "' (expected: " + expected + ").");
    }

    private static String shown(String cell) {
        String plain = cell.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN_CHARACTERS ? plain : plain.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /** The name of the id column; empty where the table has none. */
    public String idColumn() {
        return idColumn;
    }
}
