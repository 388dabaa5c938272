package io.holdfast.scoring.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A table over up to three categorical inputs with a marginal distribution for each; bins are counted from zero. */
final class TableGame {
    private final int[] sizes;
    private final double[] table;
    private final double[][] marginals;

    private TableGame(int[] sizes, double[] table, double[][] marginals) {
        this.sizes = sizes;
        this.table = table;
        this.marginals = marginals;
    }

    static TableGame random(int inputs, SplittableRandom random) {
        int[] sizes = new int[inputs];
        double[][] marginals = new double[inputs][];
        int span = 1;
        for (int i = 0; i < inputs; i++) {
            sizes[i] = 2 + random.nextInt(3);
            span *= sizes[i];
            marginals[i] = new double[sizes[i]];
            double sum = 0;
            for (int bin = 0; bin < sizes[i]; bin++) {
                // Some bins never occur in training.
                marginals[i][bin] = random.nextInt(5) == 0 && bin > 0 ? 0 : random.nextDouble();
                sum += marginals[i][bin];
            }
            for (int bin = 0; bin < sizes[i]; bin++) {
                marginals[i][bin] /= sum;
            }
        }
        double[] table = random.doubles(span, -3, 3).toArray();
        return new TableGame(sizes, table, marginals);
    }

    int inputs() {
        return sizes.length;
    }

    double value(int[] bins) {
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            cell = cell * sizes[i] + bins[i];
        }
        return table[cell];
    }

    List<int[]> allRows() {
        List<int[]> rows = new ArrayList<>(List.of(new int[0]));
        for (int size : sizes) {
            List<int[]> longer = new ArrayList<>();
            for (int[] row : rows) {
                for (int bin = 0; bin < size; bin++) {
                    int[] next = Arrays.copyOf(row, row.length + 1);
                    next[row.length] = bin;
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }

    /** Mean of the table where the inputs of the coalition (a bit set) are known. */
    double expectation(int coalition, int[] known) {
        double mean = 0;
        for (int[] row : allRows()) {
            double weight = 1;
            for (int i = 0; i < sizes.length; i++) {
                boolean isKnown = (coalition >> i & 1) == 1;
                weight *= isKnown ? (row[i] == known[i] ? 1 : 0) : marginals[i][row[i]];
            }
            mean += weight == 0 ? 0 : weight * value(row);
        }
        return mean;
    }

    double shapley(int input, int[] bins) {
        return shapley(input, bins, 0);
    }

    /** As if nothing were ever known of some inputs (a bit set). */
    double shapley(int input, int[] bins, int unknown) {
        int n = sizes.length;
        double sum = 0;
        for (int coalition = 0; coalition < 1 << n; coalition++) {
            if ((coalition >> input & 1) == 0) {
                int size = Integer.bitCount(coalition);
                double weight = factorial(size) * factorial(n - size - 1) / factorial(n);
                double with = expectation((coalition | 1 << input) & ~unknown, bins);
                sum += weight * (with - expectation(coalition & ~unknown, bins));
            }
        }
        return sum;
    }

    private static double factorial(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    /** The inputs (a bit set) whose bin never occurs. */
    int unseen(int[] bins) {
        int unseen = 0;
        for (int i = 0; i < sizes.length; i++) {
            unseen |= marginals[i][bins[i]] > 0 ? 0 : 1 << i;
        }
        return unseen;
    }

    /** The same function as one tree, which knows only bins that occur. */
    AdditiveModel tree() {
        List<TreeSide> sides = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            double[] shares =
                    Arrays.stream(marginals[i]).filter(share -> share > 0).toArray();
            byte[] places = new byte[Coding.FIRST + sizes[i]];
            int place = 0;
            Arrays.fill(places, (byte) shares.length);
            for (int bin = 0; bin < sizes[i]; bin++) {
                if (marginals[i][bin] > 0) {
                    places[Coding.FIRST + bin] = (byte) place++;
                }
            }
            sides.add(new TreeSide(i, places, shares));
        }
        double[] contributions = allRows().stream()
                .filter(bins -> unseen(bins) == 0)
                .flatMapToDouble(bins -> IntStream.range(0, sizes.length).mapToDouble(i -> shapley(i, bins)))
                .toArray();
        return model(List.of(new TreeTerm(sides, contributions)));
    }

    /** The same function as tables that average to zero along each axis, one for every subset of the inputs. */
    AdditiveModel purified() {
        List<Term> terms = new ArrayList<>();
        for (int subset = 1; subset < 1 << sizes.length; subset++) {
            terms.add(pure(subset));
        }
        return model(terms);
    }

    private AdditiveModel model(List<Term> terms) {
        List<ModelInput> columns = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            List<String> levels =
                    IntStream.range(0, sizes[i]).mapToObj(bin -> "level " + bin).toList();
            columns.add(new ModelInput("input " + i, new CategoryCoding(levels)));
        }
        return new AdditiveModel(
                new AdditiveParts("game", "1", "0", expectation(0, new int[sizes.length]), columns, terms, Map.of()));
    }

    private TableTerm pure(int subset) {
        List<TableAxis> axes = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if ((subset >> i & 1) == 1) {
                members.add(i);
                // The bins for missing and rare values share the first cell.
                List<Integer> cells = new ArrayList<>(List.of(0, 0));
                IntStream.range(0, sizes[i]).forEach(cells::add);
                axes.add(new TableAxis(i, cells));
            }
        }
        List<Double> values = new ArrayList<>();
        for (int[] row : allRows()) {
            boolean first = IntStream.range(0, sizes.length).allMatch(i -> members.contains(i) || row[i] == 0);
            if (first) {
                values.add(interaction(subset, row));
            }
        }
        return new TableTerm(
                axes, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Inclusion and exclusion over the subset's subsets. */
    private double interaction(int subset, int[] row) {
        double sum = 0;
        for (int part = subset; ; part = (part - 1) & subset) {
            int sign = Integer.bitCount(subset ^ part) % 2 == 0 ? 1 : -1;
            sum += sign * expectation(part, row);
            if (part == 0) {
                return sum;
            }
        }
    }

    void fill(CodedRow row, int[] bins) {
        for (int i = 0; i < bins.length; i++) {
            row.level(i, "level " + bins[i]);
        }
    }
}
