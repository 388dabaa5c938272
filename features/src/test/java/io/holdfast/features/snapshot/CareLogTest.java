package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The risk without care is learned from who got none; who was held out instead of getting some stands for who got it. */
class CareLogTest {
    @TempDir
    private Path folder;

    private HistoryFolder history;

    @BeforeEach
    void write() {
        history = described(
                        "no-care",
                        "care: {path: care.csv, columns: {customer: who, assignedAt: at, arm: arm, share: share}}")
                .with(
                        "events.csv",
                        "who,kind,day",
                        "early,purchase,2024-02-20",
                        "treated,purchase,2024-02-20",
                        "treated,purchase,2024-03-20",
                        "late,purchase,2024-02-20",
                        "shadow,purchase,2024-02-20",
                        "shadow,purchase,2024-03-20",
                        "unlogged,purchase,2024-02-20",
                        "unlogged,care,2024-03-10",
                        "other,purchase,2024-02-20")
                .with("ids.csv", "id,who,change,from", "shadow2,shadow,new,2024-01-01")
                .with("care.csv", "who,at,arm,share");
    }

    private HistoryFolder described(String estimand, String care) {
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "until: 2024-06-01",
                        "sources:",
                        "  events: {path: events.csv, columns: {customer: who, kind: kind, occurredAt: day}}",
                        "  ids: {path: ids.csv, columns: {id: id, customer: who, change: change, validFrom: from}}",
                        "  " + care,
                        "kinds: {purchase: {}, care: {}}",
                        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 60, estimand: " + estimand + "}",
                        "snapshots: {from: 2024-03-01, to: 2024-03-01}");
    }

    /** Unit, label and weight of the rows to learn from. */
    private List<String> rows() {
        List<String> lines = history.training();
        List<String> header = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> cells.get(1) + " " + cells.get(header.indexOf("left")) + " "
                        + cells.get(header.indexOf("shadow_weight")))
                .toList();
    }

    @Test
    void assignedRowsAreLeftOutAndShadowsStandForThem() throws Exception {
        history.with(
                "care.csv",
                "who,at,arm,share",
                "early,2024-02-29,assigned,",
                "treated,2024-03-01,assigned,",
                "late,2024-03-31T00:00:00Z,assigned,",
                "shadow2,2024-03-10T08:00:00Z,shadow,0.25",
                "shadow,2024-03-20,shadow,0.5");

        assertThat(rows()).containsExactly("early 1 1", "late 1 1", "other 1 1", "shadow 0 4");
        TrainingSnapshot snapshot = history.trainingSnapshot();
        assertThat(snapshot.care()).contains(new CareRows(1, 1, 1, 0, 3));
        assertThat(snapshot.said())
                .contains(
                        "history: 1 row is left out, since it was assigned care before the outcome window ended, and the estimand is no-care",
                        "history: 1 row is left out, since it got care before the outcome window ended that the log of care does not know, or knows only as assigned more than careLastsDays before the date, so nobody held out stands for them",
                        "history: 1 row of units held out instead of getting care stands for those that got some, by the inverse of the probability of being held out: for about 3 rows, where 1 is left out as assigned",
                        "history: none of the units held out instead of getting care left, so nothing tells how high the risk without care is where care goes; a larger hold-out or a longer time does")
                .anyMatch(
                        said -> said.endsWith(
                                "care.csv: 5 decisions on care from 2024-02-29 to 2024-03-31; the events know 5 of the 5 units decided on. Care decided at other times counts as none"));
        assertThat(Files.readString(folder.resolve("dataset.yaml")))
                .contains("estimand: no-care\n", "  shadow_weight: {role: weight}\n");
        assertThat(new String(snapshot.care().orElseThrow().json(), StandardCharsets.UTF_8))
                .contains("\"assigned\": 1", "\"unlogged\": 1", "\"weighted\": 1", "\"weightedLeavers\": 0");
    }

    @Test
    void saysOnHowFewLeaversTheRiskWithoutCareRests() {
        history.with(
                "care.csv",
                "who,at,arm,share",
                "treated,2024-03-01,assigned,",
                "late,2024-03-05T00:00:00Z,assigned,",
                "early,2024-03-02,shadow,0.5",
                "shadow,2024-03-20,shadow,0.5");

        TrainingSnapshot snapshot = history.trainingSnapshot();

        assertThat(snapshot.care().orElseThrow().weightedLeavers()).isOne();
        assertThat(snapshot.said())
                .contains(
                        "history: 1 of the units held out instead of getting care left, so where care goes, the level of the risk without it is known to about 196 % of itself (95 %); a larger hold-out or a longer time brings that down");
    }

    @Test
    void careThatLastsCountsFromBeforeTheAsOfDateOn() throws IOException {
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replace("estimand: no-care", "estimand: no-care, careLastsDays: 10"));
        history.with(
                "care.csv",
                "who,at,arm,share",
                "early,2024-02-19,assigned,",
                "late,2024-02-20,assigned,",
                "other,2024-02-20,shadow,0.5",
                "treated,2024-02-19,shadow,0.5");

        assertThat(rows()).containsExactly("early 1 1", "other 1 2", "shadow 0 1", "treated 0 1");
    }

    @Test
    void whoWasHeldOutAndTreatedAllTheSameIsNotUntreated() {
        history.with(
                "care.csv",
                "who,at,arm,share",
                "shadow,2024-03-10,shadow,0.25",
                "shadow,2024-03-12,assigned,",
                "other,2024-03-10,shadow,0.5");

        assertThat(rows()).contains("other 1 2").noneMatch(row -> row.startsWith("shadow "));
    }

    /** Who is held out for good is so in every campaign, who is drawn anew only while the lot falls so: .2 for good, .375 of the others each time. */
    @Test
    void whoIsHeldOutAgainStandsForMore() {
        described(
                        "no-care",
                        "care: {path: care.csv, columns: {customer: who, assignedAt: at, arm: arm, share: share, campaign: campaign, campaignShare: anew}}")
                .with(
                        "care.csv",
                        "who,at,arm,share,campaign,anew",
                        "early,2024-03-02,shadow,0.5,spring,0.375",
                        "early,2024-03-20,shadow,0.5,summer,0.375",
                        "early,2024-03-21,shadow,0.5,summer,0.375",
                        "shadow,2024-03-02,shadow,0.5,spring,0.375",
                        "late,2024-03-02,shadow,0.2,spring,",
                        "late,2024-03-20,shadow,0.2,summer,0",
                        "other,2024-03-02,shadow,0.5,spring,0.5",
                        "other,2024-03-20,shadow,0.5,summer,0.5");

        // 1 / (.2 + .8 * .375^2), 1 / .5, 1 / .2, 1 / .5^2
        assertThat(rows()).contains("late 1 5", "shadow 0 2");
        assertThat(weight("early")).isCloseTo(3.2, within(1e-9));
        assertThat(weight("other")).isCloseTo(4, within(1e-9));
    }

    private double weight(String unit) {
        return rows().stream()
                .filter(row -> row.startsWith(unit + " "))
                .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                .sum();
    }

    /** Whoever tries to win back the lost does not make them unforeseen. */
    @Test
    void careAfterLeavingIsNoCareAgainstIt() throws IOException {
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace(
                                "kinds: {purchase: {}, care: {}}",
                                "kinds: {purchase: {}, care: {}, cancel: {kind: leave}}")
                        .replace(
                                "kind: non-contractual, horizonDays: 30, atRiskDays: 60",
                                "kind: contractual, horizonDays: 30"));
        history.with(
                "events.csv",
                "who,kind,day",
                "called,purchase,2024-02-20",
                "called,cancel,2024-03-10",
                "called,care,2024-03-20",
                "tried,purchase,2024-02-20",
                "tried,care,2024-03-09",
                "tried,cancel,2024-03-10",
                "won,purchase,2024-02-20",
                "won,cancel,2024-03-10",
                "lost,purchase,2024-02-20",
                "lost,cancel,2024-03-10",
                "held,purchase,2024-02-20");
        history.with(
                "care.csv",
                "who,at,arm,share",
                "won,2024-03-20,assigned,",
                "lost,2024-03-05,assigned,",
                "lost,2024-03-20,shadow,0.1",
                "held,2024-03-05,shadow,0.5");

        assertThat(rows()).containsExactly("called 1 1", "held 0 2", "won 1 1");
    }

    @Test
    void aLogOfOtherIdsThanTheEventsIsRefused() {
        history.with("care.csv", "who,at,arm,share", "A-1,2024-03-10,assigned,", "A-2,2024-03-10,shadow,0.1");

        assertThatThrownBy(history::training)
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "care.csv: none of the 2 units decided on ('A-1', 'A-2') is one of the events'; expected the ids that the events have");
    }

    /** Everybody left out is no table without anybody at risk. */
    @Test
    void aLogThatLeavesNobodySaysSo() {
        history.with("events.csv", "who,kind,day", "early,purchase,2024-02-20", "late,purchase,2024-02-20")
                .with("care.csv", "who,at,arm,share", "early,2024-03-10,assigned,", "late,2024-03-10,assigned,");

        assertThatThrownBy(history::training)
                .hasMessageStartingWith("2 rows are left out for the care they got, but nobody who was held out");
    }

    /** Leaving out whoever got care is not the risk without care. */
    @Test
    void aLogWithoutAnybodyHeldOutIsRefused() {
        history.with("care.csv", "who,at,arm,share", "early,2024-03-10,assigned,", "other,2024-03-10,shadow,1");

        assertThatThrownBy(history::training)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "rows are left out for the care they got, but nobody who was held out instead stands for them");
    }

    @Test
    void theLogIsNoMatterOfScoringNorOfTheRiskUnderUsualCare() throws Exception {
        history.with("care.csv", "who,at,arm,share", "treated,2024-03-01,assigned,");
        Files.delete(folder.resolve("care.csv"));

        assertThat(history.features("2024-03-01")).hasSize(7).noneMatch(line -> line.contains("shadow_weight"));

        described(
                        "usual-care",
                        "care: {path: care.csv, columns: {customer: who, assignedAt: at, arm: arm, share: share}}")
                .with("care.csv", "who,at,arm,share", "treated,2024-03-01,assigned,");
        assertThat(history.labels()).hasSize(6);
        assertThat(history.trainingSnapshot().care()).isEmpty();
        assertThat(history.training().get(0)).doesNotContain("shadow_weight");
    }

    @Test
    void withoutALogTheRiskWithoutCareIsRefused() {
        described("no-care", "");

        assertThat(history.features("2024-03-01")).hasSize(7);
        assertThatThrownBy(history::training)
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'estimand' of 'churn' is no-care, but 'sources' has no 'care', the log of who was assigned care and who was held out"
                                + " instead; expected one, or usual-care");
    }

    @Test
    void saysWhatIsWrongWithALog() {
        history.with("care.csv", "who,at,arm,share", "a,2024-03-01,control,");
        assertThatThrownBy(history::training)
                .hasMessageContaining(
                        "1 of 1 lines are of an arm that is none (line 2: 'control'); expected assigned or shadow");

        history.with("care.csv", "who,at,arm,share", "a,2024-03-01,shadow,", "b,2024-03-01,shadow,1.5");
        assertThatThrownBy(history::training)
                .hasMessageContaining(
                        "2 of 2 lines are shadows whose probability of being held out is missing or out of range (line 2: '', line 3: '1.5'); expected a share from 0.001 to 1");

        described(
                "no-care",
                "care: {path: care.csv, columns: {customer: who, assignedAt: at, arm: arm, share: share, campaignShare: anew}}");
        history.with(
                "care.csv", "who,at,arm,share,anew", "early,2024-03-01,shadow,0.1,0.2", "late,2024-03-01,shadow,0.1,x");
        assertThatThrownBy(history::training)
                .hasMessageContaining(
                        "2 of 2 lines are shadows whose share drawn anew by the campaign is no part of their probability of being held out (line 2: '0.2', line 3: 'x'); expected a campaignShare from 0 to share");

        history.with("care.csv", "who,at,arm,share,anew", "a,03/01/2024,assigned,,", ",2024-03-01,assigned,,");
        assertThatThrownBy(history::training)
                .hasMessageContaining("1 of 2 lines have a time that cannot be read (line 2: '03/01/2024')");

        history.with("care.csv", "who,at,arm,share,anew", ",2024-03-01,assigned,,");
        assertThatThrownBy(history::training).hasMessageContaining("1 of 1 lines have no customer (line 2)");
    }
}
