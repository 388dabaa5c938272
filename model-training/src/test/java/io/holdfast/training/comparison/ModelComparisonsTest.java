package io.holdfast.training.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.PairedMetric;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelComparisonsTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 200);
    private static final String WITHOUT_TENURE =
            Tables.COLUMNS.replace("tenure: {role: feature, kind: number}", "tenure: {role: ignore}");

    @TempDir
    private static Path folder;

    private static ModelBundle full;
    private static ModelBundle blind;
    private static ModelBundle otherSeed;
    private static Path fresh;

    @BeforeAll
    static void train() throws Exception {
        full = bundle("full", Tables.COLUMNS, 1);
        blind = bundle("blind", WITHOUT_TENURE, 1);
        otherSeed = bundle("seed", Tables.COLUMNS, 2);
        fresh = Files.writeString(
                folder.resolve("fresh.csv"), Customers.csv(800, 7).replace("\nC", "\nN"));
    }

    private static ModelBundle bundle(String name, String columns, long seed) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        Path yaml = Tables.write(own, Tables.yaml(columns), Customers.csv(2000, 1));
        TrainingRequest request = TrainingRequest.of(yaml, seed, Instant.EPOCH).withResamples(100);
        return ModelBundle.of(TrainingRun.run(request, Progress.SILENT).content());
    }

    private static ComparisonResult compare(ModelBundle a, ModelBundle b, Path table) {
        return ModelComparisons.compare(a, b, table, UnaryOperator.identity(), model -> 0, SETTINGS, Progress.SILENT);
    }

    private static Path trainingTable() {
        return folder.resolve("full").resolve("table.csv");
    }

    @Test
    void aModelThatSeesMoreIsBetterOnNewCustomers() {
        ComparisonResult result = compare(full, blind, fresh);

        ModelComparison comparison = result.comparison();
        assertThat(comparison.rows()).isEqualTo(800);
        assertThat(comparison.metrics().get(0).verdict()).isEqualTo(PairedMetric.Verdict.A_BETTER);
        assertThat(comparison.top().get(2).customers()).isEqualTo(160);
        assertThat(comparison.top().get(2).both()).isBetween(20L, 159L);
        assertThat(comparison.bandChanged()).isBetween(.1, .95);
        assertThat(ModelComparisonText.of(comparison))
                .contains(
                        "800 rows that neither was trained on", "A is better by ROC AUC", "The risk band differs for ")
                .doesNotContain("B is better");
        assertThat(ModelComparisonText.of(comparison).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        ComparisonResult result = compare(full, full, fresh);

        assertThat(result.comparison().bandChanged()).isZero();
        assertThat(result.comparison().reasonChanged()).isZero();
        assertThat(result.comparison().top()).allMatch(top -> top.both() == top.customers());
        assertThat(result.notes()).contains("A and B are the same bundle.");
        assertThat(ModelComparisonText.of(result.comparison()))
                .contains("The risk band differs for 0.0 % of the customers")
                .doesNotContainIgnoringCase("no difference", "better");
    }

    @Test
    void whereNothingIsShownTheVerdictSaysSo() {
        ModelComparison same = compare(full, full, fresh).comparison();
        ModelComparison alike = new ModelComparison(
                same.a(),
                new ModelComparison.Model("twin", "0".repeat(64), "additive"),
                same.rows(),
                same.positives(),
                same.intervals(),
                same.metrics(),
                same.top(),
                same.bandChanged(),
                same.reasonChanged());

        assertThat(ModelComparisonText.of(alike))
                .contains(
                        "no difference shown", "No difference is shown: on these rows either model may be the better");
    }

    @Test
    void ofTheCommonTrainingTableOnlyTheRowsThatBothHoldOutAreUsed() {
        assertThat(compare(full, blind, trainingTable()).comparison().rows()).isBetween(399L, 401L);

        ComparisonResult drawnApart = compare(full, otherSeed, trainingTable());
        assertThat(drawnApart.comparison().rows()).isBetween(40L, 130L);
        assertThat(drawnApart.notes())
                .anyMatch(note -> note.startsWith("The two models hold out different rows; the "));
    }

    @Test
    void rowsThatOneModelWasTrainedOnAreRefused() throws Exception {
        Path longer = Files.writeString(folder.resolve("longer.csv"), Customers.csv(2000, 1) + "X1,3,basic,1,yes\n");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> compare(full, blind, longer))
                .withMessageContaining("holds rows that tiny-additive (digest "
                        + full.manifest().digest().substring(0, 12) + ") was trained on");
    }

    @Test
    void modelsOfOppositeLabelsAreNotCompared() throws Exception {
        ModelBundle opposite = bundle("opposite", Tables.COLUMNS.replace("positive: \"yes\"", "positive: \"no\""), 1);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> compare(full, opposite, fresh))
                .withMessageContaining(
                        "fresh.csv line 2: this customer left by the label of one model and stayed by that");
    }

    @Test
    void jsonHoldsEveryPart() {
        JsonNode json = StrictJson.read(
                "comparison.json", StrictJson.write(compare(full, blind, fresh).comparison()), JsonNode.class);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "a", "b", "rows", "positives", "intervals", "metrics", "top", "bandChanged", "reasonChanged");
        assertThat(json.at("/metrics/0/metric").textValue()).isEqualTo("rocAuc");
        assertThat(json.at("/metrics/0/verdict").textValue()).isEqualTo("A better");
        assertThat(json.at("/a/trainer").textValue()).isEqualTo("additive");
    }
}
