package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made from the disk, a part of the units at a time, tables and what is said of them are the same as made at once. */
class PartsTest {
    private static final int END = 730;

    @TempDir
    private Path folder;

    private static DatabaseSettings parts(long events) {
        return new DatabaseSettings(2, 512, Map.of(), events);
    }

    @ParameterizedTest
    @ValueSource(longs = {41})
    void changeNothingOfARandomHistory(long seed) {
        HistoryFolder history = random(seed);
        List<String> features = history.features("2024-07-01");

        assertThat(features).hasSizeGreaterThan(10);
        assertThat(history.features("2024-07-01", parts(400))).isEqualTo(features);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {42, 43, 44})
    void changeNothingOfMoreRandomHistories(long seed) {
        HistoryFolder history = random(seed);
        List<String> features = history.features("2024-07-01");
        List<String> training = history.training();
        TrainingSnapshot snapshot = history.trainingSnapshot();

        for (long events : new long[] {1, 50, 300}) {
            assertThat(history.features("2024-07-01", parts(events))).isEqualTo(features);
        }
        TrainingSnapshot inParts = history.trainingSnapshot(parts(200));
        assertThat(inParts.said()).isEqualTo(snapshot.said());
        assertThat(inParts.departures()).isEqualTo(snapshot.departures());
        assertThat(history.lines()).isEqualTo(training);
    }

    /** With events that repeat, late merges, splits, and numbers that pass from one to the next. */
    private HistoryFolder random(long seed) {
        RandomHistory random = new RandomHistory(seed);
        List<String> events = random.events(700);
        events.addAll(events.subList(10, 40));
        List<String> ids = random.merges(3, 300, END);
        ids.add("c7,c4,new,2024-01-01T00:00,2024-01-01T00:00,home1");
        ids.add("c7,c5,new,2024-03-01T00:00,2024-03-02T00:00,home2");
        ids.add("c5,c11,merge,2024-05-01T00:00,2024-06-05T00:00,home2");
        ids.add("c11,c12,merge,2024-06-01T00:00,2024-06-02T00:00,");
        return new HistoryFolder(folder)
                .with("history.yaml", RandomHistory.YAML)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, events))
                .with("attributes.csv", RandomHistory.file(RandomHistory.ATTRIBUTES, random.attributes(80, 0, END)))
                .with("ids.csv", RandomHistory.file(RandomHistory.IDS, ids));
    }

    @Test
    void changeNothingOfContractsWithCareAndTwoSources() {
        HistoryFolder history = lines();
        List<String> training = history.training();
        TrainingSnapshot snapshot = history.trainingSnapshot();

        TrainingSnapshot inParts = history.trainingSnapshot(parts(150));

        assertThat(training).hasSizeGreaterThan(20);
        assertThat(inParts.said()).isEqualTo(snapshot.said());
        assertThat(snapshot.said()).anyMatch(said -> said.contains("15 of 215 lines repeat another"));
        assertThat(inParts.departures()).isNotEmpty().isEqualTo(snapshot.departures());
        assertThat(inParts.facts().keySet()).isEqualTo(snapshot.facts().keySet());
        snapshot.facts()
                .forEach((date, facts) -> training.stream()
                        .filter(line -> line.startsWith(date.toString()))
                        .map(line -> line.split(",", -1)[1])
                        .forEach(
                                unit -> assertThat(inParts.facts(date).of(unit)).isEqualTo(facts.of(unit))));
        assertThat(history.lines()).isEqualTo(training);
    }

    /** Lines of customers, with a log of care, value columns, and one source that is in memory before the other is too much. */
    private HistoryFolder lines() {
        SplittableRandom random = new SplittableRandom(45);
        List<String> first = new ArrayList<>(List.of("line,who,kind,at,category,paid"));
        List<String> second = new ArrayList<>(first);
        List<String> care = new ArrayList<>(List.of("line,who,at,arm,share"));
        for (int line = 0; line < 40; line++) {
            String who = line + ",c" + line / 2;
            first.add(who + ",join,2023-0" + (1 + random.nextInt(9)) + "-03,,");
            first.add(who + ",bill,2024-01-0" + (1 + random.nextInt(9)) + ",," + random.nextInt(5000) / 100.0);
            for (int month = 1; month < 6; month++) {
                second.add(who + ",usage,2024-0" + month + "-1" + random.nextInt(10) + ",,");
            }
            if (random.nextInt(3) == 0) {
                first.add(who + ",leave,2024-0" + (3 + random.nextInt(3)) + "-07,cancelled,");
            }
            if (random.nextInt(4) == 0) {
                care.add(who + ",2024-03-05," + (random.nextBoolean() ? "assigned," : "shadow,0.5"));
            }
        }
        second.addAll(second.subList(1, 16));
        String columns =
                "columns: {unit: line, customer: who, kind: kind, occurredAt: at, category: category, amount: paid}";
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: lines",
                        "unit: line",
                        "until: 2024-06-01",
                        "sources:",
                        "  events: [{path: first.csv, " + columns + "}, {path: second.csv, " + columns + "}]",
                        "  care: {path: care.csv, columns: {unit: line, customer: who, assignedAt: at, arm: arm, share: share}}",
                        "measures: {amount: {scale: 2, unit: EUR}}",
                        "kinds: {join: {}, usage: {}, bill: {measures: [amount]}, leave: {types: {cancelled: voluntary}}}",
                        "churn: {kind: contractual, horizonDays: 30, estimand: no-care}",
                        "value: {periodDays: 30}",
                        "snapshots: {every: month, from: 2024-03-01, to: 2024-05-01}")
                .with("first.csv", first)
                .with("second.csv", second)
                .with("care.csv", care);
    }
}
