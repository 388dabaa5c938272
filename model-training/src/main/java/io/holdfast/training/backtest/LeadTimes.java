package io.holdfast.training.backtest;

import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.ClusteredMean;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Shares;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.RollingOrigin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws up the list of each month by each contender, and looks on which of them those stood who left later. Ties are broken by lot, the same for all. */
final class LeadTimes {
    static final double CAPACITY = .05;
    static final int LEAST_DAYS = 30;

    private final TrainingTable table;
    private final List<RollingOrigin> origins;
    private final List<LeaveDay> leaves;
    private final EvaluationSettings settings;

    /** The date of each list, and the rows from which it is drawn up, as places among the test rows of its period. */
    private final List<int[]> candidates = new ArrayList<>();

    /** By list: the customers at risk, and the rows they stand in. */
    private final List<Map<String, Integer>> atRisk = new ArrayList<>();

    private final double[] lot;

    LeadTimes(TrainingTable table, List<RollingOrigin> origins, List<LeaveDay> leaves, EvaluationSettings settings) {
        this.table = table;
        this.origins = origins;
        this.leaves = leaves;
        this.settings = settings;
        SplittableRandom random = new SplittableRandom(settings.seed());
        lot = new double[table.rows()];
        for (int row = 0; row < lot.length; row++) {
            lot[row] = random.nextDouble();
        }
        for (RollingOrigin origin : origins) {
            int[] test = origin.split().rows(Part.TEST);
            int[] places = IntStream.range(0, test.length)
                    .filter(place -> table.date(test[place]).equals(origin.begins()))
                    .toArray();
            candidates.add(places);
            Map<String, Integer> rows = new HashMap<>();
            IntStream.of(places).forEach(place -> rows.put(table.id(test[place]), test[place]));
            atRisk.add(rows);
        }
    }

    /** @param contenders the model first */
    LeadTime of(List<Contender> contenders) {
        List<LeaveDay> seen = new ArrayList<>();
        List<List<Integer>> lists = new ArrayList<>();
        Map<String, LocalDate> before = new HashMap<>();
        for (LeaveDay leave : leaves) {
            LocalDate since = before.getOrDefault(leave.id(), LocalDate.MIN);
            List<Integer> early = early(leave, since);
            before.put(leave.id(), leave.day());
            if (!early.isEmpty() && lastRow(leave).isPresent()) {
                seen.add(leave);
                lists.add(early);
            }
        }
        List<LeadTime.ByList> results = new ArrayList<>();
        double[] ofModel = new double[0];
        int[] clusters = clusters(seen);
        RowWeights weights = weights(seen);
        for (Contender contender : contenders) {
            double[] caught = caught(contender, seen, lists);
            ofModel = results.isEmpty() ? caught : ofModel;
            double[] less = new double[caught.length];
            for (int i = 0; i < less.length; i++) {
                less[i] = ofModel[i] - caught[i];
            }
            results.add(new LeadTime.ByList(
                    contender.code(),
                    contender.title(),
                    ClusteredMean.of(caught, weights, clusters, settings),
                    ClusteredMean.of(less, weights, clusters, settings)));
        }
        return new LeadTime(
                CAPACITY,
                LEAST_DAYS,
                origins.stream().map(origin -> origin.begins().toString()).toList(),
                seen.size(),
                byLot(lists, weights),
                results);
    }

    /** The lists on which a leaver could have stood early enough, since an earlier leave if there was one. */
    private List<Integer> early(LeaveDay leave, LocalDate since) {
        List<Integer> early = new ArrayList<>();
        for (int list = 0; list < origins.size(); list++) {
            LocalDate date = origins.get(list).begins();
            if (date.isAfter(since)
                    && !date.plusDays(LEAST_DAYS).isAfter(leave.day())
                    && atRisk.get(list).containsKey(leave.id())) {
                early.add(list);
            }
        }
        return early;
    }

    /** Every leaver counts as on the last list before leaving. */
    private RowWeights weights(List<LeaveDay> seen) {
        return table.weights()
                .only(seen.stream()
                        .mapToInt(leave -> lastRow(leave).orElseThrow())
                        .toArray());
    }

    /**
     * A leaver's row on the last list before leaving. Where rows have weights it is missing for who got care in the meantime: what they did is not what happens without care, and
     * those held out stand for them.
     */
    private OptionalInt lastRow(LeaveDay leave) {
        int row = -1;
        for (int list = 0; list < origins.size(); list++) {
            if (!origins.get(list).begins().isAfter(leave.day())) {
                Integer here = atRisk.get(list).get(leave.id());
                row = here != null ? here : table.weights().even() ? row : -1;
            }
        }
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private static double byLot(List<List<Integer>> lists, RowWeights weights) {
        double caught = 0;
        double all = 0;
        for (int i = 0; i < lists.size(); i++) {
            caught += weights.of(i)
                    * (1 - StrictMath.pow(1 - CAPACITY, lists.get(i).size()));
            all += weights.of(i);
        }
        return lists.isEmpty() ? 0 : caught / all;
    }

    private double[] caught(Contender contender, List<LeaveDay> seen, List<List<Integer>> lists) {
        List<Map<String, Double>> drawn = new ArrayList<>();
        for (int list = 0; list < origins.size(); list++) {
            drawn.add(list(contender, list));
        }
        return IntStream.range(0, seen.size())
                .mapToDouble(i -> lists.get(i).stream()
                        .mapToDouble(
                                list -> drawn.get(list).getOrDefault(seen.get(i).id(), 0.0))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Who stands on the list, and which part of their weight: all of it but for who stands last. */
    private Map<String, Double> list(Contender contender, int list) {
        int[] test = origins.get(list).split().rows(Part.TEST);
        double[] scores = contender.scores(list);
        int[] order = IntStream.of(candidates.get(list))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -scores[place])
                        .thenComparingDouble(place -> lot[test[place]]))
                .mapToInt(place -> test[place])
                .toArray();
        double room = table.weights().even()
                ? Shares.customers(CAPACITY, order.length)
                : CAPACITY * table.weights().sum(order);
        Map<String, Double> parts = new HashMap<>();
        for (int at = 0; at < order.length && room > 0; at++) {
            double weight = table.weights().of(order[at]);
            parts.put(table.id(order[at]), Math.min(1, room / weight));
            room -= weight;
        }
        return parts;
    }

    private static int[] clusters(List<LeaveDay> seen) {
        Map<String, Integer> known = new HashMap<>();
        return seen.stream()
                .mapToInt(leave -> known.computeIfAbsent(leave.id(), id -> known.size()))
                .toArray();
    }
}
