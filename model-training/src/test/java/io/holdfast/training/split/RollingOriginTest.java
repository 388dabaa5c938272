package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingOriginTest {
    private static final int CUSTOMERS = 200;
    private static final int MONTHS = 8;

    @TempDir
    private Path folder;

    private TrainingTable table;

    @BeforeEach
    void read() {
        table = Tables.load(Tables.write(folder, Months.yaml(), new Months(CUSTOMERS, MONTHS, MONTHS, 1).csv()));
    }

    private List<RollingOrigin> origins(int knownAfterDays) {
        return RollingOrigin.all(table, table.groups(), knownAfterDays);
    }

    @Test
    void eachMonthIsJudgedByWhatWasKnownWhenItBegan() {
        for (int knownAfter : new int[] {0, 30, 31, 45, 90}) {
            for (RollingOrigin origin : origins(knownAfter)) {
                for (int row : origin.split().rows(Part.TRAINING)) {
                    assertThat(table.date(row).plusDays(knownAfter)).isBeforeOrEqualTo(origin.begins());
                }
                assertThat(origin.split().rows(Part.TEST)).hasSize(CUSTOMERS);
                assertThat(Arrays.stream(origin.split().rows(Part.TEST))
                                .mapToObj(row -> YearMonth.from(table.date(row))))
                        .containsOnly(origin.month());
                assertThat(origin.split().size(Part.VALIDATION)).isZero();
            }
        }
    }

    @Test
    void whatWasKnownIsUsedToTheLastRow() {
        RollingOrigin june = origins(31).stream()
                .filter(origin -> origin.month().equals(YearMonth.of(2024, 6)))
                .findFirst()
                .orElseThrow();

        LocalDate latest = Arrays.stream(june.split().rows(Part.TRAINING))
                .mapToObj(table::date)
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(latest).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(june.split().size(Part.TRAINING)).isEqualTo(5 * CUSTOMERS);
    }

    /** Outcomes of 45 days: of May's first they are known in the middle of June. */
    @Test
    void aDelayLeavesAGap() {
        RollingOrigin june = origins(45).stream()
                .filter(origin -> origin.month().equals(YearMonth.of(2024, 6)))
                .findFirst()
                .orElseThrow();

        assertThat(june.split().size(Part.TRAINING)).isEqualTo(4 * CUSTOMERS);
        assertThat(Arrays.stream(june.split().rows(Part.LEFT_OUT)).mapToObj(table::date))
                .allMatch(date -> !date.isBefore(LocalDate.of(2024, 5, 1)));
    }

    @Test
    void rowsOfACustomerStayTogetherInBags() {
        int[] groups = origins(30).get(0).split().groups();

        assertThat(groups).hasSize(CUSTOMERS * MONTHS);
        assertThat(IntStream.of(groups).distinct().count()).isEqualTo(CUSTOMERS);
        assertThat(groups[3]).isEqualTo(groups[CUSTOMERS + 3]);
    }

    @Test
    void monthsBeforeAnythingIsKnownAreNotJudged() {
        assertThat(origins(90)).extracting(RollingOrigin::month).startsWith(YearMonth.of(2024, 4));
        assertThat(RollingOrigin.last(table, table.groups(), 90).month()).isEqualTo(YearMonth.of(2024, 8));
    }

    @Test
    void aHistoryTooShortIsRefusedWithItsDates() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> RollingOrigin.last(table, table.groups(), 400))
                .withMessageContaining("rows as of 2024-01-01 to 2024-08-01")
                .withMessageContaining("outcomes are known after 400 days");
    }
}
