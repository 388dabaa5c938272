package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.baseline.Baseline;
import io.holdfast.training.baseline.GainText;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Clusters;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Evaluator;
import io.holdfast.training.evaluation.Metrics;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.Fit;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fit.TrainingRows;
import io.holdfast.training.inspection.LabelPlaceholder;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.report.HtmlReport;
import io.holdfast.training.report.ReportSource;
import io.holdfast.training.shape.Shapes;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.RollingOrigin;
import io.holdfast.training.split.Split;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One training run: read the table, refuse what cannot give an honest model, split, train on the training rows, calibrate on
 * the validation rows, evaluate on the test rows through the scorer that will serve. The evaluated model is the published one, unless a {@link Refit} says otherwise.
 */
public final class TrainingRun {
    private static final String PLAYBOOK = "playbook.yaml";
    private static final String CHECK = "check the model";
    private static final String BESIDE = "compare with baselines";
    private static final String REFERENCE = "sum up the training rows";
    private static final int MOST_YAML_BYTES = 4 << 20;

    /** Straight lines through more rows are the same lines; a library's examples of them take most memory of all. */
    private static final int BASELINE_ROWS = 100_000;

    private static final ChurnTrainer BASELINE =
            new LogisticTrainer(LogisticSettings.defaults().withMostRows(BASELINE_ROWS));

    private final TrainingRequest request;
    private final Progress progress;

    private TrainingRun(TrainingRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Trains; equal files, learner and seed give equal content but for {@code trainedAt}. Writes nothing.
     *
     * @throws InputException if description or table cannot be read, or cannot give an honest model, with the reason
     */
    public static TrainingResult run(TrainingRequest request, Progress progress) {
        return new TrainingRun(request, progress).run();
    }

    private TrainingResult run() {
        Path yaml = request.datasetYaml();
        byte[] description = InputFile.bytes(yaml, MOST_YAML_BYTES);
        DatasetDescription dataset = DatasetDescription.read(yaml.toString(), description);
        LabelPlaceholder.requireFilledIn(yaml.toString(), dataset);
        String portable =
                PortableDescription.of(yaml.toString(), new String(description, StandardCharsets.UTF_8), dataset);
        TrainingTable table = TrainingTable.read(dataset.table(yaml), dataset, request.allowDuplicateIds(), progress);
        progress.at("check " + table.name(), 0, 1);
        TableChecks.requireBothClasses(table);
        RowsTogether together = RowsTogether.of(table, request.seed());
        together.requireDealable();
        Split split = split(table, together);
        List<String> notes = new ArrayList<>(SplitChecks.check(table, split));
        notes.addAll(together.notes());
        notes.addAll(TableChecks.check(table, request.seed()));
        progress.at("check " + table.name(), 1, 1);

        Fit judged = request.trainer().fit(table, split, request.seed(), progress);
        progress.at(CHECK, 0, 1);
        AdditiveModel judgedModel = new AdditiveModel(judged.parts());
        List<String> leak = JointLeak.check(judgedModel, table, split.rows(refits() ? Part.TEST : Part.VALIDATION));
        progress.at(CHECK, 1, 1);
        Split learned = refits() ? Split.trainingOnly(split.groups()) : split;
        Fit fit = refits() ? request.trainer().fit(table, learned, request.seed(), progress) : judged;
        AdditiveModel model = new AdditiveModel(fit.parts());
        notes.addAll(PairNotes.of(model));
        notes.addAll(leak);
        BundleContent judgedContent = bare(judgedModel, request.trainer().name(), table, split, portable);
        int[] test = split.rows(Part.TEST);
        Clusters clusters = together.clusters(test);
        ServedScores scores = scores(judgedContent, table, test, clusters);
        ChurnEvaluation evaluation = Evaluations.evaluate(scores, settings(), progress);
        Optional<double[]> byLogistic =
                logistic(table, split).map(other -> new RowCoder(table).probabilities(other, test));
        progress.at(BESIDE, 0, 1);
        Optional<BaselineComparison> logistic = byLogistic.map(other ->
                BaselineComparison.of(BASELINE.name(), "logistic regression", scores.rows(), other, settings()));
        List<BaselineComparison> gains = request.refit()
                .map(refit -> gains(refit, table, split, scores, logistic))
                .orElse(List.of());
        progress.at(BESIDE, 1, 1);
        notes.addAll(Cautions.notes(evaluation));
        logistic.flatMap(BaselineComparison::caution).ifPresent(notes::add);
        notes.addAll(ReasonNotes.of(dataset));
        BundleContent bare = refits() ? bare(model, request.trainer().name(), table, learned, portable) : judgedContent;
        ModelBundle bundle =
                ModelBundle.of(with(bare, Map.of(ModelShapes.FILE, StrictJson.write(Shapes.of(model, fit.bags())))));
        List<String> facts = facts(table, split, together, bundle, evaluation);
        if (refits()) {
            ScoredRows again = scores(bare, table, test, clusters).rows();
            facts.add(RefitCheck.fact(scores.rows(), again));
            notes.addAll(RefitCheck.notes(scores.rows(), again));
            facts.addAll(GainText.sentences(gains));
        }
        ReportSource report = new ReportSource(table, split, bundle, evaluation, logistic, facts, notes);
        BundleContent content = with(bare, documents(report));
        return new TrainingResult(content, evaluation, logistic, gains, new HeldOut(learned), facts, notes);
    }

    private boolean refits() {
        return request.refit().isPresent();
    }

    private Split split(TrainingTable table, RowsTogether together) {
        return request.refit()
                .map(refit -> RollingOrigin.last(table, together.groups(), refit.knownAfterDays())
                        .split())
                .orElseGet(() -> Split.of(table, together.groups(), request.seed()));
    }

    private EvaluationSettings settings() {
        return EvaluationSettings.defaults().withSeed(request.seed()).withResamples(request.resamples());
    }

    private ServedScores scores(BundleContent content, TrainingTable table, int[] rows, Clusters clusters) {
        return ServedScores.of(ModelBundle.of(content), table, rows, clusters, progress);
    }

    private List<BaselineComparison> gains(
            Refit refit, TrainingTable table, Split split, ServedScores scores, Optional<BaselineComparison> logistic) {
        List<BaselineComparison> gains = new ArrayList<>();
        logistic.ifPresent(gains::add);
        for (Baseline baseline : refit.baselines().of(table)) {
            gains.add(BaselineComparison.of(
                    baseline.code(),
                    baseline.title().in(Language.ENGLISH),
                    scores.rows(),
                    baseline.probabilities(table, split),
                    settings()));
        }
        return gains;
    }

    /** A bundle's content without documents. */
    private BundleContent bare(AdditiveModel model, String trainer, TrainingTable table, Split split, String portable) {
        progress.at(REFERENCE, 0, 1);
        ReferencePopulation reference = ReferenceRows.of(model, table, split.rows(Part.TRAINING, Part.VALIDATION));
        progress.at(REFERENCE, 1, 1);
        return new BundleContent(
                model,
                portable,
                reference,
                new BundleContent.Training(EngineVersion.text(), trainer, request.seed(), table.digest(), table.rows()),
                Map.of(),
                request.trainedAt());
    }

    private static BundleContent with(BundleContent bare, Map<String, byte[]> documents) {
        return new BundleContent(
                bare.model(), bare.datasetYaml(), bare.reference(), bare.training(), documents, bare.trainedAt());
    }

    /** The baseline that every better model has to beat on the same rows; empty where it is the model itself. */
    private Optional<AdditiveModel> logistic(TrainingTable table, Split split) {
        return request.trainer().name().equals(BASELINE.name())
                ? Optional.empty()
                : Optional.of(new AdditiveModel(BASELINE.train(table, split, request.seed(), progress)));
    }

    private List<String> facts(
            TrainingTable table, Split split, RowsTogether together, ModelBundle bundle, ChurnEvaluation test) {
        List<String> facts = new ArrayList<>(PartsText.lines(table, split, together, request.seed()));
        WeightNotes.fact(table).ifPresent(facts::add);
        if (split.size(Part.VALIDATION) > 0) {
            // Without intervals: it is not what the model is judged by.
            Metrics validation = metrics(bundle.model(), table, split.rows(Part.VALIDATION));
            facts.add(Cautions.beside(validation, test.model()));
        }
        int learned = split.rows(Part.TRAINING).length;
        if (learned > BASELINE_ROWS) {
            facts.add(String.format(
                    Locale.ROOT,
                    "logistic regression learned from %,d of the %,d training rows",
                    BASELINE_ROWS,
                    learned));
        }
        facts.add(
                Files.exists(playbook())
                        ? "playbook: the " + PLAYBOOK + " beside the description, now in the bundle"
                        : "playbook: none, since no " + PLAYBOOK + " lies beside the description");
        return facts;
    }

    private static Metrics metrics(AdditiveModel model, TrainingTable table, int[] rows) {
        return Evaluator.metrics(
                new RowCoder(table).probabilities(model, rows),
                TrainingRows.positives(table, rows),
                table.weights().only(rows));
    }

    private Path playbook() {
        return request.datasetYaml().resolveSibling(PLAYBOOK);
    }

    private SortedMap<String, byte[]> documents(ReportSource report) {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        documents.put("evaluation.json", StrictJson.write(report.evaluation()));
        documents.put(
                ModelShapes.FILE, report.bundle().document(ModelShapes.FILE).orElseThrow());
        String card = new ModelCard(
                        report.table(),
                        report.bundle(),
                        report.evaluation(),
                        report.logistic(),
                        report.facts(),
                        report.notes())
                .text();
        documents.put("model-card.md", card.getBytes(StandardCharsets.UTF_8));
        progress.at("draw the report", 0, 1);
        documents.put(HtmlReport.FILE, HtmlReport.of(report));
        progress.at("draw the report", 1, 1);
        if (Files.exists(playbook())) {
            documents.put(PLAYBOOK, InputFile.bytes(playbook(), MOST_YAML_BYTES));
        }
        return documents;
    }
}
