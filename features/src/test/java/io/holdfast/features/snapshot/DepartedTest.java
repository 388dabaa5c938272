package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import io.holdfast.scoring.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who had left by a date stands in the table of features with the day, and nothing else. */
class DepartedTest {
    private static final String AS_OF = "2024-03-01";

    @TempDir
    private Path folder;

    private HistoryFolder history(String churn, String... events) {
        return LinesHistory.of(folder, churn, "{from: 2024-03-01, to: 2024-03-01}", events);
    }

    /** Unit and day of leaving of each row, joined by a blank. */
    private static List<String> days(List<String> lines) {
        int column = List.of(lines.get(0).split(",", -1)).indexOf("left_on");
        List<String> days = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            days.add((cells[1] + " " + cells[column]).trim());
        }
        return days;
    }

    @Test
    void isWhoseContractEndedUnlessTheyCameBackOrOnlyAPartOfItDid() {
        HistoryFolder history = history(
                "{kind: contractual, horizonDays: 30}",
                "1 join 2024-01-01",
                "2 join 2024-01-01",
                "2 leave 2024-02-15T13:00 cancelled",
                "3 join 2024-01-01",
                "3 leave 2024-01-15 died",
                "4 join 2024-01-01",
                "4 leave 2024-01-15 cancelled",
                "4 join 2024-02-01",
                "5 join 2024-01-01",
                "5 leave 2024-02-01 smaller",
                "6 join 2024-01-01",
                "6 leave 2024-02-20 cancelled 2024-03-01",
                "7 leave 2024-03-01 cancelled",
                "7 join 2024-01-01");

        assertThat(days(history.features(AS_OF)))
                .containsExactly("1", "2 2024-02-15", "3 2024-01-15", "4", "5", "6", "7");
        assertThat(history.said(AS_OF))
                .contains(
                        "2 more had left by then: the table has no features of them but the day, in left_on, and nobody scores them");
        assertThat(history.labels())
                .noneMatch(row -> row.startsWith("2024-03-01 2 ") || row.startsWith("2024-03-01 3 "));
    }

    @Test
    void isWhoHasNotBoughtForLongerThanTheyCanAndStillBeAtRisk() {
        HistoryFolder history = history(
                "{kind: non-contractual, horizonDays: 30, atRiskDays: 60}",
                "1 purchase 2024-01-01",
                "2 purchase 2023-12-31",
                "3 purchase 2023-06-01",
                "3 usage 2024-02-28",
                "4 usage 2024-02-28",
                "5 purchase 2023-06-01",
                "5 purchase 2024-02-28");

        assertThat(days(history.features(AS_OF))).containsExactly("1", "2 2024-02-29", "3 2023-07-31", "5");
    }

    @Test
    void whoObjectedToBeingProfiledStillDoes() throws IOException {
        HistoryFolder history = history(
                "{kind: contractual, horizonDays: 30}",
                "1 join 2024-01-01",
                "2 join 2024-01-01",
                "2 leave 2024-02-15 cancelled",
                "3 join 2024-01-01",
                "3 leave 2024-02-15 cancelled");
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace(
                                "category: category}}}",
                                "category: category}}, attributes: {path: attributes.csv, columns: {unit: line, customer: customer, attribute: what, value: value, validFrom: from}}}\nattributes: {no_profiling: {kind: flag, role: objection, positive: J}}"));
        history.with("attributes.csv", "line,customer,what,value,from", "2,c2,no_profiling,J,2024-01-05");

        List<String> lines = history.features(AS_OF);
        int objection = List.of(lines.get(0).split(",", -1)).indexOf("no_profiling");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[1] + line.split(",", -1)[objection]))
                .containsExactly("1", "2yes", "3");
        assertThat(days(lines)).containsExactly("1", "2 2024-02-15", "3 2024-02-15");
    }

    @Test
    void isNobodyWhereSilenceHasNoLimit() {
        HistoryFolder history = history(
                "{kind: non-contractual, horizonDays: 30, atRiskDays: 0}",
                "1 purchase 2024-01-01",
                "2 purchase 2020-12-31");

        assertThat(days(history.features(AS_OF))).containsExactly("1", "2");
    }

    @Test
    void isLeftOutForAModelThatKnowsNoSuchColumn() throws IOException {
        history(
                "{kind: contractual, horizonDays: 30}",
                "1 join 2024-01-01",
                "2 join 2024-01-01",
                "2 leave 2024-02-15 cancelled");
        Path file = folder.resolve("old.csv");
        List<String> said = new Snapshot(
                        CustomerHistory.read(folder.resolve("history.yaml")),
                        folder,
                        new DatabaseSettings(1, 256),
                        Progress.SILENT)
                .withoutDeparted()
                .features(LocalDate.parse(AS_OF), file);

        assertThat(days(Files.readAllLines(file))).containsExactly("1");
        assertThat(said).noneMatch(sentence -> sentence.contains("had left"));
    }

    @Test
    void hasNoFeatures() {
        HistoryFolder history = history(
                "{kind: contractual, horizonDays: 30}",
                "1 join 2024-01-01",
                "2 usage 2024-01-01",
                "2 leave 2024-02-15 cancelled");

        assertThat(history.row(AS_OF, "2"))
                .containsEntry("customer_id", "c2")
                .containsEntry("as_of", AS_OF)
                .containsEntry("usage_count_30d", "")
                .containsEntry("tenure_days", "")
                .containsEntry("feature_plan", history.row(AS_OF, "1").get("feature_plan"));
    }

    @Test
    void isNeverAtRiskAsWell() {
        RandomHistory random = new RandomHistory(61);
        HistoryFolder history = new HistoryFolder(folder)
                .with("history.yaml", RandomHistory.YAML)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, random.events(60)))
                .with("attributes.csv", RandomHistory.file(RandomHistory.ATTRIBUTES, random.attributes(80, 0, 730)))
                .with("ids.csv", RandomHistory.file(RandomHistory.IDS, random.merges(3, 300, 730)));
        List<String> units = new ArrayList<>();
        for (String day : days(history.features("2024-07-01"))) {
            units.add(day.split(" ", -1)[0]);
        }

        assertThat(days(history.features("2024-07-01"))).anyMatch(day -> day.contains(" 2023-"));
        assertThat(units).hasSameSizeAs(new TreeSet<>(units));
    }
}
