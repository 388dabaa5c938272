package io.holdfast.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryFolderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(World.class)
    void anEqualRequestGivesEqualBytes(World world) {
        HistoryFolder.write(request(world, false), folder.resolve("a"), false, Progress.SILENT);
        HistoryFolder.write(request(world, false), folder.resolve("b"), false, Progress.SILENT);

        assertThat(bytes("a")).isEqualTo(bytes("b")).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void theDescriptionNamesEveryColumnKindAndAttribute(World world) throws IOException {
        HistoryFolder.write(request(world, true), folder.resolve("h"), false, Progress.SILENT);
        String yaml = Files.readString(folder.resolve("h/history.yaml"));

        assertThat(columns("events.csv")).allSatisfy(column -> assertThat(yaml).contains(": " + column));
        assertThat(columns("attributes.csv"))
                .allSatisfy(column -> assertThat(yaml).contains(": " + column));
        assertThat(columns("ids.csv")).allSatisfy(column -> assertThat(yaml).contains(": " + column));
        assertThat(values("events.csv", "kind"))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(yaml).contains("\n  " + kind + ": {"));
        assertThat(values("attributes.csv", "attribute"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(yaml).contains("\n  " + name + ": {"));
        if (world.contractual()) {
            assertThat(rows("events.csv").stream()
                            .filter(row -> "leave".equals(row.get("kind")))
                            .map(row -> row.get("category")))
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(yaml).contains(type + ": "));
        } else {
            assertThat(values("events.csv", "kind")).doesNotContain("leave", "bill", "usage");
        }
    }

    @Test
    void cleanFilesHaveNeitherDuplicatesNorStrayIds() throws IOException {
        HistorySummary summary =
                HistoryFolder.write(request(World.TELECOM, true), folder.resolve("h"), false, Progress.SILENT);

        assertThat(summary.dirt()).isEqualTo(new Dirt.Count(0, 0, 0, 0));
        List<Map<String, String>> events = rows("events.csv");
        assertThat(events).hasSize((int) summary.events()).doesNotHaveDuplicates();
        assertThat(events.stream().map(row -> row.get("event_id"))).doesNotHaveDuplicates();
        assertThat(events).allSatisfy(row -> {
            assertThat(row.get("customer")).matches("[CD][0-9]{7}");
            assertThat(row.get("occurred_at")).isLessThanOrEqualTo(row.get("arrived_at"));
        });
    }

    @Test
    void dirtIsCountedToTheLine() throws IOException {
        HistorySummary summary =
                HistoryFolder.write(request(World.TELECOM, false), folder.resolve("h"), false, Progress.SILENT);
        List<Map<String, String>> events = rows("events.csv");
        Set<Map<String, String>> distinct = new HashSet<>(events);

        assertThat(summary.dirt().twice()).isPositive().isEqualTo(events.size() - distinct.size());
        assertThat(summary.dirt().withoutCustomer())
                .isPositive()
                .isEqualTo(events.stream()
                        .filter(row -> cell(row, "customer").isEmpty())
                        .count());
        assertThat(summary.dirt().misspelt())
                .isPositive()
                .isEqualTo(events.stream()
                        .filter(row -> cell(row, "customer").matches("[cd].*"))
                        .count());
        assertThat(summary.dirt().future())
                .isEqualTo(events.stream()
                        .filter(row -> cell(row, "occurred_at").compareTo(row.get("arrived_at")) > 0)
                        .count());
    }

    @Test
    void everyCustomerIdLeadsThroughTheIdMapToACustomer() throws IOException {
        HistoryFolder.write(request(World.RETAIL, true), folder.resolve("h"), false, Progress.SILENT);
        Map<String, String> customers = new TreeMap<>();
        rows("ids.csv").forEach(row -> customers.put(row.get("id"), row.get("customer")));

        assertThat(values("events.csv", "customer"))
                .allSatisfy(id -> assertThat(customers).containsKey(id));
        assertThat(customers.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(entry.getValue()))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("D"));
        assertThat(customers.values()).allMatch(id -> id.startsWith("C") || customers.containsKey(id));
    }

    @Test
    void theTruthAgreesWithItself() throws IOException {
        HistorySummary summary =
                HistoryFolder.write(request(World.TELECOM, true), folder.resolve("h"), false, Progress.SILENT);

        List<Map<String, String>> hazards = rows("truth/hazards.csv");
        assertThat(hazards).hasSize((int) summary.unitMonths());
        assertThat(rows("truth/leaves.csv")).hasSize((int)
                summary.leaves().values().stream().mapToLong(Long::longValue).sum());
        assertThat(hazards.stream().filter(row -> !cell(row, "hazard").equals(row.get("hazard_untreated"))))
                .isNotEmpty();
        assertThat(rows("truth/units.csv")).hasSize(summary.units());
        assertThat(rows("truth/care.csv").stream()
                        .map(row -> row.get("probability"))
                        .distinct())
                .containsExactly("0.01");
        assertThat(rows("truth/effects.csv").stream()
                        .map(row -> row.get("newsletter"))
                        .distinct())
                .containsExactly("0");
        assertThat(rows("events.csv").stream().filter(row -> cell(row, "kind").equals("care")))
                .hasSameSizeAs(rows("truth/care.csv"));
    }

    @Test
    void onlyASimulatedHistoryIsReplaced() throws IOException {
        Path target = folder.resolve("h");
        HistoryFolder.write(request(World.FOOD, true), target, false, Progress.SILENT);

        assertThatThrownBy(() -> HistoryFolder.write(request(World.FOOD, true), target, false, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessage(target + " exists already; give another place or --overwrite to replace it");
        HistoryFolder.write(request(World.RETAIL, true), target, true, Progress.SILENT);
        assertThat(Files.readString(target.resolve("history.yaml"))).contains("name: simulated-retail");
        Files.writeString(target.resolve("truth/thesis.txt"), "years of work");
        assertThatThrownBy(() -> HistoryFolder.write(request(World.FOOD, true), target, true, Progress.SILENT))
                .hasMessageContaining("holds truth/thesis.txt, which no simulation wrote; it is left as it is");
        assertThat(folder).isDirectoryContaining(path -> path.equals(target));
    }

    @Test
    void whenItStopsHalfWayNothingIsThere() throws IOException {
        Path target = folder.resolve("h");
        Progress failing = (what, done, total) -> {
            if (done == 2) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };

        assertThatThrownBy(() -> HistoryFolder.write(request(World.FOOD, true), target, false, failing))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot write " + target + ": ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> HistoryFolder.write(
                        request(World.FOOD, true), folder.resolve("no/such"), false, Progress.SILENT))
                .hasMessageContaining("there is no directory");
    }

    @Test
    void requestsKeepTheirRanges() {
        SimulationSettings settings = SimulationSettings.of(World.FOOD, 10, 1);

        assertThatThrownBy(() -> new HistoryRequest(settings, 0, 0, true)).hasMessageContaining("1 to 240");
        assertThatThrownBy(() -> new HistoryRequest(settings, 1, Double.NaN, true))
                .hasMessageContaining("0 to 1");
    }

    private static HistoryRequest request(World world, boolean clean) {
        return new HistoryRequest(SimulationSettings.of(world, 300, 9).withMonthlyLeaving(0.05), 6, 0.09, clean);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private List<String> columns(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("h").resolve(file))) {
            return List.of(lines.findFirst().orElseThrow().split(",", -1));
        }
    }

    private Set<String> values(String file, String column) throws IOException {
        return rows(file).stream()
                .map(row -> row.getOrDefault(column, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** No cell of these files needs quotes. */
    private List<Map<String, String>> rows(String file) throws IOException {
        List<String> columns = columns(file);
        try (Stream<String> lines = Files.lines(folder.resolve("h").resolve(file))) {
            return lines.skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        assertThat(cells).hasSameSizeAs(columns);
                        Map<String, String> row = new TreeMap<>();
                        for (int at = 0; at < cells.length; at++) {
                            row.put(columns.get(at), cells[at]);
                        }
                        return row;
                    })
                    .toList();
        }
    }

    private Map<String, String> bytes(String name) {
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
