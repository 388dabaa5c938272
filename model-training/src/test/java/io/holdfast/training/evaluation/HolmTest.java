package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** R 4.2: p.adjust(c(.01, .04, .03, .005), "holm"). */
    @Test
    void correctsAsRDoes() {
        assertThat(Holm.corrected(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    }

    @Test
    void neverExceedsOneAndLeavesASingleQuestionAsItIs() {
        assertThat(Holm.corrected(new double[] {.9, .8})).containsExactly(1, 1);
        assertThat(Holm.corrected(new double[] {.04})).containsExactly(.04);
        assertThat(Holm.corrected(new double[0])).isEmpty();
    }
}
