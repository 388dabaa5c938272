package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is at risk on a date, and who of them left. */
class OutcomeTest {
    private static final String CONTRACT = "{kind: contractual, positive: [voluntary], horizonDays: 30";
    private static final String SILENCE = "{kind: non-contractual, horizonDays: 30, atRiskDays: 60";

    @TempDir
    private Path folder;

    private HistoryFolder history(String churn, String dates, String... events) {
        return LinesHistory.of(folder, churn, dates, events);
    }

    @Test
    void aVoluntaryLeaveInTheWindowIsPositiveAndOthersCompete() {
        HistoryFolder history = history(
                CONTRACT + "}",
                "{from: 2024-03-01, to: 2024-03-01}",
                "1 join 2024-01-01",
                "1 leave 2024-03-15 cancelled",
                "2 join 2024-01-01",
                "2 leave 2024-03-15 died",
                "3 join 2024-01-01",
                "3 leave 2024-03-31 cancelled",
                "4 join 2024-01-01",
                "4 leave 2024-02-15 cancelled",
                "5 join 2024-01-01",
                "5 leave 2024-01-15 cancelled",
                "5 join 2024-02-15",
                "6 join 2024-03-01",
                "7 join 2024-01-01",
                "7 leave 2024-02-01 smaller");

        assertThat(history.labels())
                .containsExactly(
                        "2024-03-01 1 1", "2024-03-01 2 0", "2024-03-01 3 0", "2024-03-01 5 0", "2024-03-01 7 0");
    }

    @Test
    void theLabelledTableSaysHowAUnitLeft() {
        HistoryFolder history = history(
                CONTRACT + "}",
                "{from: 2024-03-01, to: 2024-04-01}",
                "1 join 2024-01-01",
                "1 leave 2024-03-15 cancelled",
                "2 join 2024-01-01",
                "2 leave 2024-03-15 died",
                "2 leave 2024-03-16 cancelled",
                "3 join 2024-01-01",
                "3 leave 2024-03-20 smaller",
                "4 join 2024-01-01",
                "4 leave 2024-03-15 moved",
                "4 leave 2024-03-15 cancelled",
                "5 join 2024-01-01",
                "5 leave 2024-04-15 moved");

        assertThat(history.labelled())
                .extracting(
                        line -> String.join(",", List.of(line.split(",", -1)).subList(0, 6)))
                .containsExactly(
                        "as_of,line_id,customer_id,left,leave_type,part",
                        "2024-03-01,1,c1,1,voluntary,training",
                        "2024-03-01,2,c2,0,natural,training",
                        "2024-03-01,3,c3,0,,training",
                        "2024-03-01,4,c4,1,voluntary,training",
                        "2024-03-01,5,c5,0,,training",
                        "2024-04-01,3,c3,0,,test",
                        "2024-04-01,5,c5,0,internal,test");
    }

    @Test
    void withoutUntilAHistoryEndsWithItsLastEventHoweverLateNewsCameIn() throws IOException {
        HistoryFolder history = history(
                SILENCE + ", maturityDays: 9}",
                "{from: 2024-02-01}",
                "1 purchase 2024-01-05",
                "2 purchase 2024-01-05",
                "2 purchase 2024-02-28",
                "1 purchase 2024-03-30",
                "3 purchase 2024-03-20  2024-04-20");
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("until: 2024-06-01\n", ""));

        assertThatThrownBy(() -> history.features("2024-04-01"))
                .hasMessageStartingWith(
                        "the date 2024-04-01 is outside the history, which knows everything from 2024-01-05 to before 2024-03-31:");
        assertThat(history.labels())
                .containsExactly("2024-02-01 1 1", "2024-02-01 2 0", "2024-03-01 1 0", "2024-03-01 2 1");
    }

    @Test
    void whoLeavesBeforeTheWindowIsLeftOutAndCounted() {
        HistoryFolder history = history(
                CONTRACT + ", leadDays: 10}",
                "{from: 2024-03-01, to: 2024-03-01}",
                "1 join 2024-01-01",
                "1 leave 2024-03-05 cancelled",
                "2 join 2024-01-01",
                "2 leave 2024-03-11 cancelled",
                "3 join 2024-01-01",
                "3 leave 2024-02-28 cancelled 2024-03-02",
                "4 join 2024-01-01");

        assertThat(history.labels()).containsExactly("2024-03-01 2 1", "2024-03-01 4 0");
        assertThat(history.trainingSaid())
                .contains("history: 2 rows are left out, since they had left before the outcome window began");
    }

    @Test
    void silenceIsLeavingAndBuyingAgainIsComingBack() {
        HistoryFolder history = history(
                SILENCE + "}",
                "{from: 2024-03-01, to: 2024-04-01}",
                "1 purchase 2024-02-20",
                "1 purchase 2024-03-20",
                "2 purchase 2024-02-20",
                "2 purchase 2024-04-05",
                "3 purchase 2023-12-01",
                "3 usage 2024-02-20");

        assertThat(history.labels())
                .containsExactly("2024-03-01 1 0", "2024-03-01 2 1", "2024-04-01 1 1", "2024-04-01 2 0");
    }

    @Test
    void datesWhoseOutcomeIsNotKnownAreLeftOutAndCounted() {
        HistoryFolder history = history(
                SILENCE + ", maturityDays: 5}",
                "{from: 2024-03-01}",
                "1 purchase 2024-02-20",
                "2 purchase 2024-02-20",
                "2 purchase 2024-03-20",
                "2 purchase 2024-05-20");

        // From 2024-04-27 on, 35 days end after the history: both firsts of May and June.
        assertThat(history.trainingSaid())
                .contains(
                        "history: 2 later dates are left out, since their outcome was not known when the history ended");
    }

    @Test
    void rowsWhoseOutcomeIsNotKnownAreCountedBesideTheLabelledOnes() {
        HistoryFolder history = history(
                SILENCE + ", maturityDays: 5}",
                "{from: 2024-03-01}",
                "1 purchase 2024-02-20",
                "1 purchase 2024-05-10",
                "2 purchase 2024-02-20",
                "2 purchase 2024-03-20",
                "2 purchase 2024-04-20",
                "2 purchase 2024-05-20");

        // In May the second one, in June both: the first had bought too long ago to be at risk in May.
        assertThat(history.labelledSaid())
                .contains(
                        "history: 2 later dates with up to 3 rows are left out, since their outcome was not known when the history ended");
        assertThat(history.labelledSteps())
                .as("counting them takes its time, too")
                .containsSubsequence("rows as of 2024-05-01 0/2", "rows as of 2024-06-01 1/2");
        assertThat(history.trainingSaid())
                .as("training does not count them")
                .contains(
                        "history: 2 later dates are left out, since their outcome was not known when the history ended");
    }

    @Test
    void whatIsOneIsSaidInTheSingular() {
        HistoryFolder history = history(
                SILENCE + ", maturityDays: 5}",
                "{from: 2024-04-01, to: 2024-05-01}",
                "1 purchase 2024-02-20",
                "2 purchase 2024-03-20",
                "2 purchase 2024-04-20");

        assertThat(history.labelledSaid())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("history: 3 events, 2 rows as of 2024-04-01, ")
                        .endsWith("; 1 row left (50.0 %)"))
                .contains(
                        "history: 1 later date with up to 1 row is left out, since its outcome was not known when the history ended");
    }

    @Test
    void refusesADefinitionByWhichAllOrNoneLeave() {
        HistoryFolder all = history(SILENCE + "}", "{from: 2024-03-01, to: 2024-03-01}", "1 purchase 2024-02-20");
        assertThatThrownBy(all::training)
                .isInstanceOf(InputException.class)
                .hasMessage("by the definition of 'churn', all of 1 row as of 2024-03-01 left within 30 days, such as"
                        + " '1' as of 2024-03-01; of the 1 event, 1 counts as buying (purchase); expected some to leave and some to"
                        + " stay");

        HistoryFolder none = history(CONTRACT + "}", "{from: 2024-03-01, to: 2024-03-01}", "1 join 2024-02-20");
        assertThatThrownBy(none::training)
                .hasMessageContaining("none of 1 row as of 2024-03-01")
                .hasMessageContaining(
                        "of the 1 event, 0 are leaves (leave), 0 of them of a type to foresee (voluntary)");
    }

    @Test
    void refusesAHistoryTooShortForAnyDate() {
        HistoryFolder history =
                history("{kind: non-contractual, horizonDays: 300}", "{from: 2024-03-01}", "1 purchase 2024-02-20");

        assertThatThrownBy(history::training)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "no date can be learned from: the history goes from 2024-02-20 to before 2024-06-01");
    }
}
