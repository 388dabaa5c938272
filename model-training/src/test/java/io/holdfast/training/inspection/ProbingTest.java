package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbingTest {
    private final SimulatedTables simulated = new SimulatedTables(1);

    @Test
    void largerTablesAreSampledLess() {
        assertThat(Probing.sampleSize(5_000)).isEqualTo(500);
        assertThat(Probing.sampleSize(100_000)).isEqualTo(400);
        assertThat(Probing.sampleSize(1_000_000)).isEqualTo(200);
    }

    @Test
    void aSmallTableIsProbedRowByRow() {
        List<Probe> probes = probes(simulated.customers(300, 8), 1);

        assertThat(probes).hasSize(300).extracting(Probe::row).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsDoNotChangeWhatIsFound() {
        SimulatedTables.Table table = simulated.customers(1000, 8);

        assertThat(probes(table, 3)).isEqualTo(probes(table, 3));
        assertThat(probes(table, 4)).isNotEqualTo(probes(table, 3));
    }

    @Test
    void aCopyIsItsRowsNearest() {
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(300, 12), 1, .001, 0);

        List<Probe> probes = probes(twins, 1);

        assertThat(probes).hasSize(500);
        assertThat(probes.stream().filter(probe -> probe.offset() == 300)).hasSizeGreaterThan(475);
        assertThat(probes.stream().filter(probe -> probe.copies() == 1)).hasSizeGreaterThan(450);
        assertThat(probes.stream().filter(probe -> probe.differing() <= 2)).hasSizeGreaterThan(450);
    }

    @Test
    void mixedRowsHaveNoCopiesWhereRealOnesHave() {
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(500, 12), 1, .001, 0);

        List<Probe> probes = probes(twins, 1);

        long real = probes.stream().filter(Probe::hasCopy).count();
        long mixed = probes.stream().filter(Probe::chanceCopy).count();
        assertThat(real).isGreaterThan(480);
        assertThat(mixed).isLessThan(75);
    }

    private static List<Probe> probes(SimulatedTables.Table table, long seed) {
        ComparedRows rows =
                ComparedRows.of(table.checked().stream().map(CodedColumn::of).toList(), seed);
        return new Probing(rows, seed).probes();
    }
}
