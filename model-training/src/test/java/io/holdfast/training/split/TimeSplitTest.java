package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSplitTest {
    private static final String COLUMNS = Tables.COLUMNS + "day: {role: date, kind: date}\n";
    private static final String HEADER = "id,tenure,plan,autopay,churn,day\n";

    @TempDir
    private Path folder;

    @Test
    void theOldestRowsAreForTrainingAndTheNewestForTheTest() {
        long[] days = LongStream.range(0, 100).map(row -> 99 - row).toArray();

        Split split = TimeSplit.of(days, 0);

        assertThat(split.rows(Part.TEST)).isEqualTo(IntStream.range(0, 20).toArray());
        assertThat(split.rows(Part.VALIDATION))
                .isEqualTo(IntStream.range(20, 40).toArray());
        assertThat(split.rows(Part.TRAINING)).isEqualTo(IntStream.range(40, 100).toArray());
    }

    @Test
    void noDateStandsOnBothSides() {
        long[] days = LongStream.range(0, 100).map(row -> row / 30).toArray();

        Split split = TimeSplit.of(days, 0);

        assertThat(split.rows(Part.TRAINING)).isEqualTo(IntStream.range(0, 60).toArray());
        assertThat(split.rows(Part.VALIDATION))
                .isEqualTo(IntStream.range(60, 90).toArray());
        assertThat(split.rows(Part.TEST)).isEqualTo(IntStream.range(90, 100).toArray());
    }

    @Test
    void rowsWhoseOutcomeWasNotKnownWhenTheNextPartBeginsAreLeftOut() {
        long[] days = LongStream.range(0, 100).toArray();

        Split split = TimeSplit.of(days, 5);

        assertThat(split.rows(Part.TRAINING))
                .isEqualTo(IntStream.rangeClosed(0, 55).toArray());
        assertThat(split.rows(Part.VALIDATION))
                .isEqualTo(IntStream.rangeClosed(60, 75).toArray());
        assertThat(split.rows(Part.TEST)).isEqualTo(IntStream.range(80, 100).toArray());
        assertThat(split.size(Part.LEFT_OUT)).isEqualTo(8);
    }

    private TrainingTable months(String horizon, int months) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int month = 1; month <= months; month++) {
            for (int customer = 0; customer < 10; customer++) {
                csv.append(String.format(
                        Locale.ROOT,
                        "c%d,%d,x,1,%s,2026-%02d-01\n",
                        customer,
                        month,
                        customer == 0 ? "yes" : "no",
                        month));
            }
        }
        return Tables.load(Tables.write(folder, Tables.yaml(horizon, COLUMNS), csv.toString()));
    }

    @Test
    void aCustomerMayStandOnBothSidesWhenTheFirstOutcomeWasKnownInTime() {
        TrainingTable table = months("horizonDays: 28\n", 10);

        Split split = Split.of(table, 1);

        assertThat(split.size(Part.TRAINING)).isEqualTo(60);
        assertThat(split.size(Part.VALIDATION)).isEqualTo(20);
        assertThat(split.size(Part.TEST)).isEqualTo(20);
    }

    @Test
    void aLongerHorizonLeavesTheLastMonthOfAPartOut() {
        TrainingTable table = months("horizonDays: 28\nleadDays: 14\n", 10);

        Split split = Split.of(table, 1);

        assertThat(split.size(Part.TRAINING)).isEqualTo(50);
        assertThat(split.size(Part.VALIDATION)).isEqualTo(10);
        assertThat(split.size(Part.TEST)).isEqualTo(20);
        assertThat(split.size(Part.LEFT_OUT)).isEqualTo(20);
    }

    @Test
    void customersOnSeveralDatesNeedAHorizon() {
        TrainingTable table = months("", 10);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Split.of(table, 1))
                .withMessageContaining("horizonDays")
                .withMessageContaining("line 12");
    }

    @Test
    void tooFewDatesAreRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Split.of(months("horizonDays: 28\n", 2), 1))
                .withMessageContaining("too few dates")
                .withMessageContaining("three dates");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Split.of(months("horizonDays: 90\n", 4), 1))
                .withMessageContaining("too few dates")
                .withMessageContaining("90 days");
    }

    @Test
    void theSeedDoesNotMatter() {
        TrainingTable table = months("horizonDays: 28\n", 10);

        assertThat(Split.of(table, 1).rows(Part.TEST))
                .isEqualTo(Split.of(table, 2).rows(Part.TEST));
    }

    /** Every third row is of a household that comes back later. */
    @Test
    void noGroupStandsOnBothSides() {
        long[] days = LongStream.range(0, 100).toArray();
        int[] groups = IntStream.range(0, 100)
                .map(row -> row % 3 == 0 ? row % 30 : row)
                .toArray();

        Split split = TimeSplit.of(days, 0, groups);

        Map<Integer, Set<Part>> partsOfGroup = new TreeMap<>();
        for (Part part : new Part[] {Part.TRAINING, Part.VALIDATION, Part.TEST}) {
            for (int row : split.rows(part)) {
                partsOfGroup
                        .computeIfAbsent(groups[row], group -> EnumSet.noneOf(Part.class))
                        .add(part);
            }
        }
        assertThat(partsOfGroup.values()).allMatch(parts -> parts.size() == 1);
        assertThat(split.rows(Part.TEST)).isEqualTo(IntStream.range(80, 100).toArray());
        assertThat(split.size(Part.GROUP_LATER)).isPositive();
    }

    @Test
    void theGroupColumnOfADatedTableIsHeeded() {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,day,home\n");
        for (int row = 0; row < 100; row++) {
            csv.append(String.format(Locale.ROOT, "c%d,1,x,1,no,2026-%02d-01,", row, 1 + row / 10))
                    .append(row % 10 == 0 ? "one\n" : "h" + row + "\n");
        }
        Path yaml = Tables.write(
                folder, Tables.yaml("horizonDays: 28\n", COLUMNS + "home: {role: group}\n"), csv.toString());

        Split split = Split.of(Tables.load(yaml), 1);

        assertThat(split.size(Part.GROUP_LATER)).isEqualTo(8);
        assertThat(split.size(Part.TEST)).isEqualTo(20);
    }

    @Test
    void groupsThatAreThereAtAllTimesAreRefused() {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,day,home\n");
        for (int row = 0; row < 100; row++) {
            csv.append(String.format(Locale.ROOT, "c%d,1,x,1,no,2026-%02d-01,h%d\n", row, 1 + row / 10, row % 10));
        }
        Path yaml = Tables.write(
                folder, Tables.yaml("horizonDays: 28\n", COLUMNS + "home: {role: group}\n"), csv.toString());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Split.of(Tables.load(yaml), 1))
                .withMessageContaining("groups with rows at all times")
                .withMessageContaining("may be ignored");
    }
}
