package io.holdfast.benchmarks.drift;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.progress.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows an arm learns from. Each date's are made once, by the product, as soon as their outcome is known: nothing that happens later changes them. For one
 * thread.
 */
final class LearningTable {
    static final String TABLE = Snapshot.TABLE;
    static final String DESCRIPTION = "dataset.yaml";

    private static final int MEGABYTES = 1500;
    /** Date, line, customer and household. */
    private static final int IDS = 4;
    /** Behind the label. */
    private static final int WEIGHT = IDS + 1;
    /** Three months of a history go before the first date. */
    private static final int FIRST = 3;

    private final DriftSettings settings;
    private final Arm arm;
    private final Path folder;
    private final SortedMap<Integer, List<String>> byMonth;
    private String header = "";
    private int next;

    /** @param folder for files in between, that exists */
    LearningTable(DriftSettings settings, Arm arm, Path folder) {
        this(settings, arm, folder, new TreeMap<>(), FIRST);
    }

    private LearningTable(
            DriftSettings settings, Arm arm, Path folder, SortedMap<Integer, List<String>> byMonth, int next) {
        this.settings = settings;
        this.arm = arm;
        this.folder = folder;
        this.byMonth = byMonth;
        this.next = next;
    }

    /** What was learned before care began, to go on with another way of learning; every row counts once. */
    LearningTable fork(Arm other, Path itsFolder) {
        SortedMap<Integer, List<String>> before = new TreeMap<>();
        byMonth.forEach((month, rows) -> before.put(
                month,
                other.knowsCare()
                        ? rows.stream().map(row -> inserted(row, WEIGHT, "1")).toList()
                        : rows));
        return new LearningTable(settings, other, itsFolder, before, next);
    }

    /** Adds the dates whose outcomes have become known. */
    void learn(LivedWorld world) throws IOException {
        int last = next - 1;
        while (!DriftSettings.day(last + 1)
                .plusDays(DriftSettings.HORIZON_DAYS)
                .isAfter(DriftSettings.day(world.month()))) {
            last++;
        }
        if (last < next && !header.isEmpty()) {
            return;
        }
        // A fork has rows of before care, and no description of its own yet: its last date is made again.
        int from = Math.min(next, last);
        snapshot(world.description(from, last, arm.knowsCare())).training(folder, DESCRIPTION);
        List<String> made = Files.readAllLines(folder.resolve(TABLE));
        header = made.get(0);
        Map<String, Integer> months = new HashMap<>();
        for (int month = from; month <= last; month++) {
            months.put(DriftSettings.day(month).toString(), month);
            byMonth.put(month, new ArrayList<>());
        }
        for (String row : made.subList(1, made.size())) {
            int month = Objects.requireNonNull(months.get(row.substring(0, row.indexOf(','))));
            Objects.requireNonNull(byMonth.get(month))
                    .add(arm.knowsCare() && !arm.weighs() ? inserted(removed(row, WEIGHT), WEIGHT, "1") : row);
        }
        next = last + 1;
    }

    /** Writes what is learned from, and below it the rows of today, whose outcome nobody knows: it stands there as 0, and no learner may look. */
    Path withToday(LivedWorld world) throws IOException {
        Path yaml = world.description(next, next, arm.knowsCare());
        Path today = folder.resolve("today.csv");
        Files.deleteIfExists(today);
        snapshot(yaml).features(DriftSettings.day(world.month()), today);
        List<String> made = Files.readAllLines(today);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(TABLE))) {
            line(out, header);
            for (List<String> rows : learned().values()) {
                for (String row : rows) {
                    line(out, row);
                }
            }
            for (String row : made.subList(1, made.size())) {
                String features = withoutTail(row);
                if (!features.isEmpty()) {
                    line(out, inserted(features, IDS, arm.knowsCare() ? "0,1" : "0"));
                }
            }
        }
        return folder.resolve(DESCRIPTION);
    }

    /** The last date whose outcome is known, and every so many months before, within the window. */
    private SortedMap<Integer, List<String>> learned() {
        SortedMap<Integer, List<String>> learned = new TreeMap<>(byMonth);
        learned.keySet()
                .removeIf(month -> (next - 1 - month) % settings.every() != 0 || next - 1 - month >= settings.window());
        return learned;
    }

    /** How many rows are learned from. */
    int rows() {
        return learned().values().stream().mapToInt(List::size).sum();
    }

    /** Of the lines that stand for others, how many left after one of these dates: on so few it rests how high the risk is where care goes. */
    int heldOutLeavers() {
        Set<String> leavers = new HashSet<>();
        if (arm.weighs()) {
            for (List<String> rows : learned().values()) {
                for (String row : rows) {
                    if (cell(row, IDS).equals("1") && !cell(row, WEIGHT).equals("1")) {
                        leavers.add(cell(row, 1));
                    }
                }
            }
        }
        return leavers.size();
    }

    private static String cell(String row, int cell) {
        return row.substring(begins(row, cell), begins(row, cell + 1) - 1);
    }

    private Snapshot snapshot(Path yaml) {
        return new Snapshot(
                CustomerHistory.read(yaml),
                yaml.toAbsolutePath().getParent(),
                new DatabaseSettings(settings.threads(), MEGABYTES),
                Progress.SILENT);
    }

    private static void line(BufferedWriter out, String row) throws IOException {
        out.write(row);
        out.write('\n');
    }

    /** Without the last two cells; empty where the first of them says that the unit has left. */
    private static String withoutTail(String row) {
        int plan = row.lastIndexOf(',');
        int left = row.lastIndexOf(',', plan - 1);
        return plan - left == 1 ? row.substring(0, left) : "";
    }

    private static String inserted(String row, int cell, String text) {
        int at = begins(row, cell);
        return row.substring(0, at) + text + ',' + row.substring(at);
    }

    private static String removed(String row, int cell) {
        return row.substring(0, begins(row, cell)) + row.substring(begins(row, cell + 1));
    }

    private static int begins(String row, int cell) {
        if (row.indexOf('"') >= 0) {
            throw new IllegalStateException("a cell in quotes: " + row);
        }
        int at = 0;
        for (int i = 0; i < cell; i++) {
            at = row.indexOf(',', at) + 1;
        }
        return at;
    }
}
