package io.holdfast.training.additive.purification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over random tables of one, two and three inputs whose sides are random mergers of bins. */
class PurificationTest {
    private static final int[] BINS = {5, 4, 6};
    private static final double EXACT = 1e-12;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<double[]> shares =
            Arrays.stream(BINS).mapToObj(this::shares).toList();
    private final List<InputTable> tables = List.of(
            table(axis(0, 3), axis(1, 4)), table(axis(0, 2), axis(2, 5)), table(axis(0, 3), axis(1, 2), axis(2, 4)));
    private final List<double[]> mains =
            Arrays.stream(BINS).mapToObj(this::values).toList();

    private double[] shares(int bins) {
        double[] shares = new double[bins];
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            shares[bin] = random.nextDouble();
            sum += shares[bin];
        }
        for (int bin = 0; bin < bins; bin++) {
            shares[bin] /= sum;
        }
        return shares;
    }

    private double[] values(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> random.nextDouble() - 0.4)
                .toArray();
    }

    private InputAxis axis(int input, int places) {
        return new InputAxis(
                input, IntStream.range(0, BINS[input]).map(bin -> bin % places).toArray());
    }

    private InputTable table(InputAxis... axes) {
        int cells = Arrays.stream(axes).mapToInt(InputAxis::size).reduce(1, (a, b) -> a * b);
        return new InputTable(List.of(axes), values(cells));
    }

    private Purification purified() {
        Purification purification = new Purification(shares);
        tables.forEach(purification::add);
        for (int input = 0; input < BINS.length; input++) {
            purification.addMain(input, mains.get(input));
        }
        purification.purify();
        return purification;
    }

    private static double value(InputTable table, int[] bins) {
        int cell = 0;
        for (InputAxis axis : table.axes()) {
            cell = cell * axis.size() + axis.place(bins[axis.input()]);
        }
        return table.values()[cell];
    }

    private static int[] bins(int number) {
        return new int[] {number % BINS[0], number / BINS[0] % BINS[1], number / (BINS[0] * BINS[1])};
    }

    @Test
    void noSumChanges() {
        Purification purification = purified();

        for (int number = 0; number < BINS[0] * BINS[1] * BINS[2]; number++) {
            int[] bins = bins(number);
            double before = 0;
            double after = purification.intercept();
            for (int input = 0; input < BINS.length; input++) {
                before += mains.get(input)[bins[input]];
                after += purification.main(input)[bins[input]];
            }
            before += tables.stream().mapToDouble(table -> value(table, bins)).sum();
            after += purification.tables().stream()
                    .mapToDouble(table -> value(table, bins))
                    .sum();
            assertThat(after).isCloseTo(before, within(EXACT));
        }
    }

    @Test
    void everyTableAveragesToZeroAlongEachOfItsSides() {
        Purification purification = purified();

        for (InputTable table : purification.tables()) {
            for (InputAxis along : table.axes()) {
                for (int number = 0; number < BINS[0] * BINS[1] * BINS[2]; number++) {
                    int[] bins = bins(number);
                    double mean = 0;
                    for (int bin = 0; bin < BINS[along.input()]; bin++) {
                        bins[along.input()] = bin;
                        mean += shares.get(along.input())[bin] * value(table, bins);
                    }
                    assertThat(mean).isCloseTo(0, within(EXACT));
                }
            }
        }
        for (int input = 0; input < BINS.length; input++) {
            double mean = 0;
            for (int bin = 0; bin < BINS[input]; bin++) {
                mean += shares.get(input)[bin] * purification.main(input)[bin];
            }
            assertThat(mean).isCloseTo(0, within(EXACT));
        }
    }

    @Test
    void equalSidesShareOneTable() {
        InputTable pair = table(axis(0, 3), axis(1, 2));
        Purification purification = new Purification(shares);
        purification.add(pair);
        purification.add(pair);

        purification.purify();

        assertThat(purification.tables()).hasSize(1);
    }
}
