package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogRatioTest {
    private static List<Observation> sides(int assigned, int assignedLeft, int shadow, int shadowLeft) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < assigned; i++) {
            all.add(new Observation("a" + i, true, 0.9, i < assignedLeft ? 1 : 0));
        }
        for (int i = 0; i < shadow; i++) {
            all.add(new Observation("s" + i, false, 0.1, i < shadowLeft ? 1 : 0));
        }
        return all;
    }

    /** 80.5 / 1000.5 against 10.5 / 100.5, by hand. */
    @Test
    void addsHalfACaseToEachSide() {
        LogRatio ratio = LogRatio.of(sides(1000, 80, 100, 10)).orElseThrow();

        assertThat(ratio.point()).isCloseTo(Math.log(80.5 / 1000.5 / (10.5 / 100.5)), within(1e-9));
        assertThat(ratio.variance()).isCloseTo(1010.5 / 90.5 * (1.0 / 1000 + 1.0 / 100), within(1e-9));
        assertThat(ratio.assigned()).isEqualTo(1000);
        assertThat(ratio.shadow()).isEqualTo(100);
    }

    @Test
    void isFiniteWhereNobodyLeft() {
        LogRatio ratio = LogRatio.of(sides(300, 5, 30, 0)).orElseThrow();

        assertThat(ratio.point()).isFinite();
        assertThat(ratio.variance()).isCloseTo(325.5 / 5.5 * (1.0 / 300 + 1.0 / 30), within(1e-9));
    }

    /** Else whoever has one case more by chance counts for more. */
    @Test
    void isAsSureWhicheverSideACaseFallsTo() {
        LogRatio one = LogRatio.of(sides(300, 10, 30, 1)).orElseThrow();
        LogRatio other = LogRatio.of(sides(300, 9, 30, 2)).orElseThrow();

        assertThat(other.variance()).isCloseTo(one.variance(), within(1e-9));
    }

    @Test
    void isUnsureWhereEverybodyOrNobodyLeft() {
        assertThat(LogRatio.of(sides(300, 300, 30, 30)).orElseThrow().variance())
                .isFinite()
                .isGreaterThan(0);
        assertThat(LogRatio.of(sides(300, 0, 30, 0)).orElseThrow().variance())
                .isFinite()
                .isGreaterThan(10);
    }

    @Test
    void isNoneWithTooFewInAnArm() {
        assertThat(LogRatio.of(sides(300, 5, 29, 3))).isEmpty();
    }
}
