package io.holdfast.training.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBetaTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, .01, .3, .5, .75, .999, 1})
    void isTheRegularizedIncompleteBetaFunction(double x) {
        assertThat(new WholeBeta(6, 14).below(x)).isCloseTo(Beta.regularizedBeta(x, 6, 14), within(1e-14));
        assertThat(new WholeBeta(1, 1).below(x)).isCloseTo(x, within(1e-15));
        assertThat(new WholeBeta(6, 14).meanBelow(x)).isCloseTo(.3 * Beta.regularizedBeta(x, 7, 14), within(1e-14));
    }
}
