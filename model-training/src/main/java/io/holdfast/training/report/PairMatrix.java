package io.holdfast.training.report;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What two columns do together beyond what each does alone: all tables over the pair added up by bin, then bins that say the same taken
 * together.
 */
final class PairMatrix {
    /** More rows or columns cannot be read; of a category the commonest are kept. */
    private static final int MOST = 24;

    private final ReportSource source;
    private final int across;
    private final int down;
    private final double[][] values;

    /** @param across position of the input along x */
    PairMatrix(ReportSource source, int across, int down) {
        this.source = source;
        this.across = across;
        this.down = down;
        this.values = new double[coding(down).bins()][coding(across).bins()];
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
        return ColumnWords.name(column(down)).and(Both.same(" × ")).and(ColumnWords.name(column(across)));
    }

    Chart chart() {
        List<List<Integer>> rows = groups(down, this::sameRow);
        List<List<Integer>> columns = groups(across, this::sameColumn);
        List<List<Double>> cells = new ArrayList<>();
        for (List<Integer> row : rows) {
            cells.add(columns.stream()
                    .map(column -> Digits.drawn(values[row.get(0)][column.get(0)]))
                    .toList());
        }
        return new Chart.Pair(
                ColumnWords.name(column(across)),
                ColumnWords.name(column(down)),
                columns.stream().map(group -> name(across, group)).toList(),
                rows.stream().map(group -> name(down, group)).toList(),
                cells);
    }

    private interface Alike {
        boolean test(int one, int other);
    }

    private boolean sameRow(int one, int other) {
        for (int x = 0; x < values[one].length; x++) {
            if (share(across, x) > 0 && values[one][x] != values[other][x]) {
                return false;
            }
        }
        return true;
    }

    private boolean sameColumn(int one, int other) {
        for (int y = 0; y < values.length; y++) {
            if (share(down, y) > 0 && values[y][one] != values[y][other]) {
                return false;
            }
        }
        return true;
    }

    /** Bins with rows; neighbouring ones of a number, any of a category, taken together where they are alike. */
    private List<List<Integer>> groups(int input, Alike alike) {
        boolean number = coding(input) instanceof NumberCoding;
        List<List<Integer>> groups = new ArrayList<>();
        for (int bin = Coding.FIRST; bin < coding(input).bins(); bin++) {
            if (share(input, bin) > 0) {
                join(groups, bin, number, alike);
            }
        }
        if (!number && groups.size() > MOST) {
            groups.sort(Comparator.comparingDouble((List<Integer> group) ->
                    -group.stream().mapToDouble(bin -> share(input, bin)).sum()));
            groups = new ArrayList<>(groups.subList(0, MOST));
        }
        for (int bin : new int[] {Coding.RARE, Coding.MISSING}) {
            if (share(input, bin) > 0) {
                groups.add(List.of(bin));
            }
        }
        return groups;
    }

    private static void join(List<List<Integer>> groups, int bin, boolean number, Alike alike) {
        for (int g = number ? Math.max(0, groups.size() - 1) : 0; g < groups.size(); g++) {
            if (alike.test(groups.get(g).get(0), bin)) {
                groups.get(g).add(bin);
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(bin)));
    }

    private Both name(int input, List<Integer> bins) {
        int last = bins.get(bins.size() - 1);
        if (bins.get(0) >= Coding.FIRST && coding(input) instanceof NumberCoding numbers) {
            return Both.same(ColumnWords.range(numbers, bins.get(0), last));
        }
        Both first = ColumnWords.bin(column(input), coding(input), bins.get(0));
        String more = Integer.toString(bins.size() - 1);
        return bins.size() == 1 ? first : first.and(new Both(" + " + more, " 等 " + bins.size() + " 个"));
    }

    private Column column(int input) {
        return source.bundle().description().features().get(input);
    }

    private Coding coding(int input) {
        return source.bundle().model().inputs().get(input).coding();
    }

    private double share(int input, int bin) {
        return (double) source.bundle().reference().columns().get(input).binCounts().get(bin)
                / source.bundle().reference().rows();
    }
}
