package io.holdfast.simulation.history;

import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.SimulationSettings;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;

/**
 * The files of a history that is still being lived, for whoever steps a simulation and has its company learn in between: {@code events.csv},
 * {@code attributes.csv} and {@code ids.csv}, without dirt and without the truth. A fork of the simulation goes on in a folder of its own. For one thread.
 */
public final class GrowingHistory implements Recorder, Closeable {
    private static final List<String> FILES = List.of("events.csv", "attributes.csv", "ids.csv");
    private static final int BUFFER = 1 << 16;

    private final SimulationSettings settings;
    private final YearMonth end;
    private final Path folder;
    private final Draws records;
    private final Stamp stamp = new Stamp();
    private List<Unit> units = List.of();
    private List<CsvWriter> open;
    private Recording recording;

    private GrowingHistory(SimulationSettings settings, YearMonth end, Path folder) {
        this.settings = settings;
        this.end = end;
        this.folder = folder;
        this.records = Draws.of(settings.seed()).at(HistoryFolder.RECORDS);
        open = writers();
        recording = recording();
    }

    /**
     * Begins a history, to be handed to the simulation as its recorder.
     *
     * @param folder exists, and has none yet
     * @param end first month that is not lived any more: ids that turn out to be one customer's from then on are none of the history's
     */
    public static GrowingHistory begin(SimulationSettings settings, YearMonth end, Path folder) {
        GrowingHistory history = new GrowingHistory(settings, end, folder);
        history.recording.headers();
        return history;
    }

    /** The units that numbers refer to; to be told before the first step. */
    public void over(List<Unit> all) {
        units = List.copyOf(all);
        recording.over(units);
    }

    /** The description of such a history, as {@code holdfast simulate} writes it. */
    public String description() {
        return HistoryYaml.of(settings.world());
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** The id of a unit, in every file. */
    public String unit(int number) {
        return recording.unit(number);
    }

    /** The customer of a unit, in every file. */
    public String customer(int number) {
        return Names.customer(units.get(number).customer());
    }

    /** Sees to it that the files hold all that was recorded. */
    public void flush() {
        close();
        open = writers();
        recording = recording();
    }

    /**
     * The same until now, to be continued elsewhere: the recorder of a fork of the simulation.
     *
     * @param other a folder that exists, and has no history yet
     */
    public GrowingHistory fork(Path other) {
        flush();
        try {
            for (String file : FILES) {
                Files.copy(folder.resolve(file), other.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GrowingHistory fork = new GrowingHistory(settings, end, other);
        fork.over(units);
        return fork;
    }

    @Override
    public void event(Event event) {
        recording.event(event);
    }

    @Override
    public void attribute(AttributeChange change) {
        recording.attribute(change);
    }

    @Override
    public void close() {
        open.forEach(CsvWriter::close);
    }

    private List<CsvWriter> writers() {
        return FILES.stream().map(file -> append(folder.resolve(file))).toList();
    }

    private static CsvWriter append(Path file) {
        try {
            return CsvWriter.to(
                    new BufferedOutputStream(
                            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), BUFFER),
                    CsvStyle.raw());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recording recording() {
        long start = Season.of(settings.start()).firstSecond();
        Recording made = new Recording(
                settings.world(),
                open.get(0),
                open.get(1),
                open.get(2),
                new Identities(settings.world(), records.at(1), start, stamp),
                new Dirt(records.at(0), true),
                stamp,
                Season.of(end).firstSecond());
        made.over(units);
        return made;
    }
}
