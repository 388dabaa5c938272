package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares how the model treats the values of each sensitive column. */
final class GroupTable {
    /** Values of a column that are told apart; the rarer ones are taken together. */
    static final int MOST_VALUES = 12;

    /** With fewer rows of either class a ranking within the group says nothing. */
    static final int LEAST_OF_A_CLASS = 20;

    /** With fewer rows the gap says nothing. */
    static final int LEAST_ROWS = 50;

    private final ScoredRows rows;
    private final TopShare top;
    private final EvaluationSettings settings;

    GroupTable(ScoredRows rows, RankedRows ranked, EvaluationSettings settings) {
        this.rows = rows;
        this.settings = settings;
        top = TopShare.of(ranked, Shares.at(Shares.TOP_DECILE));
    }

    List<GroupResult> results() {
        List<GroupResult> results = new ArrayList<>();
        rows.groups().forEach((column, cells) -> {
            Map<String, List<Integer>> members = new LinkedHashMap<>();
            for (int row = 0; row < cells.size(); row++) {
                members.computeIfAbsent(cells.get(row), value -> new ArrayList<>())
                        .add(row);
            }
            List<Map.Entry<String, List<Integer>>> values = members.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, List<Integer>> value) ->
                                    -value.getValue().size())
                            .thenComparing(Map.Entry::getKey))
                    .toList();
            boolean cut = values.size() > MOST_VALUES;
            int named = cut ? MOST_VALUES - 1 : values.size();
            for (Map.Entry<String, List<Integer>> value : values.subList(0, named)) {
                results.add(result(column, value.getKey(), false, indices(List.of(value))));
            }
            if (cut) {
                results.add(result(column, "", true, indices(values.subList(named, values.size()))));
            }
        });
        return corrected(results);
    }

    /** The p values of those that have one, corrected for how many they are. */
    private static List<GroupResult> corrected(List<GroupResult> results) {
        List<Integer> compared = IntStream.range(0, results.size())
                .filter(at -> results.get(at).calibrationGapP().known().isPresent())
                .boxed()
                .toList();
        double[] corrected = Holm.corrected(compared.stream()
                .mapToDouble(at -> results.get(at).calibrationGapP().known().orElseThrow())
                .toArray());
        List<GroupResult> all = new ArrayList<>(results);
        for (int i = 0; i < corrected.length; i++) {
            int at = compared.get(i);
            all.set(at, results.get(at).withChance(new Measure.Point(corrected[i])));
        }
        return all;
    }

    private static int[] indices(List<Map.Entry<String, List<Integer>>> values) {
        return values.stream()
                .flatMap(value -> value.getValue().stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private GroupResult result(String column, String value, boolean rest, int[] members) {
        double[] probabilities = IntStream.of(members)
                .mapToDouble(row -> rows.probabilities()[row])
                .toArray();
        boolean[] positives = new boolean[members.length];
        double all = 0;
        double said = 0;
        double inTop = 0;
        for (int i = 0; i < members.length; i++) {
            positives[i] = rows.positives()[members[i]];
            double weight = rows.weights().of(members[i]);
            all += weight;
            said += weight * probabilities[i];
            inTop += weight * top.part(probabilities[i]);
        }
        RankedRows ranked = RankedRows.of(
                probabilities,
                positives,
                rows.clusters().only(members),
                rows.weights().only(members));
        boolean ranks = Math.min(ranked.positiveCount(), ranked.negativeCount()) >= LEAST_OF_A_CLASS;
        boolean compares = members.length >= LEAST_ROWS;
        Measure rocAuc = Measure.Undefined.TOO_FEW;
        Measure gap = Measure.Undefined.TOO_FEW;
        Measure chance = Measure.Undefined.TOO_FEW;
        if (ranks || compares) {
            Bootstrap bootstrap = Bootstrap.of(ranked, settings);
            rocAuc = ranks ? bootstrap.measure(Metric.ROC_AUC) : Measure.Undefined.TOO_FEW;
            gap = compares ? bootstrap.measure(Metric.CALIBRATION_GAP) : Measure.Undefined.TOO_FEW;
            chance = gap instanceof Measure.Estimated
                    ? new Measure.Point(bootstrap.chanceOfZero(Metric.CALIBRATION_GAP))
                    : Measure.Undefined.TOO_FEW;
        }
        return new GroupResult(
                column,
                value,
                rest,
                members.length,
                ranked.positiveCount(),
                new Measure.Estimated(ranked.baseRate(), Reliability.baseRate(ranked)),
                said / all,
                rocAuc,
                gap,
                chance,
                inTop / all);
    }

    /** Which probabilities are among the highest: those above the cut wholly, those at the cut in part. */
    private record TopShare(double cut, double partAtCut) {
        static TopShare of(RankedRows ranked, double share) {
            double wanted = ranked.top(share, ranked.weightOfAll());
            double above = 0;
            double atCut = 0;
            int start = ranked.size();
            while (start > 0 && above + atCut < wanted) {
                above += atCut;
                atCut = 0;
                double cut = ranked.probability(start - 1);
                for (; start > 0 && ranked.probability(start - 1) == cut; start--) {
                    atCut += ranked.weight(start - 1);
                }
            }
            return new TopShare(ranked.probability(start), Math.min(1, (wanted - above) / atCut));
        }

        double part(double probability) {
            if (probability == cut) {
                return partAtCut;
            }
            return probability > cut ? 1 : 0;
        }
    }
}
