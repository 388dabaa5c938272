package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class GammaGammaTest {
    /** The published parameters of CDNOW; mpmath 1.4.1. */
    private static final GammaGamma PUBLISHED = new GammaGamma(6.25, 3.74, 15.44);

    @Test
    void expectsBetweenTheOwnMeanAndThatOfAll() {
        assertThat(PUBLISHED.expectedSpend(2, 35)).isCloseTo(35.039370078740156, within(1e-12));
        assertThat(PUBLISHED.expectedSpend(0, Double.NaN)).isCloseTo(35.21897810218978, within(1e-12));
        assertThat(PUBLISHED.expectedSpend(1000, 80)).isBetween(79.9, 80.0);
    }

    @Test
    void findsTheSpendThatCustomersWereDrawnFrom() {
        Fitted<GammaGamma> found = GammaGammaFit.fit(Shoppers.drawn(new BgNbd(.6, 60, .8, 2.5), 20_000, 5));

        assertThat(found.fit().converged()).isTrue();
        assertThat(found.fit().remarks()).isEmpty();
        assertThat(StrictMath.log(found.parameters().p() / 6))
                .isCloseTo(0, within(4 * found.fit().relativeError(0)));
        assertThat(StrictMath.log(found.parameters().q() / 4))
                .isCloseTo(0, within(4 * found.fit().relativeError(1)));
        assertThat(found.fit().relativeError(1)).isLessThan(.05);
    }

    @Test
    void countsThoseWhoPaidNothingAndSaysWhenSpendGoesWithFrequency() {
        int[] frequency = new int[130];
        int[] days = new int[130];
        double[] spend = new double[130];
        for (int i = 0; i < frequency.length; i++) {
            frequency[i] = 1 + i % 8;
            days[i] = 100;
            spend[i] = i < 4 ? 0 : 10 * frequency[i] + i % 13;
        }

        assertThat(GammaGammaFit.fit(PurchaseHistories.of(frequency, days, days, spend))
                        .fit()
                        .remarks())
                .contains("Customers whose repeat purchases cost nothing were left out: 4.")
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("How much customers spend goes with how often they buy (correlation 0.9"));
    }

    @Test
    void saysThatNobodySpentAnything() {
        PurchaseHistories free =
                PurchaseHistories.of(new int[] {1, 2}, new int[] {5, 5}, new int[] {9, 9}, new double[] {0, 0});

        assertThatThrownBy(() -> GammaGammaFit.fit(free))
                .hasMessage(
                        "Only 0 of the 2 customers spent anything on a repeat purchase, so spend cannot be estimated"
                                + " (expected: at least 2, best 100 or more).");
    }
}
