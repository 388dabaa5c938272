package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.inference.RatePair;
import io.holdfast.care.plan.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beliefs by drawn counts: reasons of 4 tiers each, a tenth held out. */
final class DrawnCellsTest {
    private static final int RUNS = 30;
    private static final int TIERS = 4;

    /** What is believed of the cells, run by run. */
    private static List<PooledEffect> beliefs(double leaving, int shadow, int reasons, double change) {
        List<PooledEffect> all = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            List<MeasuredCell> cells = new ArrayList<>();
            for (int cell = 0; cell < reasons * TIERS; cell++) {
                RatePair drawn = new RatePair(
                        cases(chance, 9 * shadow, leaving * (1 + change)),
                        9.0 * shadow,
                        cases(chance, shadow, leaving),
                        shadow,
                        9 * shadow,
                        shadow);
                cells.add(new MeasuredCell("bill-review", "r" + cell / TIERS, "t" + cell % TIERS, false, 90, drawn));
            }
            new PooledEffects(cells)
                    .measured().stream().filter(each -> !each.tier().isEmpty()).forEach(all::add);
        }
        return all;
    }

    private static int cases(SplittableRandom chance, int size, double rate) {
        int cases = 0;
        for (int i = 0; i < size; i++) {
            cases += chance.nextDouble() < rate ? 1 : 0;
        }
        return cases;
    }

    private static double share(List<PooledEffect> beliefs, Predicate<PooledEffect> which) {
        return (double) beliefs.stream().filter(which).count() / beliefs.size();
    }

    private static double meanLogRatio(List<PooledEffect> beliefs) {
        return beliefs.stream()
                .mapToDouble(each -> Math.log1p(each.change().point()))
                .average()
                .orElseThrow();
    }

    private static boolean holds(PooledEffect effect, double change) {
        return effect.change().low() <= change && change <= effect.change().high();
    }

    /** The first case: a third of a case expected of a shadow, and of every twenty shadows fifteen without any. */
    @ParameterizedTest
    @CsvSource({"0.01, 30, 15", "0.01, 40, 6", "0.02, 30, 6", "0.03, 40, 6"})
    void whatDoesNothingIsNeitherBelievedToHelpNorProven(double leaving, int shadow, int reasons) {
        List<PooledEffect> beliefs = beliefs(leaving, shadow, reasons, 0);

        assertThat(beliefs).hasSize(RUNS * reasons * TIERS);
        assertThat(meanLogRatio(beliefs)).isCloseTo(0, within(0.1));
        assertThat(share(beliefs, each -> each.evidence() == Evidence.PROVEN)).isLessThanOrEqualTo(0.025);
        assertThat(share(beliefs, each -> each.evidence() == Evidence.HARMFUL)).isLessThanOrEqualTo(0.025);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 200, 4, -0.5",
        "0.05, 200, 4, 0.6",
        "0.05, 1000, 1, 2.0",
        "0.15, 1000, 1, -0.67",
        "0.3, 60, 4, -0.3"
    })
    void theIntervalHoldsWhatIsTrue(double leaving, int shadow, int reasons, double change) {
        List<PooledEffect> beliefs = beliefs(leaving, shadow, reasons, change);

        assertThat(share(beliefs, each -> holds(each, change))).isGreaterThanOrEqualTo(0.94);
        assertThat(meanLogRatio(beliefs)).isCloseTo(Math.log1p(change), within(0.06));
    }

    @Test
    void harmIsSeenThoughCellsAreSmall() {
        List<PooledEffect> beliefs = beliefs(0.03, 100, 6, 0.4);

        assertThat(meanLogRatio(beliefs)).isGreaterThan(0.2);
        assertThat(share(beliefs, each -> each.evidence() == Evidence.HARMFUL)).isGreaterThan(0.1);
        assertThat(share(beliefs, each -> each.evidence() == Evidence.PROVEN)).isZero();
    }
}
