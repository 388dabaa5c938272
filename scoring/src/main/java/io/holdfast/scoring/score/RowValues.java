package io.holdfast.scoring.score;

import io.holdfast.scoring.table.TableRow;

/** The values of a row that could be scored, looked up when somebody asks for one: of a long list, only sentences do, and only for few. Immutable. */
final class RowValues implements CustomerValues {
    private final TableRecords records;
    private final TableRow row;
    private final RecurringValues known;
    private final int alone;
    private final InputValue valueAlone;

    /**
     * @param known what was worked out for the numbering of the row
     * @param alone an input whose value nothing keeps, as its cell's text has no number; negative where there is none
     * @param valueAlone its value
     */
    RowValues(TableRecords records, TableRow row, RecurringValues known, int alone, InputValue valueAlone) {
        this.records = records;
        this.row = row;
        this.known = known;
        this.alone = alone;
        this.valueAlone = valueAlone;
    }

    @Override
    public InputValue get(int input) {
        if (input == alone) {
            return valueAlone;
        }
        try {
            return records.value(input, row, known);
        } catch (RefusedException e) {
            throw new IllegalStateException("a row that was scored is refused: line " + row.line(), e);
        }
    }
}
