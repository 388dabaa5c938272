package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.ExploredCell;
import io.holdfast.care.inference.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An offer that helps some, harms others, and puts off leaving. */
@Tag("slow")
final class RenewalTest {
    /** Seeds from 0 on, none left out. What is asserted is what docs/closed-loop.md says. */
    private static final int RUNS = 16;

    private static Estimate difference(EffectReport report, String reason) {
        ExploredCell cell = report.explored().stream()
                .filter(each -> each.names().equals(List.of(reason)))
                .findFirst()
                .orElseThrow();
        return cell.estimate().comparison().orElseThrow().difference();
    }

    @Test
    void theHarmfulUseStopsTheTruthIsCoveredAndWhatIsPutOffIsCharged() {
        int covered = 0;
        int harmCovered = 0;
        List<Double> beliefs = new ArrayList<>();
        List<Integer> treated = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        int said = 0;
        int priceStopped = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Renewal renewal = new Renewal(seed).run();
            EffectReport report = renewal.report();
            covered += difference(report, Renewal.PRICE).contains(-0.02) ? 1 : 0;
            harmCovered += difference(report, Renewal.DISENGAGED).contains(0.036) ? 1 : 0;
            treated.add(renewal.disengagedTreated());
            last.add(renewal.disengagedTreated(Renewal.MONTHS - 1));
            said += renewal.stopped().contains(Renewal.DISENGAGED) ? 1 : 0;
            priceStopped += renewal.stopped().contains(Renewal.PRICE) ? 1 : 0;
            PooledEffect belief = renewal.belief(Renewal.PRICE);
            assertThat(belief.days()).isGreaterThanOrEqualTo(180);
            beliefs.add(belief.change().point());
        }

        assertThat(covered).as("95 % intervals of 10 % to 8 %").isEqualTo(RUNS);
        assertThat(harmCovered).as("95 % intervals of 6.4 % to 10 %").isEqualTo(RUNS);
        assertThat(Collections.min(treated)).as("of %s", treated).isEqualTo(138);
        assertThat(Collections.max(treated)).as("of %s", treated).isEqualTo(4046);
        assertThat(treated).as("of %s", treated).hasSize(RUNS).allMatch(each -> each < 8000);
        assertThat(last).hasSize(RUNS).allMatch(each -> each == 0);
        assertThat(said).as("told as harmful").isEqualTo(7);
        assertThat(priceStopped).as("stopped for those who look at the price").isEqualTo(1);
        assertThat(Collections.min(beliefs)).isCloseTo(-0.078, within(0.0005));
        assertThat(Collections.max(beliefs)).isCloseTo(0.133, within(0.0005));
        assertThat(beliefs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .as("13 % leave either way within 180 days")
                .isCloseTo(0.018, within(0.0005));
    }
}
