package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BgNbdTest {
    private static final BgNbd PUBLISHED = new BgNbd(.243, 30.898, .793, 2.426);

    /** mpmath 1.4.1 with 50 digits: equation 10 of Fader, Hardie, Lee (2005) with hyp2f1, at a = 1 its limit. */
    @ParameterizedTest
    @CsvSource({
        "0.243, 30.898, 0.793, 2.426, 2, 213, 272, 273, 0.72658972183549484, 1.2261158061493217",
        "0.243, 30.898, 0.793, 2.426, 0, 0, 272, 273, 1.0, 0.19510966499308847",
        "0.243, 30.898, 1, 2.426, 5, 100, 200, 365, 0.24687435430498287, 1.3607299071580693",
        "0.5, 20, 1.7, 3, 1000, 990, 1000, 100, 0.029941887473559538, 2.7126620839040205",
        "0.5, 20, 1.7, 3, 1000, 500, 1000, 100, 1.0648593755017815e-290, 9.6473666036057506e-289",
        "2, 5, 0.001, 4, 3, 10, 20, 1000, 0.99786123706048422, 199.0427101457018",
        "0.3, 0.01, 0.9, 2, 0, 0, 0, 90, 1.0, 15.140962688031424"
    })
    void agreesWithTheHypergeometricForm(
            double r,
            double alpha,
            double a,
            double b,
            int frequency,
            int recency,
            int age,
            double days,
            double alive,
            double purchases) {
        BgNbd model = new BgNbd(r, alpha, a, b);

        assertThat(model.alive(frequency, recency, age)).isCloseTo(alive, withinPercentage(1e-9));
        assertThat(model.expectedPurchases(frequency, recency, age, days)).isCloseTo(purchases, withinPercentage(1e-9));
    }

    @Test
    void staysFiniteForTensOfThousandsOfPurchases() {
        BgNbd model = new BgNbd(.25, 30, .8, 2.5);

        assertThat(model.alive(20_000, 7_000, 7_300)).isZero();
        assertThat(model.expectedPurchases(20_000, 7_300, 7_300, 30)).isBetween(80.0, 82.0);
    }

    @Test
    void expectsNothingOfNoTimeAndMoreOfMoreTime() {
        assertThat(PUBLISHED.expectedPurchases(2, 213, 272, 0)).isZero();
        assertThat(PUBLISHED.expectedPurchases(2, 213, 272, 90))
                .isLessThan(PUBLISHED.expectedPurchases(2, 213, 272, 91));
    }

    /** mpmath 1.4.1: 1 - P(alive) (1 - ((alpha + T)/(alpha + T + t))^(r + x)). */
    @Test
    void silenceComesOfLeavingOrOfBuyingSeldom() {
        assertThat(PUBLISHED.noPurchase(2, 213, 272, 273)).isCloseTo(0.4453522781580762, within(1e-14));
        assertThat(PUBLISHED.noPurchase(2, 213, 272, 0)).isEqualTo(1.0);
        assertThat(PUBLISHED.noPurchase(2, 213, 272, 1e12)).isCloseTo(1 - PUBLISHED.alive(2, 213, 272), within(1e-9));
    }

    @Test
    void takesWhoNeverCameBackForAlive() {
        assertThat(PUBLISHED.alive(0, 0, 3650)).isEqualTo(1.0);
    }

    @Test
    void trustsAFrequentCustomerLessAfterTheSameSilence() {
        assertThat(PUBLISHED.alive(20, 200, 272)).isLessThan(PUBLISHED.alive(2, 200, 272));
    }

    @Test
    void expectsOfANewCustomerWhatItExpectsOfOneWithoutHistory() {
        assertThat(PUBLISHED.expectedOfNew(273)).isCloseTo(PUBLISHED.expectedPurchases(0, 0, 0, 273), within(0.0));
    }

    @Test
    void refusesParametersThatAreNotAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbd(.2, 0, 1, 1))
                .withMessage("alpha: 0.0 (expected: a number above 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(.2, 1, Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbd(1e300, 1, 1, 1))
                .withMessageContaining("at most 1000.0 purchases a day on average");
    }
}
