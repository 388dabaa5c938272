package io.holdfast.training.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds columns that another column already tells, on a sample of the rows. */
final class Redundancy {
    /** Above this, in absolute value, the rank correlation of two numbers makes one a copy of the other. */
    static final double MONOTONE = .998;

    /** Rows of a product after which is asked whether the rest can still make a copy of it; most pairs end after the first. */
    private static final int BLOCK = 64;

    private static final double ROUNDING = 1e-9;

    private static final int MOST_ROWS = 20_000;
    private static final int FEWEST_ROWS = 2_000;
    private static final long MOST_PRODUCTS = 2_000_000_000L;

    private final List<CodedColumn> columns;
    private final int[] rows;

    Redundancy(List<CodedColumn> columns, long seed) {
        this.columns = columns;
        int all = columns.isEmpty() ? 0 : columns.get(0).codes().length;
        long pairs = Math.max(1, (long) columns.size() * columns.size());
        int wanted = (int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_PRODUCTS / pairs));
        rows = new Lots(seed).sample(all, wanted);
    }

    /** Columns whose values follow those of an earlier one, up or down or one to one. */
    List<RedundantColumn> copies() {
        List<RedundantColumn> copies = new ArrayList<>();
        List<Sampled> kept = new ArrayList<>();
        for (CodedColumn column : columns) {
            Sampled sampled = Sampled.of(column, rows);
            Optional<RedundantColumn> copy = kept.stream()
                    .map(earlier -> sampled.copyOf(earlier))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (copy.isPresent()) {
                copies.add(copy.get());
            } else {
                kept.add(sampled);
            }
        }
        return copies;
    }

    /**
     * The columns without those that another decides: copies, and columns that have one value only wherever the other, on three rows a
     * value at least, has one value.
     */
    List<CodedColumn> undecided() {
        List<String> copies = copies().stream().map(RedundantColumn::column).toList();
        List<Sampled> rest = columns.stream()
                .filter(column -> !copies.contains(column.name()))
                .map(column -> Sampled.of(column, rows))
                .toList();
        return rest.stream()
                .filter(column -> rest.stream().noneMatch(other -> other.decides(column)))
                .map(Sampled::column)
                .toList();
    }

    /**
     * The sampled cells of a column.
     *
     * @param column whose
     * @param values numbered by first appearance, so that columns whose values go together one to one have equal arrays
     * @param count of different values, missing among them
     * @param ranks centred and scaled to length 1, 0 for missing; empty unless ordered
     * @param rests length of what is left of the ranks behind each block
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sampled(CodedColumn column, int[] values, int count, double[] ranks, double[] rests) {
        static Sampled of(CodedColumn column, int[] rows) {
            int[] known = new int[Ranks.HIGHEST + 1];
            int[] values = new int[rows.length];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                int code = column.codes()[rows[i]];
                if (known[code] == 0) {
                    known[code] = ++count;
                }
                values[i] = known[code] - 1;
            }
            double[] ranks = column.ordered() ? centred(column, rows) : new double[0];
            return new Sampled(column, values, count, ranks, rests(ranks));
        }

        private static double[] rests(double[] ranks) {
            double[] rests = new double[(ranks.length + BLOCK - 1) / BLOCK];
            double squares = 0;
            for (int i = ranks.length - 1; i >= 0; i--) {
                if (i % BLOCK == BLOCK - 1) {
                    rests[i / BLOCK] = Math.sqrt(squares);
                }
                squares += ranks[i] * ranks[i];
            }
            return rests;
        }

        /** The correlation of two numbers; 0 as soon as it cannot be that of copies (Cauchy and Schwarz). */
        private double correlation(Sampled earlier) {
            double correlation = 0;
            for (int from = 0; from < ranks.length; from += BLOCK) {
                int to = Math.min(ranks.length, from + BLOCK);
                for (int i = from; i < to; i++) {
                    correlation += ranks[i] * earlier.ranks[i];
                }
                double most = Math.abs(correlation) + rests[from / BLOCK] * earlier.rests[from / BLOCK];
                if (most < MONOTONE - ROUNDING) {
                    return 0;
                }
            }
            return correlation;
        }

        private static double[] centred(CodedColumn column, int[] rows) {
            double sum = 0;
            int present = 0;
            for (int row : rows) {
                sum += column.codes()[row];
                present += column.codes()[row] == 0 ? 0 : 1;
            }
            double[] ranks = new double[rows.length];
            double squares = 0;
            for (int i = 0; i < rows.length; i++) {
                int code = column.codes()[rows[i]];
                ranks[i] = code == 0 ? 0 : code - sum / present;
                squares += ranks[i] * ranks[i];
            }
            double length = Math.sqrt(squares);
            for (int i = 0; length > 0 && i < ranks.length; i++) {
                ranks[i] /= length;
            }
            return ranks;
        }

        Optional<RedundantColumn> copyOf(Sampled earlier) {
            if (column.ordered() && earlier.column.ordered()) {
                double correlation = correlation(earlier);
                return Math.abs(correlation) > MONOTONE
                        ? Optional.of(new RedundantColumn(column.name(), earlier.column.name(), correlation))
                        : Optional.empty();
            }
            boolean repeats = 3 * count <= values.length;
            return repeats && count == earlier.count && Arrays.equals(values, earlier.values)
                    ? Optional.of(new RedundantColumn(column.name(), earlier.column.name(), 1))
                    : Optional.empty();
        }

        boolean decides(Sampled other) {
            if (count <= other.count || 3 * count > values.length) {
                return false;
            }
            int[] decided = new int[count];
            for (int i = 0; i < values.length; i++) {
                int before = decided[values[i]];
                if (before != 0 && before != other.values[i] + 1) {
                    return false;
                }
                decided[values[i]] = other.values[i] + 1;
            }
            return true;
        }
    }
}
