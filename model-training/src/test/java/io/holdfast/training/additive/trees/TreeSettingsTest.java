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
                .isThrownBy(() -> settings(7, 1, 0.8))
                .withMessage("depth: 7 (expected: 1 to 6)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(6, 0, 0.8))
                .withMessage("lambda: 0.0 (expected: above 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(6, 1, 1.1))
                .withMessage("mostRowShare: 1.1 (expected: above 0 up to 1)");
    }

    private static TreeSettings settings(int depth, double lambda, double mostRowShare) {
        return new TreeSettings(
                2,
                0.5,
                0.1,
                depth,
                lambda,
                40_000,
                0.3,
                mostRowShare,
                0.8,
                64,
                32,
                20_000,
                1500,
                25,
                PilotSettings.defaults());
    }

    @Test
    void aTrialSeesAFewRowsOfEveryTable() {
        PilotSettings pilot = PilotSettings.defaults();

        assertThat(pilot.rowShare(30_000)).isEqualTo(1);
        assertThat(pilot.rowShare(200_000)).isCloseTo(0.2, within(1e-12));
        assertThat(pilot.rowShare(10_000_000)).isEqualTo(0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PilotSettings(1, 1, 1, 0, 0))
                .withMessage("share: 0.0 (expected: above 0 up to 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PilotSettings(0, 1, 1, 1, 0))
                .withMessage("from: 0 (expected: 1 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PilotSettings(1, 1, 1, 1, Double.NaN))
                .withMessage("leastZ: NaN (expected: a number)");
    }
}
