package io.holdfast.training.evaluation;

import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Rows and what scikit-learn says of them; {@code reference.py} beside them names the versions. */
final class ReferenceTable {
    private ReferenceTable() {}

    static ScoredRows rows(String name) {
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> positives = new ArrayList<>();
        try (TableReader reader = open(name)) {
            while (reader.advance()) {
                probabilities.add(NumberText.parse(reader.row().cell(0)));
                positives.add(reader.row().cell(1).equals("1"));
            }
        }
        double[] scores =
                probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] labels = new boolean[scores.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = positives.get(row);
        }
        return new ScoredRows(scores, labels, Map.of());
    }

    static double value(String name, String measure) {
        return find(name, measure).orElseThrow();
    }

    static OptionalDouble find(String name, String measure) {
        try (TableReader reader = open("reference")) {
            while (reader.advance()) {
                if (reader.row().cell(0).equals(name) && reader.row().cell(1).equals(measure)) {
                    return OptionalDouble.of(NumberText.parse(reader.row().cell(2)));
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static TableReader open(String name) {
        String file = name + ".csv";
        return TableReader.open(file, ReferenceTable.class.getResourceAsStream(file), TableFormat.csv());
    }
}
