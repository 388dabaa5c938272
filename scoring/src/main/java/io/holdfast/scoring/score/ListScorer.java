package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores the rows of a table: what {@link TableRecords#read} and {@link Scorer#score} give one after the other, in one go. A cell that came before is not read
 * again: the number of its text says what the model's coding made of it. All arithmetic is the scorer's. Keeps working memory: one for each thread.
 */
public final class ListScorer {
    private final TableRecords records;
    private final Scorer scorer;
    private final int[] numeric;
    private final int[] texts;
    private final int[] bins;
    private CellCodes codes;
    private Object numbering = new Object();

    /** @param records of the table, which threads may share */
    public ListScorer(ModelBundle bundle, TableRecords records) {
        int inputs = bundle.model().inputs().size();
        this.records = records;
        this.scorer = new Scorer(bundle);
        this.numeric = IntStream.range(0, inputs)
                .filter(i -> bundle.model().inputs().get(i).coding() instanceof NumberCoding)
                .toArray();
        this.texts = new int[inputs];
        this.bins = new int[inputs];
        this.codes = new CellCodes(inputs);
    }

    /**
     * The risk of the customer in a row.
     *
     * @throws RefusedException as {@link TableRecords#read} does
     */
    public ChurnScore score(TableRow row) throws RefusedException {
        String id = records.customerId(row);
        LocalDate day = records.asOf(row);
        RecurringValues known = records.recurring(row);
        records.texts(row, texts);
        follow(row);
        codes.find(texts, bins);
        setKnown();
        List<InputWarning> warnings = List.of();
        int alone = CellCodes.UNKNOWN;
        InputValue valueAlone = InputValue.MISSING;
        int any = 0;
        for (int input = 0; input < bins.length; input++) {
            if (bins[input] == CellCodes.UNKNOWN) {
                InputValue value = records.value(input, row, known);
                CodedValue coded = scorer.code(input, value);
                warnings = scorer.warned(warnings, input, coded, value, day);
                codes.keep(input, texts[input], value, coded);
                bins[input] = coded.bin();
                if (texts[input] < 0) {
                    alone = input;
                    valueAlone = value;
                }
            }
            // The bin of a missing value is zero.
            any |= bins[input];
        }
        double worth = records.worth(row, known);
        CustomerRecord.requireAny(any != 0);
        RowValues values = new RowValues(records, row, known, alone, valueAlone);
        return scorer.score(new CustomerRecord(id, day, values, worth), warnings);
    }

    private void setKnown() {
        scorer.setLevels(bins);
        for (int input : numeric) {
            if (bins[input] != CellCodes.UNKNOWN) {
                int text = texts[input];
                scorer.set(input, codes.number(input, text), codes.clamped(input, text), bins[input]);
            }
        }
    }

    /** Rows of another numbering begin anew. */
    @SuppressWarnings("ReferenceEquality") // a numbering is known by its object
    private void follow(TableRow row) {
        if (row.numbering() != numbering) {
            numbering = row.numbering();
            codes = new CellCodes(bins.length);
        }
    }
}
