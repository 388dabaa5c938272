package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleRatioTest {
    private static List<SampleRatio.Draw> draws(int count, int heldOut, double probability) {
        List<SampleRatio.Draw> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            draws.add(new SampleRatio.Draw(probability, i < heldOut));
        }
        return draws;
    }

    /** The sums of all probabilities that are not larger, in Python: 0.0000088246 and 0.0022017. */
    @Test
    void isExactWhereThereIsOneProbability() {
        SampleRatio missing = SampleRatio.of(draws(1000, 60, 0.1));
        SampleRatio many = SampleRatio.of(draws(1000, 130, 0.1));

        assertThat(missing.pValue()).isCloseTo(8.824608749972596e-06, within(1e-12));
        assertThat(missing.isMismatch()).isTrue();
        assertThat(missing.expected()).isCloseTo(100, within(1e-9));
        assertThat(missing.heldOut()).isEqualTo(60);
        assertThat(many.pValue()).isCloseTo(0.0022017261448606202, within(1e-9));
        assertThat(many.isMismatch()).isFalse();
        assertThat(SampleRatio.of(draws(1000, 100, 0.1)).pValue()).isCloseTo(1, within(1e-9));
    }

    /** With two probabilities: exp(-x / 2) for x = 40^2/90 + 5^2/16. */
    @Test
    void looksAtEachProbability() {
        List<SampleRatio.Draw> two = new ArrayList<>(draws(1000, 60, 0.1));
        two.addAll(draws(100, 25, 0.2));
        assertThat(SampleRatio.of(two).pValue())
                .isCloseTo(StrictMath.exp(-(1600 / 90.0 + 25 / 16.0) / 2), within(1e-12));
        assertThat(SampleRatio.of(two).expected()).isCloseTo(120, within(1e-9));
    }

    @Test
    void throwsSmallSharesTogether() {
        List<SampleRatio.Draw> draws = new ArrayList<>(draws(1000, 100, 0.1));
        draws.addAll(draws(10, 1, 0.05));
        draws.addAll(draws(10, 0, 0.02));

        SampleRatio ratio = SampleRatio.of(draws);

        assertThat(ratio.pValue()).isGreaterThan(0.5);
        assertThat(SampleRatio.of(List.of()).isMismatch()).isFalse();
    }

    /** 1 - 0.98^3, and twice that. */
    @Test
    void aRestThatIsTooSmallForAChiSquaredRaisesNoFalseAlarm() {
        List<SampleRatio.Draw> draws = new ArrayList<>(draws(400, 100, 0.25));
        draws.addAll(draws(3, 1, 0.02));

        assertThat(SampleRatio.of(draws).pValue()).isCloseTo(2 * (1 - StrictMath.pow(0.98, 3)), within(1e-12));
    }

    /** Ten of two hundred where four are expected, and twenty, beside many of another share that are right. */
    @Test
    void aSmallLotThatIsBrokenDoesNotDrownInALargeOne() {
        List<SampleRatio.Draw> right = draws(40_000, 10_000, 0.25);
        List<SampleRatio.Draw> chance = new ArrayList<>(right);
        chance.addAll(draws(200, 10, 0.02));
        List<SampleRatio.Draw> broken = new ArrayList<>(right);
        broken.addAll(draws(200, 20, 0.02));

        assertThat(SampleRatio.of(chance).isMismatch()).isFalse();
        assertThat(SampleRatio.of(broken).isMismatch()).isTrue();
    }

    @Test
    void takesProbabilitiesForOneThatDifferByRoundingAlone() {
        List<SampleRatio.Draw> draws = new ArrayList<>(draws(100, 100, 0.1));
        draws.addAll(draws(900, 0, 1 - 0.9));

        assertThat(SampleRatio.of(draws).pValue()).isCloseTo(1, within(1e-9));
        assertThat(SampleRatio.of(draws).isMismatch()).isFalse();
    }
}
