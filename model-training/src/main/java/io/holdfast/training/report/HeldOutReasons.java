package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.split.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the reasons of held-out customers come from, by weight where rows have one: how much each column and each reason moves the log-odds, what kinds of terms the
 * variance lies in, and how often a reason is named, or not named because the bags disagree on its sign. Of more than {@value #MOST_ROWS} rows, as many
 * at even distances.
 */
final class HeldOutReasons {
    static final int MOST_ROWS = 20_000;

    /**
     * Rows that go through one step before the next one takes them. A row that went through all steps at once would have the virtual machine compile all of
     * them as one body, for which its compiler takes 40 MB.
     */
    private static final int LOT = 256;

    /** What a term is. */
    enum Kind {
        COLUMNS,
        PAIRS,
        TRIPLES,
        TREES
    }

    private final ModelBundle bundle;
    private final Map<String, int[]> groups = new LinkedHashMap<>();
    private final double[] byInput;
    private final double[] settled;
    private final Map<String, Double> byReason = new LinkedHashMap<>();
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    private int rows;
    private double all;
    private boolean even;

    private HeldOutReasons(ModelBundle bundle) {
        this.bundle = bundle;
        List<Column> features = bundle.description().features();
        this.byInput = new double[features.size()];
        this.settled = new double[features.size()];
        for (Reason reason : bundle.description().reasons().reasons()) {
            List<Integer> members = new ArrayList<>();
            for (int input = 0; input < features.size(); input++) {
                if (features.get(input).reason().equals(reason.code())) {
                    members.add(input);
                }
            }
            if (!members.isEmpty()) {
                groups.put(
                        reason.code(),
                        members.stream().mapToInt(Integer::intValue).toArray());
                byReason.put(reason.code(), 0.0);
                named.put(reason.code(), new Named(0, 0));
            }
        }
    }

    static HeldOutReasons of(ReportSource source) {
        return of(source.bundle(), source.table(), source.split().rows(Part.TEST));
    }

    /** The same of these rows. */
    static HeldOutReasons of(ModelBundle bundle, TrainingTable table, int[] rows) {
        HeldOutReasons reasons = new HeldOutReasons(bundle);
        reasons.look(table, rows);
        return reasons;
    }

    /** For which share of the customers a reason was named, and for which it was strong enough, but its sign unsettled. */
    record Named(double share, double unsettled) {
        Named plus(Named other) {
            return new Named(share + other.share, unsettled + other.unsettled);
        }

        Named over(double all) {
            return new Named(share / all, unsettled / all);
        }
    }

    /** How many were looked at, and how they count, in words. */
    Both customers() {
        String count = Digits.count(rows);
        return new Both(
                count + " held-out customers" + (even ? "" : ", by weight"), count + " 位留出客户" + (even ? "" : "（按权重）"));
    }

    /** Rows looked at. */
    int rows() {
        return rows;
    }

    /** Whether any column moves any of the scores. */
    boolean any() {
        return Arrays.stream(byInput).anyMatch(moved -> moved > 0);
    }

    /** Mean absolute contribution of a column, log-odds. */
    double importance(int input) {
        return byInput[input];
    }

    /** The share of the customers for whom the sign of a column's contribution is settled. */
    double settled(int input) {
        return settled[input] / all;
    }

    /** The codes of the reasons that some column is evidence for, in the order of the catalogue. */
    List<String> codes() {
        return List.copyOf(groups.keySet());
    }

    /** Mean absolute impact of a reason, log-odds. */
    double importance(String code) {
        return byReason.getOrDefault(code, 0.0);
    }

    /** How often a reason was named, and how often it was not for want of a settled sign. */
    Named named(String code) {
        return named.getOrDefault(code, new Named(0, 0)).over(all);
    }

    /** The share of the variance of the log-odds that lies in a kind of term: their covariance over that variance. */
    double share(Kind kind) {
        return shares.getOrDefault(kind, 0.0);
    }

    private void look(TrainingTable table, int[] held) {
        rows = Math.min(held.length, MOST_ROWS);
        int[] looked = IntStream.range(0, rows)
                .map(i -> held[(int) ((long) i * held.length / rows)])
                .toArray();
        double[] weights = table.weights().meanOne(looked);
        even = table.weights().only(looked).even();
        all = sum(weights);
        Scorer scorer = new Scorer(bundle);
        Explainer explainer = new Explainer(bundle);
        RowCoder coder = new RowCoder(table);
        Map<Kind, double[]> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new double[rows]);
        }
        double[] logOdds = new double[rows];
        for (int from = 0; from < rows; from += LOT) {
            int[] lot = Arrays.copyOfRange(looked, from, Math.min(rows, from + LOT));
            double[] weight = Arrays.copyOfRange(weights, from, from + lot.length);
            ChurnScore[] scores = scores(scorer, table, lot);
            for (int i = 0; i < lot.length; i++) {
                logOdds[from + i] = scores[i].logOdds();
            }
            addKinds(coder, lot, from, kinds);
            addColumns(explainer, scores, weight);
            addReasons(scores, weight);
            countNamed(explainer, scores, weight);
            countUnsettled(explainer, scores, weight);
        }
        divide(kinds, logOdds, weights);
    }

    private static ChurnScore[] scores(Scorer scorer, TrainingTable table, int[] lot) {
        ChurnScore[] scores = new ChurnScore[lot.length];
        for (int i = 0; i < lot.length; i++) {
            scores[i] = scorer.score(table.record(lot[i]));
        }
        return scores;
    }

    private void addKinds(RowCoder coder, int[] lot, int from, Map<Kind, double[]> kinds) {
        CodedRow coded = bundle.model().newRow();
        double[] scratch = new double[byInput.length];
        for (int i = 0; i < lot.length; i++) {
            coder.fill(coded, lot[i]);
            for (Term term : bundle.model().terms()) {
                addKind(term, coded, scratch, rows(kind(term), kinds), from + i);
            }
        }
    }

    private static double[] rows(Kind kind, Map<Kind, double[]> kinds) {
        double[] rows = kinds.get(kind);
        if (rows == null) {
            throw new IllegalStateException("every kind has its rows");
        }
        return rows;
    }

    /** @param scratch zero for every input, before and after */
    private static void addKind(Term term, CodedRow coded, double[] scratch, double[] sums, int row) {
        term.addTo(scratch, coded);
        double sum = 0;
        for (int input : term.inputs()) {
            sum += scratch[input];
            scratch[input] = 0;
        }
        sums[row] += sum;
    }

    private void addColumns(Explainer explainer, ChurnScore[] scores, double[] weights) {
        for (int i = 0; i < scores.length; i++) {
            addColumns(explainer, scores[i], weights[i]);
        }
    }

    private void addColumns(Explainer explainer, ChurnScore score, double weight) {
        for (int input = 0; input < byInput.length; input++) {
            byInput[input] += weight * Math.abs(score.contribution(input)) / all;
            settled[input] += explainer.settled(score, input) ? weight : 0;
        }
    }

    private void addReasons(ChurnScore[] scores, double[] weights) {
        for (int i = 0; i < scores.length; i++) {
            ChurnScore score = scores[i];
            double weight = weights[i];
            groups.forEach((code, inputs) ->
                    byReason.merge(code, weight * Math.abs(impact(score, inputs)) / all, Double::sum));
        }
    }

    private void countNamed(Explainer explainer, ChurnScore[] scores, double[] weights) {
        for (int i = 0; i < scores.length; i++) {
            count(explainer.rank(scores[i]), new Named(weights[i], 0));
        }
    }

    private void countUnsettled(Explainer explainer, ChurnScore[] scores, double[] weights) {
        for (int i = 0; i < scores.length; i++) {
            count(explainer.unsettled(scores[i]), new Named(0, weights[i]));
        }
    }

    private void count(ReasonRanking ranking, Named once) {
        Stream.concat(ranking.raising().stream(), ranking.lowering().stream())
                .forEach(reason -> named.merge(reason.reason().code(), once, Named::plus));
    }

    private static double impact(ChurnScore score, int[] inputs) {
        double impact = 0;
        for (int input : inputs) {
            impact += score.contribution(input);
        }
        return impact;
    }

    private static Kind kind(Term term) {
        if (term instanceof ForestTerm) {
            return Kind.TREES;
        }
        int inputs = term instanceof TableTerm table ? table.axes().size() : 1;
        return inputs == 1 ? Kind.COLUMNS : inputs == 2 ? Kind.PAIRS : Kind.TRIPLES;
    }

    private void divide(Map<Kind, double[]> kinds, double[] logOdds, double[] weights) {
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += weights[row] * logOdds[row];
        }
        mean = rows == 0 ? 0 : mean / all;
        double variance = 0;
        for (int row = 0; row < rows; row++) {
            variance += weights[row] * ((logOdds[row] - mean) * (logOdds[row] - mean));
        }
        for (Kind kind : Kind.values()) {
            double[] ofKind = rows(kind, kinds);
            double product = 0;
            for (int row = 0; row < rows; row++) {
                product += weights[row] * (ofKind[row] * (logOdds[row] - mean));
            }
            shares.put(kind, variance > 0 ? product / variance : 0);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
