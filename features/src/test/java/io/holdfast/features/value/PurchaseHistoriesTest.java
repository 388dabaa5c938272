package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PurchaseHistoriesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -1 | 0 | 9 | Customer 2 has frequency -1 (expected: 0 or more repeat purchases).
                    1 | 10 | 9 | Customer 2 has recency 10 (expected: 0 to 9 days, the customer's age).
                    1 | -3 | 9 | Customer 2 has recency -3 (expected: 0 to 9 days, the customer's age).
                    0 | 0 | -1 | Customer 2 has age -1 (expected: 0 to 36525 days since the first purchase).
                    0 | 4 | 9 | Customer 2 has frequency 0 with recency 4 (expected: both 0, or from 1 to as many as the days; several purchases on one day count as one).
                    3 | 2 | 9 | Customer 2 has frequency 3 with recency 2 (expected: both 0, or from 1 to as many as the days; several purchases on one day count as one).
                    """)
    void refusesWhatCannotBe(int frequency, int recency, int age, String sentence) {
        assertThatThrownBy(() ->
                        PurchaseHistories.of(new int[] {0, frequency}, new int[] {0, recency}, new int[] {5, age}))
                .isInstanceOf(InputException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesAmountsBelowZeroAndNone() {
        int[] ones = {1};

        assertThatThrownBy(() -> PurchaseHistories.of(ones, ones, ones, new double[] {-2}))
                .hasMessage("Customer 1 has mean spend -2.0 (expected: 0 or more, net of what was returned).");
        assertThatThrownBy(() -> PurchaseHistories.of(ones, ones, ones, new double[] {Double.NaN}))
                .isInstanceOf(InputException.class);
    }

    @Test
    void doesNotLookAtTheSpendOfWhoNeverCameBack() {
        PurchaseHistories histories =
                PurchaseHistories.of(new int[1], new int[1], new int[] {7}, new double[] {Double.NaN});

        assertThat(histories.hasSpend()).isTrue();
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseHistories.of(new int[2], new int[1], new int[2]))
                .withMessage("recency: 1 entries (expected: 2)");
    }
}
