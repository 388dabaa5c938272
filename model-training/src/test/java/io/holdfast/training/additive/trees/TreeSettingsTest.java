package io.holdfast.training.additive.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TreeSettingsTest {
    @Test
    void aTreeSeesMostRowsOfASmallTableAndAShareOfALargeOne() {
        TreeSettings settings = TreeSettings.defaults();

        assertThat(settings.rowShare(5000)).isEqualTo(0.8);
        assertThat(settings.rowShare(80_000)).isCloseTo(0.5, within(1e-12));
        assertThat(settings.rowShare(10_000_000)).isEqualTo(0.3);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeSettings.defaults().withLeastZ(Double.NaN))
                .withMessage("leastZ: NaN (expected: a number)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeSettings(2, 0.5, 0.1, 7, 1, 40_000, 0.3, 0.8, 0.8, 64, 32, 20_000, 1500, 25))
                .withMessage("depth: 7 (expected: 1 to 6)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeSettings(2, 0.5, 0.1, 6, 0, 40_000, 0.3, 0.8, 0.8, 64, 32, 20_000, 1500, 25))
                .withMessage("lambda: 0.0 (expected: above 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeSettings(2, 0.5, 0.1, 6, 1, 40_000, 0.3, 1.1, 0.8, 64, 32, 20_000, 1500, 25))
                .withMessage("mostRowShare: 1.1 (expected: above 0 up to 1)");
    }
}
