package io.holdfast.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two things measured in turn, A B A B, so that a machine whose speed drifts does so for both. */
final class Pairs {
    /** One measured thing: does its work once and says how many units that were. */
    @FunctionalInterface
    interface Work {
        long once() throws Exception;
    }

    private static final double NANOS = 1e9;

    private final String unit;
    private final PrintStream out;

    Pairs(String unit, PrintStream out) {
        this.unit = unit;
        this.out = out;
    }

    /** Runs both {@code rounds} times after as many {@code warmups}; prints medians and the ratio pair by pair. */
    void compare(String nameA, Work a, String nameB, Work b, int warmups, int rounds) throws Exception {
        for (int i = 0; i < warmups; i++) {
            rate(a);
            rate(b);
        }
        List<Double> ratesA = new ArrayList<>();
        List<Double> ratesB = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double rateA = rate(a);
            double rateB = rate(b);
            ratesA.add(rateA);
            ratesB.add(rateB);
            ratios.add(rateA / rateB);
        }
        print(nameA, ratesA, "%,.0f " + unit + "/s");
        print(nameB, ratesB, "%,.0f " + unit + "/s");
        print(nameA + " / " + nameB, ratios, "%.2f");
    }

    private static double rate(Work work) throws Exception {
        long start = System.nanoTime();
        long units = work.once();
        return units * NANOS / (System.nanoTime() - start);
    }

    private void print(String name, List<Double> values, String format) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        out.printf(
                "%-44s median " + format + "  (min " + format + ", max " + format + ", %d rounds)%n",
                name,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
