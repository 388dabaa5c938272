package io.holdfast.training.inspection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks around sampled rows. Beside each, a row that is no copy of anything is put in its place and looked around in the same way: it
 * takes every column from any of the sampled row's nearest neighbours, so it keeps what makes neighbours alike (few levels, zeros,
 * columns that go together) and loses what only copies share.
 */
final class Probing {
    /** A hundredth of the rows lie between. */
    private static final int NOTICEABLE = ComparedRows.UNIT / 100;

    private static final int MANY_ROWS = 50_000;
    private static final int VERY_MANY_ROWS = 300_000;

    private final ComparedRows rows;
    private final long seed;

    Probing(ComparedRows rows, long seed) {
        this.rows = rows;
        this.seed = seed;
    }

    /** How many rows are looked at: fewer of larger tables, since each is compared with all rows. */
    static int sampleSize(int rows) {
        if (rows > VERY_MANY_ROWS) {
            return 200;
        }
        return rows > MANY_ROWS ? 400 : 500;
    }

    List<Probe> probes() {
        int[] sample = new Lots(seed).sample(rows.size(), sampleSize(rows.size()));
        return IntStream.of(sample).parallel().mapToObj(this::probe).toList();
    }

    private Probe probe(int row) {
        Neighbourhood real = around(rows.row(row), row);
        Neighbourhood mixed = around(mix(real, row), row);
        int copies = real.beforeGap();
        return new Probe(
                row,
                real.rows()[0],
                copies,
                copies == 0 ? 0 : real.distances()[copies - 1],
                real.beforeColumnGap(),
                differing(row, real.rows()[0]),
                mixed.beforeGap() > 0,
                mixed.beforeColumnGap() > 0,
                real.chanceOfGap());
    }

    private Neighbourhood around(int[] query, int except) {
        Nearest nearest = new Nearest(rows.width(), except);
        rows.compare(query, nearest);
        return nearest.found();
    }

    private int[] mix(Neighbourhood near, int row) {
        Lots lots = new Lots(seed ^ (0x9E3779B97F4A7C15L * (row + 1)));
        int[] mixed = new int[rows.width()];
        for (int c = 0; c < mixed.length; c++) {
            mixed[c] = rows.column(c).codes()[near.rows()[lots.below(Neighbourhood.NEAR)]];
        }
        return mixed;
    }

    private int differing(int row, int other) {
        int count = 0;
        for (int c = 0; c < rows.width(); c++) {
            int difference = ComparedRows.difference(
                    rows.column(c).ordered(),
                    rows.column(c).codes()[row],
                    rows.column(c).codes()[other]);
            count += difference > NOTICEABLE ? 1 : 0;
        }
        return count;
    }
}
