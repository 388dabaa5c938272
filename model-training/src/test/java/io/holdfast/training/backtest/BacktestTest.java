package io.holdfast.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.baseline.Baseline;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.PairedMetric;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.publish.Refit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the logistic learner, which is quick and of the form of the truth. */
class BacktestTest {
    private static final int MONTHS = 9;
    private static final int KNOWN_AFTER = 30;

    @TempDir
    private Path folder;

    private BacktestResult run(Months months, int periods, List<LeaveDay> leaves) {
        Path yaml = Tables.write(folder, Months.yaml(), months.csv());
        double[] chance = months.silent().clone();
        for (int row = 0; row < chance.length; row++) {
            chance[row] = row * 7919 % 1009;
        }
        Refit how = new Refit(
                KNOWN_AFTER,
                table -> List.of(
                        new Baseline("silent", LocalizedText.same("silence"), months.silent(), false),
                        new Baseline("chance", LocalizedText.same("chance"), chance, false)));
        return Backtest.run(
                new BacktestRequest(
                        yaml,
                        new LogisticTrainer(LogisticSettings.defaults()),
                        how,
                        leaves,
                        periods,
                        new EvaluationSettings(1, 200)),
                Progress.SILENT);
    }

    private static double known(Measure measure) {
        return measure.known().orElseThrow();
    }

    private static double auc(BacktestResult.Figures figures) {
        return known(figures.metrics().measure(Metric.ROC_AUC));
    }

    @Test
    void judgesTheLatestMonthsOneByOne() {
        BacktestResult result = run(new Months(600, MONTHS, MONTHS, 1), 4, List.of());

        assertThat(result.periods())
                .extracting(BacktestResult.Period::month)
                .containsExactly("2024-06", "2024-07", "2024-08", "2024-09");
        assertThat(result.periods())
                .extracting(BacktestResult.Period::learnedRows)
                .containsExactly(3000L, 3600L, 4200L, 4800L);
        assertThat(result.periods())
                .extracting(BacktestResult.Period::learnedUntil)
                .containsExactly("2024-05-01", "2024-06-01", "2024-07-01", "2024-08-01");
        assertThat(result.pooled().rows()).isEqualTo(2400);
        assertThat(known(result.pooled().predictedToObserved())).isCloseTo(1, within(.1));
    }

    @Test
    void saysWhetherThereIsAnyGainOverABaseline() {
        BacktestResult result = run(new Months(600, MONTHS, MONTHS, 1), 4, List.of());

        assertThat(result.gains()).hasSize(2);
        // Silence is all there is to know: nothing can be gained over it, and everything over chance.
        PairedMetric overTruth = result.gains().get(0).paired(Metric.ROC_AUC);
        assertThat(known(overTruth.difference())).isCloseTo(0, within(.01));
        assertThat(result.gains().get(1).paired(Metric.ROC_AUC).verdict()).isEqualTo(PairedMetric.Verdict.A_BETTER);
        assertThat(BacktestText.of(result)).contains("Beside chance: the model gains in ROC AUC (+");
    }

    /** When silence comes to mean the opposite, the first model is worse than chance, and the fresh one learns. */
    @Test
    void showsThatAModelAges() {
        BacktestResult result = run(new Months(600, 14, 6, 1), 9, List.of());

        BacktestResult.Period last = result.periods().get(result.periods().size() - 1);
        assertThat(auc(result.periods().get(0).first())).isGreaterThan(.75);
        assertThat(auc(last.first())).isLessThan(.3);
        assertThat(auc(last.model())).isGreaterThan(.6);
    }

    @Test
    void countsWhoStoodOnTheListEarlyEnough() {
        Months months = new Months(100, MONTHS, MONTHS, 3);
        double[] silent = months.silent();
        List<LeaveDay> leaves = new ArrayList<>();
        // Everybody who was silent for 55 days or more in July leaves 40 days later, and somebody who was not in the
        // list at all.
        int july = 6 * months.customers();
        for (int customer = 0; customer < months.customers(); customer++) {
            if (silent[july + customer] >= 57) {
                leaves.add(new LeaveDay("c" + customer, Months.date(6).plusDays(40)));
            }
        }
        leaves.add(new LeaveDay("stranger", Months.date(6).plusDays(40)));
        leaves.add(new LeaveDay("c0", Months.date(6).plusDays(29)));

        LeadTime lead = run(months, 3, leaves).leadTime();

        assertThat(lead.lists()).containsExactly("2024-07-01", "2024-08-01", "2024-09-01");
        long silentOnes = leaves.size() - 2L;
        assertThat(lead.leavers()).isEqualTo(silentOnes);
        LeadTime.ByList bySilence = lead.results().get(1);
        assertThat(bySilence.code()).isEqualTo("silent");
        assertThat(known(bySilence.early())).isCloseTo(Math.min(1, 5.0 / silentOnes), within(1e-9));
        assertThat(lead.byLot()).isCloseTo(.05, within(1e-9));
    }

    @Test
    void anEarlierLeaveBeginsTheCountAnew() {
        Months months = new Months(100, MONTHS, MONTHS, 3);
        LeadTime once = run(months, 3, List.of(new LeaveDay("c1", Months.date(8).plusDays(40))))
                .leadTime();
        LeadTime twice = run(
                        months,
                        3,
                        List.of(
                                new LeaveDay("c1", Months.date(7).plusDays(3)),
                                new LeaveDay("c1", Months.date(8).plusDays(40))))
                .leadTime();

        assertThat(once.byLot()).isCloseTo(1 - .95 * .95 * .95, within(1e-9));
        // One list before the first leave, one between the two.
        assertThat(twice.leavers()).isEqualTo(2);
        assertThat(twice.byLot()).isCloseTo(.05, within(1e-9));
    }

    @Test
    void equalInputGivesEqualBytes() {
        Months months = new Months(300, MONTHS, MONTHS, 5);

        String once = new String(StrictJson.write(run(months, 3, List.of())), StandardCharsets.UTF_8);

        assertThat(new String(StrictJson.write(run(months, 3, List.of())), StandardCharsets.UTF_8))
                .isEqualTo(once);
        assertThat(once).contains("\"predictedToObserved\"").contains("\"leadTime\"");
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        Months short_ = new Months(600, 1, 1, 1);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run(short_, 3, List.of()))
                .withMessageContaining("no month in it can be judged");
    }
}
