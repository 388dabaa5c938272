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
        assertThat(ratio.variance()).isCloseTo(1 / 80.5 - 1 / 1000.5 + 1 / 10.5 - 1 / 100.5, within(1e-9));
        assertThat(ratio.assigned()).isEqualTo(1000);
        assertThat(ratio.shadow()).isEqualTo(100);
    }

    @Test
    void isFiniteWhereNobodyLeft() {
        LogRatio ratio = LogRatio.of(sides(300, 5, 30, 0)).orElseThrow();

        assertThat(ratio.point()).isFinite();
        assertThat(ratio.variance()).isGreaterThan(1.9);
    }

    @Test
    void isNoneWithTooFewInAnArm() {
        assertThat(LogRatio.of(sides(300, 5, 29, 3))).isEmpty();
    }
}
