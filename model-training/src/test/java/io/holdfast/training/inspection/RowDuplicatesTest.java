package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowDuplicatesTest {
    private static final int ROWS = 2000;

    private final SimulatedTables simulated = new SimulatedTables(1);

    @Test
    void countsAsASetOfTextsWould() {
        double[] numbers = IntStream.range(0, ROWS)
                .mapToDouble(row -> row % 17 == 0 ? Double.NaN : simulated.below(20))
                .toArray();
        int[] words =
                IntStream.range(0, ROWS).map(row -> simulated.below(30) - 1).toArray();
        int[] labels = IntStream.range(0, ROWS).map(row -> simulated.below(2)).toArray();
        Set<String> rows = new HashSet<>();
        Map<String, Set<Integer>> labelsByRow = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            String text = numbers[row] + "|" + words[row];
            rows.add(text + "|" + labels[row]);
            labelsByRow.computeIfAbsent(text, key -> new HashSet<>()).add(labels[row]);
        }

        RowDuplicates found = RowDuplicates.count(
                List.of(new CheckedColumn.Numbers("n", numbers), new CheckedColumn.Levels("w", words)),
                Optional.of(new CheckedColumn.Levels("label", labels)),
                ROWS);

        assertThat(found.rows()).isEqualTo(ROWS - rows.size());
        assertThat(found.contradicting())
                .isEqualTo(labelsByRow.values().stream()
                        .filter(set -> set.size() == 2)
                        .count());
    }

    @Test
    void withoutALabelNothingContradicts() {
        assertThat(RowDuplicates.count(List.of(new CheckedColumn.Levels("w", new int[10])), Optional.empty(), 10))
                .isEqualTo(new RowDuplicates(9, 0));
    }
}
