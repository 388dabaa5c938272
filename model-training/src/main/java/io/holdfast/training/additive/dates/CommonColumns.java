package io.holdfast.training.additive.dates;

import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Bagged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Columns that are the same for all rows of a date, such as the month of the outcome window. However many rows there are, they have said as many things as there are dates: what they learn may be what struck on these dates
 * by chance, and no bag of customers can tell. So they are judged by dates: how far the levels of dates with one value lie from those with another, beside how far dates of the same value lie from each other. That is
 * the analysis of variance (Fisher 1925, "Statistical Methods for Research Workers", chapter VII) of what the other columns leave unexplained.
 */
public final class CommonColumns {
    /** Probability with which a column that says nothing may pass. */
    private static final double LEVEL = 0.05;

    /** Of a date with fewer rows it may be chance that they are all the same. */
    private static final int LEAST_ROWS = 40;

    private CommonColumns() {}

    /**
     * What the dates say of a column.
     *
     * @param ratio of the variance between values to that within them; 0 where no value comes twice
     * @param needed the ratio that chance reaches once in twenty times; infinite where no value comes twice
     */
    public record Verdict(double ratio, double needed) {
        /** Whether what the column says has come again. */
        public boolean recurs() {
            return ratio > needed;
        }
    }

    /** Numbers of the columns that vary, but not within any date; none where each row has a date of its own, or hardly more than one row a date. */
    public static List<Integer> find(List<BinnedColumn> columns, LearningDates dates) {
        List<Integer> common = new ArrayList<>();
        Map<Integer, Integer> rows = new HashMap<>();
        for (int day : dates.days()) {
            rows.merge(day, 1, Integer::sum);
        }
        if (rows.values().stream().anyMatch(count -> count < LEAST_ROWS)) {
            return common;
        }
        for (BinnedColumn column : columns) {
            if (column.varies() && isCommon(column, dates.days())) {
                common.add(column.input());
            }
        }
        return common;
    }

    private static boolean isCommon(BinnedColumn column, int[] days) {
        Map<Integer, Integer> cells = new HashMap<>();
        for (int row = 0; row < days.length; row++) {
            int cell = column.cell(0, row);
            Integer other = cells.putIfAbsent(days[row], cell);
            if (other != null && other != cell) {
                return false;
            }
        }
        return true;
    }

    /**
     * Judges columns by the levels of dates.
     *
     * @param common numbers of columns that are the same for all rows of a date
     * @param bagged where the rows stand after the other columns' tables
     */
    public static SortedMap<Integer, Verdict> judge(
            List<Integer> common, List<BinnedColumn> columns, LearningDates dates, Bagged bagged, double[] weights) {
        SortedMap<Integer, Verdict> verdicts = new TreeMap<>();
        if (common.isEmpty()) {
            return verdicts;
        }
        NavigableMap<Integer, Double> levels = DateLevels.of(
                dates.days(), bagged.outOfBagScores(), bagged.objective().targets(), weights);
        for (int input : common) {
            BinnedColumn column = columns.get(input);
            Map<Integer, Integer> values = new HashMap<>();
            for (int row = 0; row < dates.days().length; row++) {
                values.put(dates.days()[row], column.cell(0, row));
            }
            verdicts.put(input, verdict(levels, values, dates.apart()));
        }
        return verdicts;
    }

    /**
     * @param levels by date
     * @param values of the column by date
     * @param apart days between dates whose outcomes have nothing in common; dates nearer to each other say in part the same, so that degrees of freedom are those of as many dates as lie so far apart
     */
    static Verdict verdict(NavigableMap<Integer, Double> levels, Map<Integer, Integer> values, int apart) {
        Map<Integer, List<Double>> byValue = new TreeMap<>();
        levels.forEach((day, level) -> byValue.computeIfAbsent(values.get(day), value -> new ArrayList<>())
                .add(level));
        int dates = levels.size();
        int groups = byValue.size();
        if (groups < 2 || dates <= groups) {
            return new Verdict(0, Double.POSITIVE_INFINITY);
        }
        double all = mean(levels.values().stream().toList());
        double between = 0;
        double within = 0;
        for (List<Double> group : byValue.values()) {
            double mean = mean(group);
            between += group.size() * (mean - all) * (mean - all);
            within += group.stream()
                    .mapToDouble(level -> (level - mean) * (level - mean))
                    .sum();
        }
        double telling = (double) spaced(levels, apart) / dates;
        double needed = new FDistribution(telling * (groups - 1), telling * (dates - groups))
                .inverseCumulativeProbability(1 - LEVEL);
        double ratio = within > 0 ? between / (groups - 1) / (within / (dates - groups)) : Double.POSITIVE_INFINITY;
        return new Verdict(ratio, needed);
    }

    /** How many dates lie so far apart, the last and then backwards. */
    private static int spaced(NavigableMap<Integer, Double> levels, int apart) {
        int count = 0;
        int next = Integer.MAX_VALUE;
        for (int day : levels.descendingKeySet()) {
            if (day <= next) {
                count++;
                next = day - apart;
            }
        }
        return count;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
