package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a customer table as records. Binds columns by name, so their order does not matter. */
public final class TableRecords {
    private static final int ABSENT = -1;
    private static final Pattern NUMERAL = Pattern.compile("[+-]?[0-9]++(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

    private final InputSchema schema;
    private final Column[] features;
    private final ColumnKind[] kinds;
    private final List<Map<String, Boolean>> flags = new ArrayList<>();
    private final int[] positions;
    private final int idPosition;
    private final int datePosition;
    private final int valuePosition;
    private final String idColumn;
    private final String dateColumn;
    private final String valueColumn;
    private final String[] missing;
    private final LocalDate asOf;
    private final ProfilingObjection objection;
    private final AlreadyLeft departure;
    private volatile RecurringValues recurring;

    /**
     * @param table what to call the table in messages
     * @param header the table's columns
     * @param asOf the day the values were known, for tables without a date column
     * @throws io.holdfast.scoring.fault.InputException when a feature or the id column is not in the table
     */
    public TableRecords(String table, List<String> header, DatasetDescription description, LocalDate asOf) {
        description.requireForScoring(table, header);
        this.schema = InputSchema.of(description);
        this.features = schema.features().toArray(Column[]::new);
        this.positions = new int[features.length];
        this.kinds = schema.kinds();
        this.recurring = new RecurringValues(header, features.length + 1);
        for (int i = 0; i < features.length; i++) {
            positions[i] = header.indexOf(features[i].name());
            flags.add(meanings(features[i].flagTokens()));
        }
        this.idColumn = description.id().map(Column::name).orElse("");
        this.idPosition = header.indexOf(idColumn);
        this.dateColumn = description.with(ColumnRole.DATE).map(Column::name).orElse("");
        this.datePosition = header.indexOf(dateColumn);
        this.valueColumn = schema.valueColumn().map(Column::name).orElse("");
        this.valuePosition = header.indexOf(valueColumn);
        this.missing = description.format().missing().toArray(String[]::new);
        this.asOf = asOf;
        this.objection = new ProfilingObjection(header, description);
        this.departure = new AlreadyLeft(header, description);
    }

    private static Map<String, Boolean> meanings(FlagTokens tokens) {
        Map<String, Boolean> meanings = new HashMap<>();
        tokens.yes().forEach(yes -> meanings.put(yes, true));
        tokens.no().forEach(no -> meanings.put(no, false));
        return meanings;
    }

    /** The id of a row as it stands there; the row's number where the table has no id column. */
    public String id(TableRow row) {
        return idPosition == ABSENT ? Long.toString(row.number()) : row.cell(idPosition);
    }

    /**
     * Why a row's customer must not be scored, whatever else the row holds: they object to being profiled, or have left; empty for whoever may be.
     *
     * @throws RefusedException when the row does not say clearly, or the customer who must not be scored has an id that is none
     */
    public Optional<Refusal> barred(TableRow row) throws RefusedException {
        Optional<Refusal> why = objects(row)
                ? Optional.of(ProfilingObjection.REFUSAL)
                : left(row).map(day -> AlreadyLeft.REFUSAL);
        if (why.isPresent()) {
            CustomerId.require(id(row));
        }
        return why;
    }

    /**
     * Whether a row's customer objects to being profiled.
     *
     * @throws RefusedException when the row says neither yes nor no
     */
    public boolean objects(TableRow row) throws RefusedException {
        return objection.in(row);
    }

    /**
     * The day on which a row's customer left, where that is not after the day of the row.
     *
     * @throws RefusedException when one of the two is no date
     */
    public Optional<LocalDate> left(TableRow row) throws RefusedException {
        Optional<LocalDate> day = departure.day(row);
        return day.isPresent() && AlreadyLeft.by(asOf(row), day.get()) ? day : Optional.empty();
    }

    /**
     * The customer in a row.
     *
     * @throws RefusedException when the id is none, or a value is not of its column's kind
     */
    public CustomerRecord read(TableRow row) throws RefusedException {
        String id = customerId(row);
        LocalDate day = asOf(row);
        InputValue[] values = new InputValue[features.length];
        RecurringValues known = recurring(row);
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, row, known);
        }
        return CustomerRecord.of(id, day, values, worth(row, known));
    }

    /** The id of a row's customer. */
    String customerId(TableRow row) throws RefusedException {
        return CustomerId.require(id(row));
    }

    /**
     * The numbers of the texts of all inputs' cells; negative where a text has none.
     *
     * @param numbers overwritten, one for each input
     */
    void texts(TableRow row, int[] numbers) {
        row.texts(positions, numbers);
    }

    /** What was worked out for the texts of the numbering that the row follows; rows of another one begin anew. */
    RecurringValues recurring(TableRow row) {
        RecurringValues known = recurring;
        if (!known.areOf(row)) {
            known = new RecurringValues(row.numbering(), features.length + 1);
            recurring = known;
        }
        return known;
    }

    /** @param known what was worked out for the numbering of the row */
    InputValue value(int input, TableRow row, RecurringValues known) throws RefusedException {
        int text = row.text(positions[input]);
        if (text < 0) {
            return value(input, row.cell(positions[input]));
        }
        @Nullable InputValue value = known.get(input, text);
        return value != null ? value : known.keep(input, text, value(input, row.cell(positions[input])));
    }

    /** It is kept behind the inputs, as it may be none of them. */
    double worth(TableRow row, RecurringValues known) throws RefusedException {
        if (valuePosition == ABSENT) {
            return Double.NaN;
        }
        int text = row.text(valuePosition);
        @Nullable InputValue value = text < 0 ? null : known.get(features.length, text);
        if (value == null) {
            String cell = row.cell(valuePosition);
            value = isMissing(cell) ? InputValue.MISSING : InputValue.number(number(valueColumn, cell));
            value = text < 0 ? value : known.keep(features.length, text, value);
        }
        return value.number();
    }

    /** There are few such cells, most often just the empty one, so looking at each beats hashing every cell. */
    private boolean isMissing(String cell) {
        for (String token : missing) {
            if (token.length() == cell.length() && token.equals(cell)) {
                return true;
            }
        }
        return false;
    }

    private InputValue value(int input, String cell) throws RefusedException {
        if (isMissing(cell)) {
            return InputValue.MISSING;
        }
        Column column = features[input];
        return switch (kinds[input]) {
            case NUMBER -> InputValue.number(number(column.name(), cell));
            case FLAG -> {
                @Nullable Boolean flag = flags.get(input).get(cell);
                if (flag == null) {
                    throw wrongType(column.name(), cell, column.flagTokens().expectation());
                }
                yield InputValue.level(Boolean.toString(flag));
            }
            case CATEGORY -> InputValue.level(cell);
            case DATE -> throw new IllegalStateException("a date column is no feature");
        };
    }

    private static double number(String column, String cell) throws RefusedException {
        try {
            return NumberText.parse(cell);
        } catch (NumberFormatException e) {
            throw isNumberTooLarge(cell)
                    ? refused("not_finite", column, cell, "at most 1.7E308 in size")
                    : wrongType(column, cell, "a number such as 12.5");
        }
    }

    /**
     * The day on which a row's values were known: its date, or the day of all rows where the table has no dates.
     *
     * @throws RefusedException when the row's date is none
     */
    public LocalDate asOf(TableRow row) throws RefusedException {
        if (datePosition == ABSENT) {
            return asOf;
        }
        String cell = row.cell(datePosition);
        return AsOfDay.parse(cell).orElseThrow(() -> wrongType(dateColumn, cell, "a date such as 2026-01-31"));
    }

    private static RefusedException wrongType(String column, String cell, String expected) {
        return refused("wrong_type", column, cell, expected);
    }

    private static RefusedException refused(String code, String column, String cell, String expected) {
        return new RefusedException(
                code,
                column,
                LocalizedText.same("Column " + Excerpt.of(column) + " holds " + Excerpt.of(cell) + " (expected: "
                        + expected + ")."));
    }

    /** Of cells that are no number: whether it is only that no double can hold it. */
    private static boolean isNumberTooLarge(String cell) {
        return cell.length() <= NumberText.MOST_CHARACTERS
                && NUMERAL.matcher(cell).matches();
    }

    /** The name of the id column; empty where the table has none. */
    public String idColumn() {
        return idColumn;
    }
}
