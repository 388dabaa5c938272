package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.ExploredCell;
import io.holdfast.care.inference.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An offer that helps some, harms others, and puts off leaving. */
@Tag("slow")
final class RenewalTest {
    /** Seeds from 0 on, none left out: in one of these the harm is seen too late. */
    private static final int RUNS = 8;

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
        double price = 0;
        List<Integer> treated = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        List<Integer> said = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            Renewal renewal = new Renewal(seed).run();
            EffectReport report = renewal.report();
            covered += difference(report, Renewal.PRICE).contains(-0.02) ? 1 : 0;
            harmCovered += difference(report, Renewal.DISENGAGED).contains(0.036) ? 1 : 0;
            treated.add(renewal.disengagedTreated());
            last.add(renewal.disengagedTreated(Renewal.MONTHS - 1));
            said.add(renewal.stopped().contains(Renewal.DISENGAGED) ? 1 : 0);
            PooledEffect belief = renewal.belief(Renewal.PRICE);
            assertThat(belief.days()).isGreaterThanOrEqualTo(180);
            price += belief.change().point() / RUNS;
        }

        assertThat(covered).as("95 % intervals of 10 %% to 8 %%").isGreaterThanOrEqualTo(RUNS - 1);
        assertThat(harmCovered).as("95 % intervals of 6.4 %% to 10 %%").isGreaterThanOrEqualTo(RUNS - 1);
        assertThat(treated.stream().filter(each -> each < 8000).count())
                .as(
                        "disengaged treated %s, covered %s and %s, said %s, price %s, last %s",
                        treated, covered, harmCovered, said, price, last)
                .isGreaterThanOrEqualTo(RUNS - 2);
        assertThat(last).allMatch(each -> each == 0);
        assertThat(price).as("13 % leave either way within 180 days").isBetween(-0.1, 0.05);
    }
}
