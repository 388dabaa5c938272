package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known before the as-of date changes no feature, in random histories. */
class LeakageTest {
    private static final String AS_OF = "2024-07-01";
    private static final LocalDate DAY = LocalDate.parse(AS_OF);
    /** Days from the first of the histories to the as-of date, and to their end. */
    private static final int BEFORE = 547;

    private static final int END = 730;

    @TempDir
    private Path folder;

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6})
    void whatIsNotKnownYetChangesNothingInMoreHistories(long seed) {
        whatIsNotKnownYetChangesNothing(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsNotKnownYetChangesNothing(long seed) {
        RandomHistory random = new RandomHistory(seed);
        List<String> events = random.events(700);
        List<String> attributes = random.attributes(80, 0, END);
        List<String> ids = random.merges(3, 300, END);
        List<String> features = write(events, attributes, ids).features(AS_OF);
        assertThat(features).hasSizeGreaterThan(10);

        List<String> known = events.stream().filter(LeakageTest::isKnown).toList();
        assertThat(known).hasSizeLessThan(events.size());
        assertThat(write(known, attributes, ids).features(AS_OF)).as("deleted").isEqualTo(features);

        List<String> more = new ArrayList<>(known);
        more.addAll(random.unseen(300, DAY));
        assertThat(write(more, attributes, ids).features(AS_OF))
                .as("changed and added")
                .isEqualTo(features);

        List<String> moreAttributes = new ArrayList<>(attributes);
        moreAttributes.addAll(random.attributes(50, BEFORE, END));
        List<String> moreIds = new ArrayList<>(ids);
        moreIds.add("c5,c6,merge,2024-07-01T00:00,2024-07-01T00:00,home9");
        moreIds.add("c7,c8,split,2024-06-01T00:00,2024-07-01T00:00,home9");
        moreIds.add("c9,c10,new,2024-06-01T00:00,2024-07-02T00:00,home9");
        assertThat(write(events, moreAttributes, moreIds).features(AS_OF))
                .as("attributes and ids added")
                .isEqualTo(features);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {12, 13})
    void whatIsKnownDoesChangeSomethingInMoreHistories(long seed) {
        whatIsKnownDoesChangeSomething(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void whatIsKnownDoesChangeSomething(long seed) {
        RandomHistory random = new RandomHistory(seed);
        List<String> events = random.events(400);
        List<String> features = write(events, List.of(), List.of()).features(AS_OF);
        List<String> more = new ArrayList<>(events);
        more.add("x,c4,purchase,2024-06-30T23:59,2024-06-30T23:59,1.00,,p1,2.00");

        assertThat(write(more, List.of(), List.of()).features(AS_OF)).isNotEqualTo(features);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {22, 23, 24})
    void theOrderOfLinesAndTheNumberOfThreadsChangeNothingInMoreHistories(long seed) {
        theOrderOfLinesAndTheNumberOfThreadsChangeNothing(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {21})
    void theOrderOfLinesAndTheNumberOfThreadsChangeNothing(long seed) {
        RandomHistory random = new RandomHistory(seed);
        List<String> events = random.events(700);
        // Of two events at the same instant, neither is first in the file by right.
        events.add("y1,c1,satisfaction,2024-05-05T10:00,2024-05-05T10:00,,1,p1,");
        events.add("y2,c1,satisfaction,2024-05-05T10:00,2024-05-05T10:00,,5,p1,");
        List<String> attributes = random.attributes(80, 0, END);
        List<String> ids = random.merges(3, 300, END);
        List<String> features = write(events, attributes, ids).features(AS_OF);

        HistoryFolder shuffled = write(random.shuffled(events), random.shuffled(attributes), random.shuffled(ids));
        assertThat(shuffled.features(AS_OF, new DatabaseSettings(1, 256))).isEqualTo(features);
        assertThat(shuffled.features(AS_OF, new DatabaseSettings(4, 512))).isEqualTo(features);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {32, 33})
    void aRowToLearnFromIsTheRowToScoreInMoreHistories(long seed) {
        aRowToLearnFromIsTheRowToScore(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {31})
    void aRowToLearnFromIsTheRowToScore(long seed) {
        RandomHistory random = new RandomHistory(seed);
        HistoryFolder history = write(random.events(700), random.attributes(80, 0, END), random.merges(3, 300, END));
        List<String> training = history.training();
        int label = List.of(training.get(0).split(",", -1)).indexOf("left");
        List<String> learned = training.stream()
                .filter(line -> line.startsWith("as_of") || line.startsWith(AS_OF))
                .map(line -> without(line, label))
                .toList();

        assertThat(learned).hasSizeGreaterThan(5);
        // The last columns are the day of leaving and the name of the plan, which rows to learn from do not have.
        assertThat(history.features(AS_OF))
                .map(line -> line.substring(0, line.lastIndexOf(',', line.lastIndexOf(',') - 1)))
                .containsAll(learned);
    }

    private HistoryFolder write(List<String> events, List<String> attributes, List<String> ids) {
        return new HistoryFolder(folder)
                .with("history.yaml", RandomHistory.YAML)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, events))
                .with("attributes.csv", RandomHistory.file(RandomHistory.ATTRIBUTES, attributes))
                .with("ids.csv", RandomHistory.file(RandomHistory.IDS, ids));
    }

    private static boolean isKnown(String event) {
        String[] cells = event.split(",", -1);
        return LocalDateTime.parse(cells[3]).isBefore(DAY.atStartOfDay())
                && LocalDateTime.parse(cells[4]).isBefore(DAY.atStartOfDay());
    }

    private static String without(String line, int column) {
        List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
        cells.remove(column);
        return String.join(",", cells);
    }
}
