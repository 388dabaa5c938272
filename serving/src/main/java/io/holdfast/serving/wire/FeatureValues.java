package io.holdfast.serving.wire;

import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import java.time.LocalDate;
import java.util.Arrays;

/** One customer's values by position in the schema, before id and day are known: they may stand behind the features. Use once. */
final class FeatureValues {
    private final InputSchema schema;
    private final double[] numbers;
    private final String[] levels;
    private double worth = Double.NaN;

    FeatureValues(InputSchema schema) {
        this.schema = schema;
        this.numbers = new double[schema.features().size()];
        this.levels = new String[numbers.length];
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(levels, "");
    }

    void number(int input, double number) {
        numbers[input] = number;
    }

    void level(int input, String level) {
        levels[input] = level;
    }

    void worth(double value) {
        worth = value;
    }

    CustomerRecord record(String id, LocalDate asOf) throws RefusedException {
        CustomerRecord.Builder record = CustomerRecord.builder(schema, id, asOf);
        for (int i = 0; i < numbers.length; i++) {
            if (!levels[i].isEmpty()) {
                record.level(i, levels[i]);
            } else if (!Double.isNaN(numbers[i])) {
                record.number(i, numbers[i]);
            }
        }
        if (!Double.isNaN(worth)) {
            record.value(worth);
        }
        return record.build();
    }
}
