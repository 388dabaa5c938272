package io.holdfast.training.backtest;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.baseline.Baseline;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.Evaluator;
import io.holdfast.training.evaluation.PredictedToObserved;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.publish.RowsTogether;
import io.holdfast.training.publish.TableChecks;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.RollingOrigin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A rolling-origin backtest: for each of the last months, a model learns from what was known when the month began and is judged on the month, beside the model of the first
 * of them, left as it was, and beside baselines. Tashman (2000), Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16(4).
 */
public final class Backtest {
    private static final int BASELINE_ROWS = 100_000;

    private final BacktestRequest request;
    private final Progress progress;
    private final TrainingTable table;
    private final RowsTogether together;

    private Backtest(BacktestRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        DatasetDescription description = DatasetDescription.read(request.datasetYaml());
        table = TrainingTable.read(description.table(request.datasetYaml()), description, false, progress);
        together = RowsTogether.of(table, request.settings().seed());
        together.requireDealable();
    }

    /**
     * Reads, checks, trains once a period and judges. Writes nothing.
     *
     * @throws io.holdfast.scoring.fault.InputException if the table cannot be read, cannot give honest models, or has no month that can be judged
     */
    public static BacktestResult run(BacktestRequest request, Progress progress) {
        return new Backtest(request, progress).run();
    }

    private BacktestResult run() {
        List<String> notes = new ArrayList<>(together.notes());
        notes.addAll(TableChecks.check(table, request.settings().seed()));
        int knownAfter = request.how().knownAfterDays();
        List<RollingOrigin> all = RollingOrigin.all(table, together.groups(), knownAfter);
        if (all.isEmpty()) {
            throw RollingOrigin.nothing(table, knownAfter);
        }
        List<RollingOrigin> origins = all.subList(Math.max(0, all.size() - request.periods()), all.size());
        Contender model = new Contender("model", "model");
        Contender first = new Contender("first", "model of the first period");
        learn(origins, request.trainer(), model, first);
        List<Contender> others = new ArrayList<>();
        if (!request.trainer().name().equals("logistic")) {
            Contender logistic = new Contender("logistic", "logistic regression");
            learn(
                    origins,
                    new LogisticTrainer(LogisticSettings.defaults().withMostRows(BASELINE_ROWS)),
                    logistic,
                    new Contender("", ""));
            others.add(logistic);
        }
        for (Baseline baseline : request.how().baselines().of(table)) {
            Contender contender =
                    new Contender(baseline.code(), baseline.title().in(Language.ENGLISH));
            for (RollingOrigin origin : origins) {
                int[] test = origin.split().rows(Part.TEST);
                contender.add(baseline.probabilities(table, origin.split()), baseline.scores(test));
            }
            others.add(contender);
        }
        return result(origins, model, first, others, notes);
    }

    private void learn(List<RollingOrigin> origins, ChurnTrainer trainer, Contender fresh, Contender first) {
        AdditiveModel oldest = null;
        for (RollingOrigin origin : origins) {
            AdditiveModel learned = new AdditiveModel(
                    trainer.train(table, origin.split(), request.settings().seed(), progress));
            oldest = oldest == null ? learned : oldest;
            int[] test = origin.split().rows(Part.TEST);
            fresh.add(said(learned, test));
            first.add(said(oldest, test));
        }
    }

    private double[] said(AdditiveModel model, int[] rows) {
        return Arrays.stream(new RowCoder(table).logOdds(model, rows))
                .map(AdditiveModel::probability)
                .toArray();
    }

    private BacktestResult result(
            List<RollingOrigin> origins, Contender model, Contender first, List<Contender> others, List<String> notes) {
        List<BacktestResult.Period> periods = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            progress.at("judge months", i, origins.size());
            periods.add(period(origins.get(i), i, model, first, others));
        }
        int[] pooled = origins.stream()
                .flatMapToInt(origin -> Arrays.stream(origin.split().rows(Part.TEST)))
                .toArray();
        ScoredRows ofModel = scored(pooled, model.pooled());
        List<BaselineComparison> gains = others.stream()
                .map(other ->
                        BaselineComparison.of(other.code(), other.title(), ofModel, other.pooled(), request.settings()))
                .toList();
        List<Contender> lists = new ArrayList<>(List.of(model));
        lists.addAll(others);
        LeadTime leadTime = new LeadTimes(table, origins, request.leaves(), request.settings()).of(lists);
        progress.at("judge months", origins.size(), origins.size());
        return new BacktestResult(
                request.trainer().name(),
                request.how().knownAfterDays(),
                periods,
                figures(ofModel),
                gains,
                leadTime,
                notes);
    }

    private BacktestResult.Period period(
            RollingOrigin origin, int at, Contender model, Contender first, List<Contender> others) {
        int[] test = origin.split().rows(Part.TEST);
        int[] learned = origin.split().rows(Part.TRAINING);
        boolean[] positives = positives(test);
        return new BacktestResult.Period(
                origin.month().toString(),
                learned.length,
                Arrays.stream(learned)
                        .mapToObj(table::date)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .toString(),
                figures(scored(test, model.probabilities(at))),
                figures(scored(test, first.probabilities(at))),
                others.stream()
                        .map(other -> new BacktestResult.BaselineFigures(
                                other.code(),
                                other.title(),
                                Evaluator.metrics(
                                        other.probabilities(at),
                                        positives,
                                        table.weights().only(test))))
                        .toList());
    }

    private BacktestResult.Figures figures(ScoredRows rows) {
        int[] all = IntStream.range(0, rows.positives().length).toArray();
        int[] left = IntStream.of(all).filter(row -> rows.positives()[row]).toArray();
        return new BacktestResult.Figures(
                all.length,
                left.length,
                rows.weights().sum(left) / rows.weights().sum(all),
                Evaluator.measured(rows, request.settings()),
                PredictedToObserved.of(rows, request.settings()));
    }

    private ScoredRows scored(int[] rows, double[] said) {
        return new ScoredRows(
                said,
                positives(rows),
                Map.of(),
                together.clusters(rows),
                table.weights().only(rows));
    }

    private boolean[] positives(int[] rows) {
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = table.positive(rows[i]);
        }
        return positives;
    }
}
