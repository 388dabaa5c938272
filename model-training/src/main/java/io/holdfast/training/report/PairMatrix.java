package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
        double[] cells = table.values();
        for (int y = 0; y < values.length; y++) {
            for (int x = 0; x < values[y].length; x++) {
                int first = table.axes().get(0).cell(downFirst ? y : x);
                int second = table.axes().get(1).cell(downFirst ? x : y);
                values[y][x] += cells[first * table.axes().get(1).size() + second];
            }
        }
    }

    /** Mean absolute value over independent draws of both columns, log-odds. */
    double strength() {
        double strength = 0;
        for (int y = 0; y < values.length; y++) {
            for (int x = 0; x < values[y].length; x++) {
                strength += share(down, y) * share(across, x) * Math.abs(values[y][x]);
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
        List<List<Integer>> rows = groups(down, (one, other) -> apart(one, other, true));
        List<List<Integer>> columns = groups(across, (one, other) -> apart(one, other, false));
        List<List<Double>> cells = new ArrayList<>();
        for (List<Integer> row : rows) {
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

    private double mean(List<Integer> rows, List<Integer> columns) {
        double sum = 0;
        double weight = 0;
        for (int y : rows) {
            for (int x : columns) {
                double share = share(down, y) * share(across, x);
                sum += share * values[y][x];
                weight += share;
            }
        }
        return sum / weight;
    }

    /** The largest difference between two groups of bins, along the other column. */
    private double apart(List<Integer> one, List<Integer> other, boolean rows) {
        int along = rows ? across : down;
        double most = 0;
        for (int bin = 0; bin < coding(along).bins(); bin++) {
            if (share(along, bin) > 0) {
                List<Integer> here = List.of(bin);
                double difference = rows ? mean(one, here) - mean(other, here) : mean(here, one) - mean(here, other);
                most = Math.max(most, Math.abs(difference));
            }
        }
        return most;
    }

    /** Bins with rows; a number's neighbours joined, the least different first. */
    private List<List<Integer>> groups(int input, ToDoubleBiFunction<List<Integer>, List<Integer>> apart) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int bin = Coding.FIRST; bin < coding(input).bins(); bin++) {
            if (share(input, bin) > 0) {
                groups.add(List.of(bin));
            }
        }
        if (coding(input) instanceof NumberCoding) {
            join(groups, apart);
        } else if (groups.size() > MOST_LEVELS) {
            groups.sort(Comparator.comparingDouble((List<Integer> group) -> -share(input, group.get(0))));
            groups = new ArrayList<>(groups.subList(0, MOST_LEVELS));
        }
        for (int bin : new int[] {Coding.RARE, Coding.MISSING}) {
            if (share(input, bin) > 0) {
                groups.add(List.of(bin));
            }
        }
        return groups;
    }

    private void join(List<List<Integer>> groups, ToDoubleBiFunction<List<Integer>, List<Integer>> apart) {
        double alike = ALIKE
                * Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        List<Double> gaps = new ArrayList<>();
        for (int g = 0; g + 1 < groups.size(); g++) {
            gaps.add(apart.applyAsDouble(groups.get(g), groups.get(g + 1)));
        }
        while (!gaps.isEmpty()) {
            int least = gaps.indexOf(Collections.min(gaps));
            if (groups.size() <= MOST_NUMBERS && gaps.get(least) > alike) {
                return;
            }
            List<Integer> joined = new ArrayList<>(groups.get(least));
            joined.addAll(groups.remove(least + 1));
            groups.set(least, joined);
            gaps.remove(least);
            if (least > 0) {
                gaps.set(least - 1, apart.applyAsDouble(groups.get(least - 1), joined));
            }
            if (least < gaps.size()) {
                gaps.set(least, apart.applyAsDouble(joined, groups.get(least + 1)));
            }
        }
    }

    private Both name(int input, List<Integer> bins) {
        return bins.get(0) >= Coding.FIRST && coding(input) instanceof NumberCoding numbers
                ? Both.same(ColumnWords.range(numbers, bins.get(0), bins.get(bins.size() - 1)))
                : ColumnWords.bin(column(input), coding(input), bins.get(0));
    }

    private Column column(int input) {
        return source.bundle().description().features().get(input);
    }

    private Coding coding(int input) {
        return source.bundle().model().inputs().get(input).coding();
    }

    private double share(int input, int bin) {
        return (input == down ? sharesDown : sharesAcross)[bin];
    }

    private double[] shares(int input) {
        List<Long> counts = source.bundle().reference().columns().get(input).binCounts();
        return counts.stream()
                .mapToDouble(
                        count -> (double) count / source.bundle().reference().rows())
                .toArray();
    }
}
