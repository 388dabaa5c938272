package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;
import io.holdfast.training.profit.CostedRanking;
import io.holdfast.training.profit.Empc;
import io.holdfast.training.profit.ProfitSweep;
import io.holdfast.training.profit.TableCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Computes the profit of contacting the highest scores, with percentile bootstrap intervals over the same rows or clusters as {@link Bootstrap}. */
final class ProfitEvaluator {
    private final CostedRanking ranking;
    private final ProfitSweep sweep;
    private final TableCosts costs;
    private final RowWeights rowWeights;
    private final double[] thresholds;
    private final int[] corners;
    private final List<Sample> samples;

    private ProfitEvaluator(ScoredRows rows, TableCosts costs, EvaluationSettings settings) {
        this.costs = costs;
        ranking = new CostedRanking(rows.probabilities(), rows.positives(), costs.decisions(), rows.weights());
        rowWeights = rows.weights();
        sweep = ranking.sweep();
        thresholds = steps(ranking.threshold(1));
        corners = Arrays.stream(thresholds).mapToInt(ranking::corner).toArray();
        samples = samples(rows.clusters(), settings);
    }

    static ProfitEvaluation of(ScoredRows rows, TableCosts costs, LiftCurve lift, EvaluationSettings settings) {
        return new ProfitEvaluator(rows, costs, settings).result(lift);
    }

    /** What is kept of one bootstrap sample; money is scaled to as many rows as were evaluated. */
    @SuppressWarnings("ArrayRecordComponent") // equality of two of these is nobody's question
    private record Sample(
            double everybody,
            double perfect,
            double best,
            double bestShare,
            List<Double> precision,
            List<Double> top,
            double[] byShare,
            double[] byThreshold,
            Empc empc) {}

    private List<Sample> samples(Clusters clusters, EvaluationSettings settings) {
        int[] numbers = clusters.only(inOrder()).numbers();
        int drawable = Arrays.stream(numbers).max().orElseThrow() + 1;
        if (drawable < Bootstrap.LEAST_ROWS) {
            return List.of();
        }
        int best = sweep.best();
        int resamples = Bootstrap.resamples(numbers.length, settings.resamples());
        return Resamples.of(drawable, resamples, settings.seed(), () -> {
            int[] counts = new int[numbers.length];
            ProfitSweep memory = ranking.sweep();
            return drawn -> {
                for (int place = 0; place < counts.length; place++) {
                    counts[place] = drawn[numbers[place]];
                }
                return sample(ranking.sweep(counts, memory), best);
            };
        });
    }

    /** Equal steps from 0 to an end. */
    private static double[] steps(double end) {
        return IntStream.rangeClosed(0, ProfitEvaluation.STEPS)
                .mapToDouble(step -> end * step / ProfitEvaluation.STEPS)
                .toArray();
    }

    private static double byShare(ProfitSweep swept, double share) {
        return share == 0 ? 0 : swept.profitOf(customers(share, swept.customers()));
    }

    private static double customers(double share, double all) {
        return (double) Shares.customers(share, Math.round(all));
    }

    /** The rows by place in the list, so that what is drawn does not depend on the order of the rows. */
    private int[] inOrder() {
        int[] rows = new int[ranking.size()];
        Arrays.setAll(rows, ranking::row);
        return rows;
    }

    private Sample sample(ProfitSweep drawn, int best) {
        double scale = (double) ranking.size() / drawn.customers();
        List<Double> precision = new ArrayList<>();
        List<Double> top = new ArrayList<>();
        for (double share : Shares.TOP) {
            double customers = customers(share, drawn.customers());
            precision.add(drawn.leaversOf(customers) / customers);
            top.add(scale * drawn.profitOf(customers));
        }
        return new Sample(
                scale * drawn.everybody(),
                scale * drawn.perfect(),
                scale * drawn.profit(best),
                drawn.contacted(drawn.best()) / drawn.customers(),
                precision,
                top,
                Arrays.stream(steps(1))
                        .map(share -> scale * byShare(drawn, share))
                        .toArray(),
                Arrays.stream(corners)
                        .mapToDouble(corner -> scale * drawn.profit(corner))
                        .toArray(),
                drawn.empc());
    }

    private ProfitEvaluation result(LiftCurve lift) {
        int best = sweep.best();
        Empc empc = sweep.empc();
        double nobody = sum(weighted(costs.decisions().alone()));
        return new ProfitEvaluation(
                costs.basis(),
                new ProfitEvaluation.CostOf(nobody, nobody - sweep.everybody(), nobody - sweep.perfect()),
                measure(sweep.everybody(), Sample::everybody),
                measure(sweep.perfect(), Sample::perfect),
                new ProfitEvaluation.Best(
                        measure(share(best), Sample::bestShare),
                        Math.round(sweep.contacted(best)),
                        Math.round(sweep.leavers(best)),
                        ranking.threshold(sweep.contacted(best)),
                        measure(sweep.profit(best), Sample::best)),
                top(lift),
                curve(),
                band(),
                byThreshold(),
                maximum(empc.profit(), sample -> sample.empc().profit()),
                Double.isNaN(empc.share()) ? Measure.Undefined.ONE_CLASS : new Measure.Point(empc.share()));
    }

    private List<ProfitEvaluation.TopShare> top(LiftCurve lift) {
        List<ProfitEvaluation.TopShare> top = new ArrayList<>();
        for (int i = 0; i < Shares.TOP.size(); i++) {
            int index = i;
            double share = Shares.TOP.get(i);
            LiftCurve.Point point = lift.points().stream()
                    .filter(other -> other.share() == share)
                    .findFirst()
                    .orElseThrow();
            double leavers = sweep.leaversOf((double) point.customers());
            top.add(new ProfitEvaluation.TopShare(
                    share,
                    point.customers(),
                    ranking.threshold((double) point.customers()),
                    leavers,
                    measure(
                            leavers / point.customers(),
                            sample -> sample.precision().get(index)),
                    point.captured(),
                    point.lift(),
                    measure(
                            sweep.profitOf((double) point.customers()),
                            sample -> sample.top().get(index))));
        }
        return top;
    }

    private List<ProfitEvaluation.Point> curve() {
        SortedSet<Integer> corners = new TreeSet<>(Thinning.kept(sweep.corners(), Curves.MOST_POINTS - 1, this::share));
        corners.add(sweep.best());
        return corners.stream()
                .map(corner -> new ProfitEvaluation.Point(
                        share(corner), ranking.threshold(sweep.contacted(corner)), sweep.profit(corner)))
                .toList();
    }

    private List<ProfitEvaluation.Step> band() {
        double[] shares = steps(1);
        return IntStream.range(0, shares.length)
                .mapToObj(step -> new ProfitEvaluation.Step(
                        shares[step],
                        ranking.threshold(shares[step] == 0 ? 0 : customers(shares[step], ranking.size())),
                        measure(byShare(sweep, shares[step]), sample -> sample.byShare()[step])))
                .toList();
    }

    private List<ProfitEvaluation.Step> byThreshold() {
        return IntStream.range(0, thresholds.length)
                .mapToObj(step -> new ProfitEvaluation.Step(
                        share(corners[step]),
                        thresholds[step],
                        measure(sweep.profit(corners[step]), sample -> sample.byThreshold()[step])))
                .toList();
    }

    private double share(int corner) {
        return sweep.contacted(corner) / sweep.customers();
    }

    private Measure measure(double value, ToDoubleFunction<Sample> drawn) {
        if (samples.isEmpty()) {
            return new Measure.Point(value);
        }
        return new Measure.Estimated(
                value, Bootstrap.interval(samples.stream().mapToDouble(drawn).toArray()));
    }

    /**
     * The same of the expected maximum profit, which needs leavers and stayers. Every sample finds its own best cuts, which makes its
     * maximum too large; the interval is moved down by that bias.
     */
    private Measure maximum(double value, ToDoubleFunction<Sample> drawn) {
        if (Double.isNaN(value)) {
            return Measure.Undefined.ONE_CLASS;
        }
        double[] known =
                samples.stream().mapToDouble(drawn).filter(Double::isFinite).toArray();
        if (known.length == 0) {
            return new Measure.Point(value);
        }
        double bias = Math.max(0, Arrays.stream(known).sum() / known.length - value);
        Interval interval = Bootstrap.interval(known);
        return new Measure.Estimated(
                value, new Interval(Math.max(0, interval.low() - bias), Math.max(0, interval.high() - bias)));
    }

    private double[] weighted(double[] amounts) {
        int[] all = new int[amounts.length];
        Arrays.setAll(all, row -> row);
        double[] weights = rowWeights.meanOne(all);
        double[] weighted = new double[amounts.length];
        Arrays.setAll(weighted, row -> weights[row] * amounts[row]);
        return weighted;
    }

    /** In ascending order, so that the sum does not depend on that of the rows. */
    private static double sum(double[] amounts) {
        return Arrays.stream(amounts).sorted().sum();
    }
}
