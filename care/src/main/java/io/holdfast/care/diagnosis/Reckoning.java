package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader can work out of hidden counts from those that are shown: sums are put together by elimination (Gauss and Jordan), and of each sum every hidden count is no more
 * than what the others leave. A count that is printed somewhere and hidden is at least 1, since nobody is always told.
 */
final class Reckoning {
    private static final double ZERO = 1e-9;
    private static final int ROUNDS = 100;

    private final Map<Count, Integer> places = new HashMap<>();
    private final List<Count> unknown = new ArrayList<>();
    private final List<Map<Integer, Double>> sums = new ArrayList<>();
    private final List<Double> known = new ArrayList<>();
    private double[] least = new double[0];
    private double[] most = new double[0];

    /** Tells that a count is made up of others. */
    void add(Count total, List<Count> parts) {
        Map<Integer, Double> factors = new TreeMap<>();
        double shown = 0;
        for (Count part : parts) {
            if (part.isShown()) {
                shown -= part.number();
            } else {
                factors.merge(place(part), 1.0, Double::sum);
            }
        }
        if (total.isShown()) {
            shown += total.number();
        } else {
            factors.merge(place(total), -1.0, Double::sum);
        }
        sums.add(factors);
        known.add(shown);
    }

    private int place(Count count) {
        return places.computeIfAbsent(count, each -> {
            unknown.add(each);
            return unknown.size() - 1;
        });
    }

    void solve() {
        int size = unknown.size();
        least = new double[size];
        most = new double[size];
        for (int i = 0; i < size; i++) {
            least[i] = unknown.get(i).isPrinted() ? 1 : 0;
            most[i] = Double.POSITIVE_INFINITY;
        }
        List<double[]> rows = rows(size);
        List<double[]> all = new ArrayList<>(rows(size));
        eliminate(rows, size);
        all.addAll(rows);
        boolean narrower = true;
        for (int round = 0; round < ROUNDS && narrower; round++) {
            narrower = false;
            for (double[] row : all) {
                narrower |= narrow(row, size);
            }
        }
    }

    private List<double[]> rows(int size) {
        List<double[]> rows = new ArrayList<>();
        for (int at = 0; at < sums.size(); at++) {
            double[] row = new double[size + 1];
            sums.get(at).forEach((place, factor) -> row[place] = factor);
            row[size] = known.get(at);
            rows.add(row);
        }
        return rows;
    }

    private static void eliminate(List<double[]> rows, int size) {
        int next = 0;
        for (int column = 0; column < size && next < rows.size(); column++) {
            int pivot = next;
            for (int at = next + 1; at < rows.size(); at++) {
                if (Math.abs(rows.get(at)[column]) > Math.abs(rows.get(pivot)[column])) {
                    pivot = at;
                }
            }
            double[] row = rows.get(pivot);
            if (Math.abs(row[column]) < ZERO) {
                continue;
            }
            rows.set(pivot, rows.get(next));
            rows.set(next, row);
            double factor = row[column];
            for (int k = 0; k <= size; k++) {
                row[k] /= factor;
            }
            for (double[] other : rows) {
                double times = other[column];
                if (other != row && Math.abs(times) > ZERO) {
                    for (int k = 0; k <= size; k++) {
                        other[k] -= times * row[k];
                    }
                    other[column] = 0;
                }
            }
            next++;
        }
    }

    private boolean narrow(double[] row, int size) {
        boolean narrower = false;
        for (int i = 0; i < size; i++) {
            double factor = row[i];
            if (Math.abs(factor) > ZERO) {
                double low = row[size];
                double high = row[size];
                for (int k = 0; k < size; k++) {
                    if (k != i && Math.abs(row[k]) > ZERO) {
                        low -= row[k] * (row[k] > 0 ? most[k] : least[k]);
                        high -= row[k] * (row[k] > 0 ? least[k] : most[k]);
                    }
                }
                double from = factor > 0 ? low / factor : high / factor;
                double to = factor > 0 ? high / factor : low / factor;
                if (from > least[i] + ZERO) {
                    least[i] = StrictMath.ceil(from - ZERO);
                    narrower = true;
                }
                if (to < most[i] - ZERO) {
                    most[i] = StrictMath.floor(to + ZERO);
                    narrower = true;
                }
            }
        }
        return narrower;
    }

    /** Whether more is told of a small count than that it is one from 1 to 4. */
    boolean tells(Count small) {
        Integer place = places.get(small);
        return place != null && (least[place] > 1 || most[place] < Diagnosis.FEWEST - 1);
    }
}
