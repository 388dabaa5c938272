package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.inference.LogRatio;
import io.holdfast.care.inference.Observation;
import io.holdfast.care.plan.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Beliefs by drawn counts: 6 reasons of 4 tiers each, a tenth held out, of whom 3 % leave. */
final class DrawnCellsTest {
    private static final int RUNS = 40;
    private static final int REASONS = 6;
    private static final int TIERS = 4;
    private static final double LEAVING = 0.03;

    /** What is believed of the cells, run by run. */
    private static List<PooledEffect> beliefs(int customers, double change) {
        List<PooledEffect> all = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            List<MeasuredCell> cells = new ArrayList<>();
            for (int cell = 0; cell < REASONS * TIERS; cell++) {
                cells.add(new MeasuredCell(
                        "bill-review",
                        "r" + cell / TIERS,
                        "t" + cell % TIERS,
                        false,
                        90,
                        drawn(chance, customers, change)));
            }
            new PooledEffects(cells)
                    .measured().stream().filter(each -> !each.tier().isEmpty()).forEach(all::add);
        }
        return all;
    }

    private static LogRatio drawn(SplittableRandom chance, int customers, double change) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            boolean assigned = i % 10 != 0;
            double rate = assigned ? LEAVING * (1 + change) : LEAVING;
            observations.add(
                    new Observation("c" + i, assigned, assigned ? 0.9 : 0.1, chance.nextDouble() < rate ? 1 : 0));
        }
        return LogRatio.of(observations).orElseThrow();
    }

    private static double share(List<PooledEffect> beliefs, Evidence evidence) {
        return (double) beliefs.stream()
                        .filter(each -> each.evidence() == evidence)
                        .count()
                / beliefs.size();
    }

    private static double meanLogRatio(List<PooledEffect> beliefs) {
        return beliefs.stream()
                .mapToDouble(each -> Math.log1p(each.change().point()))
                .average()
                .orElseThrow();
    }

    @Test
    void whatDoesNothingIsNeitherBelievedToHelpNorProven() {
        List<PooledEffect> beliefs = beliefs(400, 0);

        assertThat(beliefs).hasSize(RUNS * REASONS * TIERS);
        // With 1.2 cases expected of a shadow, half a case more leaves a bias of -0.11 in the ratio itself.
        assertThat(meanLogRatio(beliefs)).isCloseTo(0, within(0.12));
        assertThat(share(beliefs, Evidence.PROVEN)).isLessThanOrEqualTo(0.025);
    }

    @Test
    void harmIsSeenThoughCellsAreSmall() {
        List<PooledEffect> beliefs = beliefs(1000, 0.4);

        assertThat(meanLogRatio(beliefs)).isGreaterThan(0.2);
        assertThat(share(beliefs, Evidence.HARMFUL)).isGreaterThan(0.1);
        assertThat(share(beliefs, Evidence.PROVEN)).isZero();
    }
}
