package io.holdfast.serving.wire;

import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.serving.snapshot.SnapshotRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One customer's values by position in the schema, before id and day are known: they may stand behind the features. Use once. */
final class FeatureValues {
    private final InputSchema schema;
    private final double[] numbers;
    private final @Nullable String[] levels;
    private final BitSet given = new BitSet();
    private double worth = Double.NaN;
    private boolean worthGiven;

    FeatureValues(InputSchema schema) {
        this.schema = schema;
        this.numbers = new double[schema.features().size()];
        this.levels = new String[numbers.length];
        Arrays.fill(numbers, Double.NaN);
    }

    void number(int input, double number) {
        numbers[input] = number;
        given.set(input);
    }

    void level(int input, String level) {
        levels[input] = level;
        given.set(input);
    }

    void worth(double value) {
        worth = value;
        worthGiven = true;
    }

    /** That the request says of an input that it has no value. */
    void missing(int input) {
        given.set(input);
    }

    /** Whether the request says anything, be it that something is missing. */
    boolean areGiven() {
        return !given.isEmpty() || worthGiven;
    }

    /** One customer of a snapshot, with what the request gives in place of what the snapshot has. */
    CustomerRecord record(SnapshotRow row, LocalDate asOf) throws RefusedException {
        CustomerRecord.Builder record = CustomerRecord.builder(schema, row.id(), asOf);
        for (int i = 0; i < numbers.length; i++) {
            boolean own = given.get(i);
            put(record, i, own ? levels[i] : row.level(i), own ? numbers[i] : row.number(i));
        }
        double known = worthGiven ? worth : row.worth();
        if (!Double.isNaN(known)) {
            record.value(known);
        }
        return record.build();
    }

    private static void put(CustomerRecord.Builder record, int input, @Nullable String level, double number) {
        if (level != null) {
            record.level(input, level);
        } else if (!Double.isNaN(number)) {
            record.number(input, number);
        }
    }

    CustomerRecord record(String id, LocalDate asOf) throws RefusedException {
        CustomerRecord.Builder record = CustomerRecord.builder(schema, id, asOf);
        for (int i = 0; i < numbers.length; i++) {
            put(record, i, levels[i], numbers[i]);
        }
        if (!Double.isNaN(worth)) {
            record.value(worth);
        }
        return record.build();
    }
}
