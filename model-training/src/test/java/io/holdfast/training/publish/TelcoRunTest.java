package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fixture.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole run on the table of the quick start. */
class TelcoRunTest {
    private static final Instant TRAINED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final double INTERCEPT = -1.6218307018283515;
    private static final double TENURE_OF_ONE = 1.2959111601783235;

    private static TrainingResult result;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        result = TrainingRun.run(TrainingRequest.of(Datasets.TELCO, 1, TRAINED_AT), Progress.SILENT);
    }

    private static Measure.Estimated estimated(Measure measure) {
        return (Measure.Estimated) measure;
    }

    /** .850 is what the engine reaches over two repeats of five folds of this table. */
    @Test
    void theHeldOutAucIsThatOfTheEngine() {
        Measure.Estimated auc = estimated(result.evaluation().model().measure(Metric.ROC_AUC));

        assertThat(auc.interval().covers(0.850)).isTrue();
        assertThat(auc.value()).isBetween(0.83, 0.86);
        assertThat(result.evaluation().model().measure(Metric.LOG_LOSS).known().orElseThrow())
                .isCloseTo(0.410, within(0.02));
        assertThat(result.evaluation().rows()).isEqualTo(1409);
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void theModelIsBetterThanTheBaseRate() {
        ChurnEvaluation evaluation = result.evaluation();

        assertThat(estimated(evaluation.model().measure(Metric.LOG_LOSS))
                        .interval()
                        .high())
                .isLessThan(
                        evaluation.baseline().measure(Metric.LOG_LOSS).known().orElseThrow());
        assertThat(estimated(evaluation.model().measure(Metric.CALIBRATION_GAP))
                        .interval()
                        .covers(0))
                .isTrue();
    }

    @Test
    void sensitiveGroupsAreComparedWhetherOrNotTheModelLooksAtThem() {
        assertThat(result.evaluation().groups())
                .extracting(group -> group.column())
                .contains("female", "senior_citizen", "partner", "dependents");
        assertThat(result.content().model().input("female")).isEmpty();
    }

    @Test
    void theBundleLoadsAndHoldsWhatBelongsToIt() throws IOException {
        Path target = folder.resolve("telco");
        BundleManifest written = BundleWriter.write(result.content(), target, false);

        ModelBundle bundle = BundleReader.read(target);

        assertThat(bundle.manifest()).isEqualTo(written);
        assertThat(bundle.manifest().modelId()).isEqualTo("telco-additive");
        assertThat(bundle.manifest().tableRows()).isEqualTo(7043);
        assertThat(bundle.manifest().estimand()).isEqualTo("usual-care");
        assertThat(bundle.horizonDays()).isEmpty();
        assertThat(bundle.document("playbook.yaml"))
                .hasValue(Files.readAllBytes(Datasets.TELCO.resolveSibling("playbook.yaml")));
        ChurnEvaluation read = StrictJson.read(
                "evaluation.json", bundle.document("evaluation.json").orElseThrow(), ChurnEvaluation.class);
        assertThat(read).isEqualTo(result.evaluation());
    }

    @Test
    void theModelCardStatesFiguresLimitsAndEstimandAndNoPath() {
        String card = new String(result.content().documents().get("model-card.md"), StandardCharsets.UTF_8);

        assertThat(card)
                .startsWith("# telco-additive\n")
                .contains("7,043 rows, 1,869 of whom left (26.5 %)")
                .contains("| ROC AUC | 0.84")
                .contains("usual-care")
                .contains("period that the table does not state")
                .contains("50th")
                .doesNotContain("datasets")
                .doesNotContain("2026");
    }

    @Test
    void equalFilesAndSeedsGiveEqualBytes() throws IOException {
        TrainingResult again =
                TrainingRun.run(TrainingRequest.of(Datasets.TELCO, 1, TRAINED_AT.plusSeconds(60)), Progress.SILENT);
        BundleManifest first = BundleWriter.write(result.content(), folder.resolve("first"), false);
        BundleManifest second = BundleWriter.write(again.content(), folder.resolve("second"), false);

        assertThat(second.digest()).isEqualTo(first.digest());
        for (String file : first.files().keySet()) {
            assertThat(folder.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    /** Written down once, on JDK 17 and x86-64; JDK 25 gives the same bits. */
    @Test
    void theSeededRunGivesTheNumbersItAlwaysGave() {
        AdditiveModel model = result.content().model();
        int tenure = model.input("tenure").orElseThrow();
        CodedRow row = model.newRow();
        row.number(tenure, 1);
        double[] contributions = new double[model.inputs().size()];
        model.logOdds(row, contributions);

        assertThat(model.intercept()).isCloseTo(INTERCEPT, within(1e-9));
        assertThat(contributions[tenure]).isCloseTo(TENURE_OF_ONE, within(1e-9));
    }

    @Test
    void anotherSeedGivesAnotherSplitAndModel() {
        TrainingResult other = TrainingRun.run(
                TrainingRequest.of(Datasets.TELCO, 2, TRAINED_AT).withResamples(100), Progress.SILENT);

        assertThat(other.heldOut().numbers().boxed().toList())
                .isNotEqualTo(result.heldOut().numbers().boxed().toList());
        assertThat(other.content().model().intercept())
                .isNotEqualTo(result.content().model().intercept());
    }

    /** .819 is what logistic regression reaches over two repeats of five folds of this table, .924 what the engine does. */
    @Tag("slow")
    @Test
    void whereInteractionsMatterTheEngineIsFarAheadOfLogisticRegression() {
        TrainingResult usage = TrainingRun.run(TrainingRequest.of(Datasets.MLC_CHURN, 1, TRAINED_AT), Progress.SILENT);

        Measure.Estimated engine = estimated(usage.evaluation().model().measure(Metric.ROC_AUC));
        Measure.Estimated logistic =
                estimated(usage.logistic().orElseThrow().metrics().measure(Metric.ROC_AUC));
        assertThat(engine.interval().covers(0.924)).isTrue();
        assertThat(logistic.interval().covers(0.819)).isTrue();
        assertThat(engine.interval().low()).isGreaterThan(logistic.interval().high());
        Measure.Estimated ahead =
                estimated(usage.logistic().orElseThrow().paired(Metric.ROC_AUC).difference());
        assertThat(ahead.value()).isCloseTo(engine.value() - logistic.value(), within(1e-12));
        assertThat(ahead.interval().low()).isPositive();
    }
}
