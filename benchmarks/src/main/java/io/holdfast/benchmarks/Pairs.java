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

    /** Puts things in order before each time that something is measured; not measured itself. */
    @FunctionalInterface
    interface Tidy {
        void once() throws Exception;
    }

    private static final double NANOS = 1e9;

    private final String unit;
    private final PrintStream out;
    private final Tidy tidy;
    private final List<Stopwatch> watches;

    /** @param watches each gives a result of its own */
    Pairs(String unit, PrintStream out, Tidy tidy, Stopwatch... watches) {
        this.unit = unit;
        this.out = out;
        this.tidy = tidy;
        this.watches = List.of(watches);
    }

    /** Runs both {@code rounds} times after as many {@code warmups}; prints medians and the ratio pair by pair. */
    void compare(String nameA, Work a, String nameB, Work b, int warmups, int rounds) throws Exception {
        for (int i = 0; i < warmups; i++) {
            rates(a);
            rates(b);
        }
        List<double[]> ofA = new ArrayList<>();
        List<double[]> ofB = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ofA.add(rates(a));
            ofB.add(rates(b));
        }
        for (int watch = 0; watch < watches.size(); watch++) {
            double[] a1 = column(ofA, watch);
            double[] b1 = column(ofB, watch);
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, i -> a1[i] / b1[i]);
            out.println(watches.get(watch).name());
            print(nameA, a1, "%,.0f " + unit + "/s");
            print(nameB, b1, "%,.0f " + unit + "/s");
            print(nameA + " / " + nameB, ratios, "%.2f");
        }
    }

    private static double[] column(List<double[]> rounds, int watch) {
        return rounds.stream().mapToDouble(round -> round[watch]).toArray();
    }

    /** Units per second, by each of the stopwatches. */
    private double[] rates(Work work) throws Exception {
        tidy.once();
        double[] spent = new double[watches.size()];
        Arrays.setAll(spent, i -> -watches.get(i).nanos().getAsLong());
        long units = work.once();
        Arrays.setAll(
                spent, i -> units * NANOS / (spent[i] + watches.get(i).nanos().getAsLong()));
        return spent;
    }

    private void print(String name, double[] values, String format) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        out.printf(
                "  %-44s median " + format + "  (min " + format + ", max " + format + ", %d rounds)%n",
                name,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
