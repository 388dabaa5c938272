package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * What two columns do together beyond what each does alone: all tables over the pair added up by bin, then bins that say nearly the same
 * taken together, at their mean, so that a picture of them can be read.
 */
final class PairMatrix {
    private static final int MOST_NUMBERS = 14;
    private static final int MOST_LEVELS = 20;

    /** Bins that differ by less than this share of the largest value say the same. */
    private static final double ALIKE = 0.02;

    private final ReportSource source;
    private final int across;
    private final int down;
    private final double[][] values;
    private final double[] sharesAcross;
    private final double[] sharesDown;

    /** @param across position of the input along x */
    PairMatrix(ReportSource source, int across, int down) {
        this.source = source;
        this.across = across;
        this.down = down;
        this.values = new double[coding(down).bins()][coding(across).bins()];
        this.sharesAcross = shares(across);
        this.sharesDown = shares(down);
    }

    /** Adds a table over these two. */
    void add(TableTerm table) {
        boolean downFirst = table.axes().get(0).input() == down;
        TableAxis first = table.axes().get(0);
        TableAxis second = table.axes().get(1);
        double[] cells = table.values();
        for (int y = 0; y < values.length; y++) {
            for (int x = 0; x < values[y].length; x++) {
                int row = first.cell(downFirst ? y : x);
                int column = second.cell(downFirst ? x : y);
                values[y][x] += cells[row * second.size() + column];
            }
        }
    }

    /** Mean absolute value over independent draws of both columns, log-odds. */
    double strength() {
        double strength = 0;
        for (int y = 0; y < values.length; y++) {
            for (int x = 0; x < values[y].length; x++) {
                strength += sharesDown[y] * sharesAcross[x] * Math.abs(values[y][x]);
            }
        }
        return strength;
    }

    Both title() {
        return ColumnWords.name(column(down))
                .and(new Both(" (down) × ", "（纵）× "))
                .and(ColumnWords.name(column(across)))
                .and(new Both(" (across)", "（横）"));
    }

    Chart chart() {
        List<int[]> rows = groups(down, (one, other) -> apart(one, other, true));
        List<int[]> columns = groups(across, (one, other) -> apart(one, other, false));
        List<List<Double>> cells = new ArrayList<>();
        for (int[] row : rows) {
            cells.add(columns.stream()
                    .map(column -> Digits.drawn(mean(row, column)))
                    .toList());
        }
        return new Chart.Pair(
                ColumnWords.name(column(across)),
                ColumnWords.name(column(down)),
                columns.stream().map(group -> name(across, group)).toList(),
                rows.stream().map(group -> name(down, group)).toList(),
                cells);
    }

    private double mean(int[] rows, int[] columns) {
        double sum = 0;
        double weight = 0;
        for (int y : rows) {
            for (int x : columns) {
                double share = sharesDown[y] * sharesAcross[x];
                sum += share * values[y][x];
                weight += share;
            }
        }
        return sum / weight;
    }

    /** The largest difference between two groups of bins, along the other column. */
    private double apart(int[] one, int[] other, boolean rows) {
        double[] along = rows ? sharesAcross : sharesDown;
        double most = 0;
        for (int bin = 0; bin < along.length; bin++) {
            if (along[bin] > 0) {
                int[] here = {bin};
                double difference = rows ? mean(one, here) - mean(other, here) : mean(here, one) - mean(here, other);
                most = Math.max(most, Math.abs(difference));
            }
        }
        return most;
    }

    /** Bins with rows; a number's neighbours joined, the least different first. */
    private List<int[]> groups(int input, ToDoubleBiFunction<int[], int[]> apart) {
        double[] shares = input == down ? sharesDown : sharesAcross;
        List<int[]> groups = new ArrayList<>();
        for (int bin = Coding.FIRST; bin < shares.length; bin++) {
            if (shares[bin] > 0) {
                groups.add(new int[] {bin});
            }
        }
        if (coding(input) instanceof NumberCoding) {
            join(groups, apart);
        } else if (groups.size() > MOST_LEVELS) {
            groups.sort(Comparator.comparingDouble((int[] group) -> -shares[group[0]]));
            groups = new ArrayList<>(groups.subList(0, MOST_LEVELS));
        }
        for (int bin : new int[] {Coding.RARE, Coding.MISSING}) {
            if (shares[bin] > 0) {
                groups.add(new int[] {bin});
            }
        }
        return groups;
    }

    private void join(List<int[]> groups, ToDoubleBiFunction<int[], int[]> apart) {
        double alike = ALIKE
                * Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        double[] gaps = new double[Math.max(0, groups.size() - 1)];
        for (int g = 0; g < gaps.length; g++) {
            gaps[g] = apart.applyAsDouble(groups.get(g), groups.get(g + 1));
        }
        while (gaps.length > 0) {
            int least = least(gaps);
            if (groups.size() <= MOST_NUMBERS && gaps[least] > alike) {
                return;
            }
            int[] joined = together(groups.get(least), groups.remove(least + 1));
            groups.set(least, joined);
            gaps = without(least, gaps);
            if (least > 0) {
                gaps[least - 1] = apart.applyAsDouble(groups.get(least - 1), joined);
            }
            if (least < gaps.length) {
                gaps[least] = apart.applyAsDouble(joined, groups.get(least + 1));
            }
        }
    }

    private static int least(double[] gaps) {
        int least = 0;
        for (int g = 1; g < gaps.length; g++) {
            least = gaps[g] < gaps[least] ? g : least;
        }
        return least;
    }

    private static double[] without(int gap, double[] gaps) {
        double[] left = Arrays.copyOf(gaps, gaps.length - 1);
        System.arraycopy(gaps, gap + 1, left, gap, left.length - gap);
        return left;
    }

    private static int[] together(int[] one, int[] next) {
        int[] joined = Arrays.copyOf(one, one.length + next.length);
        System.arraycopy(next, 0, joined, one.length, next.length);
        return joined;
    }

    private Both name(int input, int[] bins) {
        return bins[0] >= Coding.FIRST && coding(input) instanceof NumberCoding numbers
                ? Both.same(ColumnWords.range(numbers, bins[0], bins[bins.length - 1]))
                : ColumnWords.bin(column(input), coding(input), bins[0]);
    }

    private Column column(int input) {
        return source.bundle().description().features().get(input);
    }

    private Coding coding(int input) {
        return source.bundle().model().inputs().get(input).coding();
    }

    private double[] shares(int input) {
        List<Long> counts = source.bundle().reference().columns().get(input).binCounts();
        return counts.stream()
                .mapToDouble(
                        count -> (double) count / source.bundle().reference().rows())
                .toArray();
    }
}
