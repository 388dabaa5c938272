package io.holdfast.care.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class SampleSizeTest {
    /** By hand: (1.959964 + 0.841621)^2 (0.1 0.9 / 0.1 + 0.08 0.92 / 0.9) / 0.02^2 = 19,264.64, and 69,119.56 from 3 %. */
    @Test
    void agreesWithTheFormulaByHand() {
        assertThat(SampleSize.relative(0.10, -0.2, 0.1).customers()).isEqualTo(19_265);
        assertThat(SampleSize.relative(0.03, -0.2, 0.1).customers()).isEqualTo(69_120);
        assertThat(SampleSize.relative(0.10, -0.2, 0.1).heldOut()).isEqualTo(1_927);
    }

    @Test
    void isLeastWhereBothSidesAreAboutEqual() {
        long half = SampleSize.relative(0.10, -0.2, 0.5).customers();

        assertThat(half).isLessThan(SampleSize.relative(0.10, -0.2, 0.1).customers());
        assertThat(half).isLessThan(SampleSize.relative(0.10, -0.2, 0.9).customers());
    }

    @Test
    void refusesSharesThatAreNoneAndChangesOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.relative(0.1, 0, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.relative(0.1, -1, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.relative(0.1, -0.2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleSize(Double.NaN, 0.1, 0.1));
    }

    /** Seen as (2.801585 x 0.5)^2 = 1.9622 times the difference squared: so many times the customers. */
    @Test
    void saysHowManyItTakesToTellWhatHasBeenSeen() {
        assertThat(SampleSize.toTell(1, 0.25, 1000)).isEqualTo(1963);
        assertThat(SampleSize.toTell(-2, 0.25, 1000)).isEqualTo(491);
    }
}
