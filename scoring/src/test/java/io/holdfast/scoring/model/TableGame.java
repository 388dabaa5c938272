package io.holdfast.scoring.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /** The same function as one tree, which asks for the two bits of every bin; combinations without a bin hold junk. */
    AdditiveModel tree() {
        List<Marginal> seen = new ArrayList<>();
        List<BinQuestion> questions = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            double[] shares = new double[Coding.FIRST + sizes[i]];
            System.arraycopy(marginals[i], 0, shares, Coding.FIRST, sizes[i]);
            seen.add(new Marginal(i, shares));
            for (int bit = 2; bit > 0; bit >>= 1) {
                BitSet yes = new BitSet();
                for (int bin = 0; bin < sizes[i]; bin++) {
                    yes.set(Coding.FIRST + bin, (bin & bit) > 0);
                }
                questions.add(new BinQuestion(i, yes));
            }
        }
        double[] values = new double[1 << questions.size()];
        Arrays.fill(values, 1e6);
        for (int[] bins : allRows()) {
            int leaf = 0;
            for (int bin : bins) {
                leaf = leaf << 2 | bin;
            }
            values[leaf] = value(bins);
        }
        List<Integer> all = IntStream.range(0, questions.size()).boxed().toList();
        return model(List.of(new ForestTerm(seen, questions, List.of(new ObliviousTree(all, values)))));
    }

    /** {@link #tree()} with what its inputs say alone as tables of their own. */
    AdditiveModel treeTakenApart() {
        ForestParts parts = new ForestParts((ForestTerm) tree().terms().get(0));
        List<Term> terms = new ArrayList<>();
        parts.alone()
                .forEach((input, alone) -> terms.add(new TableTerm(
                        List.of(TableAxis.full(input, tree().inputs().get(input).coding())), alone)));
        parts.interactions().ifPresent(terms::add);
        return model(terms);
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
