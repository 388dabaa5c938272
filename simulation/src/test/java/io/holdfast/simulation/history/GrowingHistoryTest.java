package io.holdfast.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowingHistoryTest {
    private static final SimulationSettings SETTINGS = SimulationSettings.of(World.TELECOM, 200, 5);
    private static final int MONTHS = 4;
    private static final YearMonth END = SETTINGS.start().plusMonths(MONTHS);
    private static final List<String> FILES = List.of("events.csv", "attributes.csv", "ids.csv");

    @TempDir
    private Path folder;

    @Test
    void monthByMonthAndForkedItIsTheHistoryThatIsWrittenAtOnce() throws IOException {
        HistoryFolder.write(
                new HistoryRequest(SETTINGS, MONTHS, 0, true), folder.resolve("at-once"), false, Progress.SILENT);

        GrowingHistory history = GrowingHistory.begin(SETTINGS, END, Files.createDirectory(folder.resolve("begun")));
        Simulation simulation = Simulation.begin(SETTINGS, history);
        history.over(simulation.units());
        live(simulation, 2);
        GrowingHistory forked = history.fork(Files.createDirectory(folder.resolve("forked")));
        live(simulation.fork(forked), 2);
        live(simulation, 2);
        history.close();
        forked.close();

        for (String file : FILES) {
            String expected = Files.readString(folder.resolve("at-once").resolve(file));
            assertThat(folder.resolve("begun").resolve(file)).hasContent(expected);
            assertThat(folder.resolve("forked").resolve(file)).hasContent(expected);
        }
        assertThat(history.description()).isEqualTo(Files.readString(folder.resolve("at-once/history.yaml")));
    }

    @Test
    void aForkRecordsItsOwnCareAlone() throws IOException {
        GrowingHistory history = GrowingHistory.begin(SETTINGS, END, Files.createDirectory(folder.resolve("begun")));
        Simulation simulation = Simulation.begin(SETTINGS, history);
        history.over(simulation.units());
        live(simulation, 1);
        GrowingHistory forked = history.fork(Files.createDirectory(folder.resolve("forked")));
        int unit = simulation.atRisk().get(0).number();
        Simulation cared = simulation.fork(forked);
        cared.step(cared.next(), Treatments.of(Map.of(unit, CareAction.REPAIR)));
        live(simulation, 1);
        history.flush();
        forked.flush();

        String care = history.unit(unit) + "," + history.customer(unit) + ",care,";
        assertThat(Files.readString(folder.resolve("forked/events.csv"))).contains(care);
        assertThat(Files.readString(folder.resolve("begun/events.csv"))).doesNotContain(",care,");
        history.close();
        forked.close();
    }

    private static void live(Simulation simulation, int months) {
        for (int month = 0; month < months; month++) {
            simulation.step(simulation.next(), Treatments.none());
        }
    }
}
