package io.holdfast.simulation.history;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicDirectory;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.RandomCare;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.SimulationSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Writes a simulated history, the truth beside it: a folder that appears whole or not at all, equal bytes for an equal request. */
public final class HistoryFolder {
    static final long RECORDS = 2;

    private static final int BUFFER = 1 << 16;

    private HistoryFolder() {}

    /**
     * Simulates and writes.
     *
     * @param target must not exist yet, unless it may be replaced
     * @param replace whether a history that stands there may be replaced; anything else is left as it is
     * @throws InputException if the target cannot be written
     */
    public static HistorySummary write(HistoryRequest request, Path target, boolean replace, Progress progress) {
        ReplaceableHistory.require(target, replace);
        try (AtomicDirectory folder = AtomicDirectory.create(target, replace)) {
            HistorySummary summary = write(request, folder.path(), progress);
            folder.commit();
            return summary;
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(
                    "write_failed", "cannot write " + target + ": the file system refused to take more", e);
        }
    }

    private static HistorySummary write(HistoryRequest request, Path folder, Progress progress) throws IOException {
        SimulationSettings settings = request.settings();
        Files.writeString(folder.resolve("history.yaml"), HistoryYaml.of(settings.world()), StandardCharsets.UTF_8);
        Draws root = Draws.of(settings.seed()).at(RECORDS);
        Stamp stamp = new Stamp();
        long start = Season.of(settings.start()).firstSecond();
        long end = Season.of(settings.start().plusMonths(request.months())).firstSecond();
        Dirt dirt = new Dirt(root.at(0), request.clean());
        RandomCare policy = new RandomCare(request.care(), settings.seed());
        progress.at("Simulating", 0, request.months());
        try (CsvWriter events = open(folder.resolve("events.csv"));
                CsvWriter attributes = open(folder.resolve("attributes.csv"));
                CsvWriter ids = open(folder.resolve("ids.csv"));
                TruthFiles files = TruthFiles.in(folder)) {
            Identities identities = new Identities(settings.world(), root.at(1), start, stamp);
            Recording recording =
                    new Recording(settings.world(), events, attributes, ids, identities, dirt, stamp, end);
            recording.headers();
            Truth truth = new Truth(settings.world(), files, recording::unit, stamp, policy.perAction());
            Simulation simulation = Simulation.begin(settings, recording);
            recording.over(simulation.units());
            truth.units(simulation.units());
            truth.actions();
            return run(request, simulation, policy, truth, recording, dirt, progress);
        }
    }

    private static HistorySummary run(
            HistoryRequest request,
            Simulation simulation,
            RandomCare policy,
            Truth truth,
            Recording recording,
            Dirt dirt,
            Progress progress) {
        Map<Cause, Long> leaves = new EnumMap<>(Cause.class);
        Cause.all().forEach(cause -> leaves.put(cause, 0L));
        long unitMonths = 0;
        for (int month = 0; month < request.months(); month++) {
            MonthResult result = simulation.step(simulation.next(), policy.decide(simulation));
            truth.month(result, month, simulation.units());
            unitMonths += result.units().size();
            for (Leave leave : result.leaves()) {
                leaves.merge(leave.cause(), 1L, Long::sum);
            }
            progress.at("Simulating", month + 1L, request.months());
        }
        return new HistorySummary(simulation.units().size(), unitMonths, recording.lines(), leaves, dirt.count());
    }

    static CsvWriter open(Path file) throws IOException {
        return CsvWriter.to(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), CsvStyle.raw());
    }
}
