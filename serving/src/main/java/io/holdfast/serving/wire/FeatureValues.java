package io.holdfast.serving.wire;

import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One customer's values by position in the schema, before id and day are known: they may stand behind the features. Use once. */
final class FeatureValues {
    private final InputSchema schema;
    private final double[] numbers;
    private final @Nullable String[] levels;
    private double worth = Double.NaN;

    FeatureValues(InputSchema schema) {
        this.schema = schema;
        this.numbers = new double[schema.features().size()];
        this.levels = new String[numbers.length];
        Arrays.fill(numbers, Double.NaN);
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
            String level = levels[i];
            if (level != null) {
                record.level(i, level);
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
