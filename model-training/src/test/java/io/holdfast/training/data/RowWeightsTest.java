package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowWeightsTest {
    private static final int[] ALL = {0, 1, 2, 3};

    @Test
    void equalWeightsAreNone() {
        RowWeights weights = RowWeights.of(new double[] {.1, .1, .1, .1});

        assertThat(weights.even()).isTrue();
        assertThat(weights.meanOne(ALL)).containsExactly(1, 1, 1, 1);
        assertThat(weights.effective(ALL)).isEqualTo(4);
    }

    @Test
    void theScaleHasMeanOneOverTheRowsAsked() {
        RowWeights weights = RowWeights.of(new double[] {1, 2, 3, 6});

        assertThat(weights.meanOne(ALL)).containsExactly(1 / 3.0, 2 / 3.0, 1, 2);
        assertThat(weights.meanOne(new int[] {3, 1})).containsExactly(1.5, .5);
        assertThat(weights.only(new int[] {3, 0}).of(1)).isEqualTo(1);
        assertThat(weights.sum(ALL)).isEqualTo(12);
    }

    @Test
    void rowsEqualAmongThemselvesCountOneEach() {
        RowWeights weights = RowWeights.of(new double[] {.1, .1, .1, 7});

        assertThat(weights.meanOne(new int[] {0, 1, 2})).containsExactly(1, 1, 1);
    }

    @Test
    void theEffectiveNumberIsKishs() {
        RowWeights weights = RowWeights.of(new double[] {1, 1, 1, 97});

        assertThat(weights.effective(ALL)).isCloseTo(100 * 100 / 9412.0, within(1e-12));
        assertThat(weights.effective(new int[0])).isZero();
    }

    @Test
    void whatIsNoWeightIsRefused() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RowWeights.of(new double[] {1, bad}))
                    .withMessageContaining("" + bad)
                    .withMessageContaining("expected: finite, above 0");
        }
    }
}
