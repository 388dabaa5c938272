package io.holdfast.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrueRiskTest {
    private static final int CUSTOMERS = 4000;
    private static final int MONTH = 6;

    @TempDir
    private Path folder;

    /** One world twice: in the second, every other unit is cared for as the sixth month begins, but for who is held out. */
    @Test
    void careHalvesLeavingAndLeavesTheUntreatedRiskAsItIs() throws IOException {
        LivedWorld alone =
                LivedWorld.begin(DriftSettings.of(CUSTOMERS, 3), Files.createDirectory(folder.resolve("alone")));
        for (int month = 0; month < MONTH; month++) {
            alone.live();
        }
        LivedWorld cared = alone.fork(Files.createDirectory(folder.resolve("cared")));
        List<Integer> list =
                alone.atRisk().stream().filter(unit -> unit % 2 == 0).toList();
        cared.live(list);
        alone.live();
        for (int month = 1; month < DriftSettings.HORIZON_MONTHS; month++) {
            cared.live();
            alone.live();
        }

        List<Integer> treated =
                list.stream().filter(unit -> !cared.heldOut(unit)).toList();
        List<Integer> held = list.stream().filter(cared::heldOut).toList();
        double risk = risk(alone, treated);
        double spread = 4 * Math.sqrt(risk);
        assertThat((double) left(alone, treated)).isCloseTo(risk, within(spread));
        assertThat(risk(cared, treated)).isCloseTo(risk, within(0.05 * risk));
        // Natural ends and what care of three months leaves of 90 days make it a little more than half.
        assertThat((double) left(cared, treated)).isCloseTo(0.5 * risk, within(spread));
        assertThat(left(cared, held)).isEqualTo(left(alone, held));
        assertThat((double) held.size()).isCloseTo(0.15 * list.size(), within(0.04 * list.size()));
        alone.close();
        cared.close();
    }

    private static double risk(LivedWorld world, List<Integer> units) {
        return units.stream()
                .mapToDouble(unit -> world.truth().untreated(unit, MONTH))
                .sum();
    }

    private static int left(LivedWorld world, List<Integer> units) {
        return IntStream.range(0, units.size())
                .map(i -> world.truth().left(units.get(i), MONTH) ? 1 : 0)
                .sum();
    }
}
