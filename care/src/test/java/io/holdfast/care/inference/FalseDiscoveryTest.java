package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FalseDiscoveryTest {
    /** As R's {@code p.adjust(c(.01, .04, .03, .005), "BH")}. */
    @Test
    void agreesWithR() {
        assertThat(FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(0.02, 0.04, 0.04, 0.02);
    }

    @Test
    void leavesOneTestAlone() {
        assertThat(FalseDiscovery.adjusted(new double[] {0.3})).containsExactly(0.3);
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }
}
