package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.baseline.Baseline;
import io.holdfast.training.baseline.Baselines;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged on the last month by what was known when it began, learned again from all. */
class RefitTest {
    private static final int CUSTOMERS = 300;
    private static final int MONTHS = 6;

    /** Of the first of May it is known in the middle of June. */
    private static final int KNOWN_AFTER = 45;

    @TempDir
    private Path folder;

    private TrainingResult train(String csv) {
        double[] silent = new Months(CUSTOMERS, MONTHS, MONTHS, 1).silent();
        TrainingRequest request = TrainingRequest.of(
                        Tables.write(folder, Months.yaml(), csv), 1, Instant.parse("2026-01-01T00:00:00Z"))
                .withTrainer(new LogisticTrainer(LogisticSettings.defaults()))
                .withResamples(100)
                .withRefit(new Refit(
                        KNOWN_AFTER,
                        table -> List.of(new Baseline("silent", LocalizedText.same("silence"), silent, false))));
        return TrainingRun.run(request, Progress.SILENT);
    }

    private static String csv() {
        return new Months(CUSTOMERS, MONTHS, MONTHS, 1).csv();
    }

    /** The labels of one month turned round. */
    private static String turned(String month) {
        return csv().lines()
                .map(line -> !line.startsWith(month)
                        ? line
                        : line.substring(0, line.length() - 1) + (line.endsWith("1") ? "0" : "1"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Where the judged model is the published one, they are summed up once. */
    @Test
    void sumsUpTheTrainingRowsOfEveryModelOnce() {
        TrainingRequest once = TrainingRequest.of(Tables.write(folder, Months.yaml(), csv()), 1, Instant.EPOCH)
                .withTrainer(new LogisticTrainer(LogisticSettings.defaults()))
                .withResamples(100);

        assertThat(sums(once)).isEqualTo(1);
        assertThat(sums(once.withRefit(new Refit(KNOWN_AFTER, Baselines.none()))))
                .isEqualTo(2);
    }

    private static long sums(TrainingRequest request) {
        List<String> begun = new ArrayList<>();
        TrainingRun.run(request, (what, done, total) -> {
            if (done == 0) {
                begun.add(what);
            }
        });
        return begun.stream().filter("sum up the training rows"::equals).count();
    }

    @Test
    void theFiguresAreOfTheLastMonthAndTheModelOfAllRows() {
        TrainingResult result = train(csv());
        ModelBundle bundle = ModelBundle.of(result.content());

        assertThat(result.evaluation().rows()).isEqualTo(CUSTOMERS);
        assertThat(bundle.reference().rows()).isEqualTo(CUSTOMERS * MONTHS);
        assertThat(result.heldOut().size()).isZero();
        assertThat(result.gains()).hasSize(1);
        assertThat(result.facts())
                .anyMatch(fact -> fact.contains("judged on the last month"))
                .anyMatch(fact -> fact.startsWith("published model: learned again from all rows"))
                .anyMatch(fact -> fact.startsWith("Beside silence:"));
        assertThat(result.notes()).anyMatch(note -> note.contains("knew nothing of the last month"));
    }

    @Test
    void reportAndCardDoNotCallRowsHeldOutThatThePublishedModelKnows() {
        ModelBundle bundle = ModelBundle.of(train(csv()).content());

        assertThat(document(bundle, "report.html"))
                .contains("The published model has learned from them since", "测试（用于评判方法，此后也用于训练）")
                .doesNotContain("neither trained nor calibrated", "test (judges; held out)");
        assertThat(document(bundle, "model-card.md"))
                .contains(
                        "On the 300 customers of the last month, by a model of the same recipe that knew nothing of that month");
    }

    private static String document(ModelBundle bundle, String name) {
        return new String(bundle.document(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasNotKnownWhenTheMonthBeganChangesNoFigureButTheModel() {
        TrainingResult result = train(csv());
        TrainingResult other = train(turned("2024-05"));

        assertThat(other.evaluation().model()).isEqualTo(result.evaluation().model());
        assertThat(other.content().model().intercept())
                .isNotEqualTo(result.content().model().intercept());
    }

    @Test
    void whatWasKnownChangesTheFigures() {
        assertThat(train(turned("2024-04")).evaluation().model().measure(Metric.LOG_LOSS))
                .isNotEqualTo(train(csv()).evaluation().model().measure(Metric.LOG_LOSS));
    }

    @Test
    void noRowOfTheTableIsLeftToEvaluateOn() {
        TrainingResult result = train(csv());
        ModelBundle bundle = ModelBundle.of(result.content());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> HeldOut.of(bundle, folder.resolve("table.csv"), 15, Progress.SILENT))
                .withMessageContaining("has learned from every row of")
                .withMessageContaining("(expected: rows of 2024-07-16 or later)");
    }

    /** The model learned from 1 January to 1 June; the outcomes of June are known 30 days later, and late news of them 15 days after that. */
    @Test
    void rowsWhoseOutcomeWindowBeginsBeforeAllLearnedOutcomesWereKnownAreRefused() throws IOException {
        ModelBundle bundle = ModelBundle.of(train(csv()).content());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(bundle, 15, "2024-04-15", "2024-07-20"))
                .withMessageEndingWith("later.csv line 2 is of 2024-04-15, when the outcomes that "
                        + bundle.manifest().modelId()
                        + " learned from were not all known: its last rows are of 2024-06-01, and their outcomes were known"
                        + " 45 days later (expected: rows of 2024-07-16 or later)");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(bundle, 15, "2024-07-16", "2024-07-15"))
                .withMessageContaining("line 302 is of 2024-07-15");
        assertThat(evaluate(bundle, 15, "2024-07-16").evaluation().rows()).isEqualTo(CUSTOMERS);
        assertThat(evaluate(bundle, 0, "2024-07-01").evaluation().rows()).isEqualTo(CUSTOMERS);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(bundle, 0, "2024-06-30"))
                .withMessageContaining("rows of 2024-07-01 or later");
    }

    @Test
    void aTableWithoutDatesIsSaidToShowNotWhetherItIsLateEnough() throws IOException {
        ModelBundle bundle = ModelBundle.of(train(csv()).content());
        Path table = Files.writeString(
                folder.resolve("undated.csv"), rows("x").replace("as_of,", "").replace("x,", ""));

        EvaluationResult result = Evaluations.evaluate(
                bundle, table, bundle.description().format(), 15, new EvaluationSettings(1, 100), Progress.SILENT);

        assertThat(result.notes())
                .anyMatch(note -> note.contains("undated.csv has no dates") && note.contains("2024-07-16 or later"));
    }

    /** The rows of one month of other chance, as of other dates. */
    private static String rows(String... dates) {
        List<String> month =
                new Months(CUSTOMERS, 1, 1, 2).csv().lines().skip(1).toList();
        return "as_of,id,silent,noise,left\n"
                + Arrays.stream(dates)
                        .flatMap(date -> month.stream().map(line -> date + line.substring(line.indexOf(','))))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private EvaluationResult evaluate(ModelBundle bundle, int maturityDays, String... dates) throws IOException {
        Path table = Files.writeString(folder.resolve("later.csv"), rows(dates));
        return Evaluations.evaluate(
                bundle,
                table,
                bundle.description().format(),
                maturityDays,
                new EvaluationSettings(1, 100),
                Progress.SILENT);
    }

    /** What training itself holds out of a dated table begins when all outcomes that it learned from were known. */
    @Test
    void heldOutRowsOfADatedTableAreLateEnoughByThemselvesToo() throws IOException {
        Path yaml = Tables.write(folder, Months.yaml(), csv());
        TrainingResult result = TrainingRun.run(
                TrainingRequest.of(yaml, 1, Instant.EPOCH)
                        .withTrainer(new LogisticTrainer(LogisticSettings.defaults()))
                        .withResamples(100),
                Progress.SILENT);
        ModelBundle bundle = ModelBundle.of(result.content());
        List<String> lines = csv().lines().toList();
        Path heldOut = Files.writeString(
                folder.resolve("held-out.csv"),
                lines.get(0) + "\n"
                        + result.heldOut()
                                .numbers()
                                .mapToObj(number -> lines.get((int) number))
                                .collect(Collectors.joining("\n", "", "\n")));

        for (Path table : List.of(heldOut, folder.resolve("table.csv"))) {
            assertThat(Evaluations.evaluate(
                                    bundle,
                                    table,
                                    bundle.description().format(),
                                    0,
                                    new EvaluationSettings(1, 100),
                                    Progress.SILENT)
                            .evaluation()
                            .rows())
                    .isEqualTo(result.heldOut().size());
        }
    }
}
