package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowGroupsTest {
    @Test
    void numbersComeBackAsTheyWereGiven() {
        for (int[] numbers :
                List.of(new int[0], new int[] {0, 1, 2}, new int[] {0, 0, 2}, new int[] {7}, new int[] {1, 0})) {
            assertThat(RowGroups.of(numbers).numbers()).isEqualTo(numbers);
        }
    }

    @Test
    void nobodyElseChangesThem() {
        int[] numbers = {0, 0, 1};
        RowGroups groups = RowGroups.of(numbers);
        numbers[0] = 5;
        groups.numbers()[1] = 5;

        assertThat(groups.numbers()).containsExactly(0, 0, 1);
    }
}
