package io.holdfast.training.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Tables of numbers, by column, of which it is known whether they hold copies. */
final class SimulatedTables {
    private final SplittableRandom random;

    SimulatedTables(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Columns by name, some of which are words written as whole numbers. */
    record Table(List<double[]> columns, List<Boolean> words) {
        int rows() {
            return columns.get(0).length;
        }

        List<CheckedColumn> checked() {
            List<CheckedColumn> checked = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                double[] values = columns.get(c);
                checked.add(
                        words.get(c)
                                ? new CheckedColumn.Levels(
                                        "c" + c,
                                        IntStream.range(0, values.length)
                                                .map(row -> (int) values[row])
                                                .toArray())
                                : new CheckedColumn.Numbers("c" + c, values));
            }
            return checked;
        }

        Table rowsAt(int[] rows) {
            return new Table(
                    columns.stream()
                            .map(values -> IntStream.of(rows)
                                    .mapToDouble(row -> values[row])
                                    .toArray())
                            .toList(),
                    words);
        }
    }

    double normal() {
        // Box and Muller (1958): the same on every Java version.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Customers with correlated columns: numbers, counts, flags and words, some of them mostly zero. */
    Table customers(int rows, int width) {
        double[][] loadings = new double[width][4];
        for (double[] loading : loadings) {
            for (int f = 0; f < 4; f++) {
                loading[f] = normal();
            }
        }
        double[][] columns = new double[width][rows];
        for (int row = 0; row < rows; row++) {
            double[] factors = {normal(), normal(), normal(), normal()};
            for (int c = 0; c < width; c++) {
                double value = normal();
                for (int f = 0; f < 4; f++) {
                    value += loadings[c][f] * factors[f];
                }
                columns[c][row] = shape(value, c);
            }
        }
        return table(columns, c -> c % 5 == 1);
    }

    private static double shape(double value, int column) {
        return switch (column % 5) {
            case 1 -> Math.max(0, Math.min(5, Math.floor(value) + 3));
            case 2 -> value > 0 ? 1 : 0;
            case 3 -> Math.max(0, value);
            default -> value;
        };
    }

    /** Columns all computed from a few hidden ones, without noise: neighbours agree in everything at once. */
    Table computed(int rows, int hidden, int width) {
        double[][] loadings = new double[width][hidden];
        for (double[] loading : loadings) {
            for (int f = 0; f < hidden; f++) {
                loading[f] = normal();
            }
        }
        double[][] columns = new double[width][rows];
        for (int row = 0; row < rows; row++) {
            double[] factors = new double[hidden];
            for (int f = 0; f < hidden; f++) {
                factors[f] = normal();
            }
            for (int c = 0; c < width; c++) {
                double value = 0;
                for (int f = 0; f < hidden; f++) {
                    value += loadings[c][f] * factors[f];
                }
                columns[c][row] = c % 2 == 0 ? value : StrictMath.sin(1.5 * value) + .3 * value;
            }
        }
        return table(columns, c -> false);
    }

    /** Nothing but yes and no. */
    Table flags(int rows, int width) {
        double[][] columns = new double[width][rows];
        for (int row = 0; row < rows; row++) {
            double leaning = normal();
            for (int c = 0; c < width; c++) {
                columns[c][row] = normal() + leaning > .5 ? 1 : 0;
            }
        }
        return table(columns, c -> true);
    }

    /** A place that decides four other columns, and a plan that decides two. */
    Table places(int rows) {
        double[][] columns = new double[10][rows];
        for (int row = 0; row < rows; row++) {
            int place = below(rows / 5);
            int plan = below(6);
            columns[0][row] = place;
            columns[1][row] = Math.floorDiv(place, 4);
            columns[2][row] = StrictMath.sin(7.3 * place);
            columns[3][row] = StrictMath.cos(3.1 * place);
            columns[4][row] = plan;
            columns[5][row] = 5.5 * plan;
            columns[6][row] = below(2);
            columns[7][row] = 18 + below(60);
            columns[8][row] = below(72);
            columns[9][row] = Math.rint(100 * (plan + Math.abs(normal()))) / 100;
        }
        return table(columns, c -> c <= 1 || c == 4);
    }

    private static Table table(double[][] columns, IntPredicate word) {
        return new Table(
                List.of(columns),
                IntStream.range(0, columns.length).mapToObj(word::test).toList());
    }

    /**
     * The table followed by copies of its rows.
     *
     * @param share of the rows that are copied
     * @param jitter added to the copy's numbers, in standard deviations
     * @param changed columns of the copy that take any other row's value
     */
    Table withCopies(Table table, double share, double jitter, int changed) {
        int[] copied = IntStream.range(0, table.rows())
                .filter(row -> uniform() < share)
                .toArray();
        double[][] columns = new double[table.columns().size()][];
        for (int c = 0; c < columns.length; c++) {
            double[] values = table.columns().get(c);
            columns[c] = Arrays.copyOf(values, values.length + copied.length);
            boolean jitters =
                    !table.words().get(c) && Arrays.stream(values).distinct().count() > 20;
            double deviation = deviation(values);
            for (int i = 0; i < copied.length; i++) {
                double moved = jitters ? jitter * deviation * normal() : 0;
                columns[c][values.length + i] = values[copied[i]] + moved;
            }
        }
        for (int i = 0; i < copied.length; i++) {
            for (int change = 0; change < changed; change++) {
                double[] values = columns[below(columns.length)];
                values[table.rows() + i] = values[below(table.rows())];
            }
        }
        return new Table(List.of(columns), table.words());
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** Numbers up to the bound in any order. */
    int[] order(int bound) {
        int[] order = IntStream.range(0, bound).toArray();
        new Lots(random.nextLong()).shuffle(order);
        return order;
    }
}
