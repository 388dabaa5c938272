package io.holdfast.training.additive.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatedRowsTest {
    @TempDir
    private Path folder;

    private static int[] all(TrainingTable table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    private TrainingTable months(String top) {
        return Tables.load(
                Tables.write(folder, Tables.yaml(top, Months.COLUMNS), new Months(300, 7, Integer.MAX_VALUE, 1).csv()));
    }

    @Test
    void eachBagIsOneDateAndKnowsItsRows() {
        TrainingTable table = months("horizonDays: 30\nleadDays: 0\n");
        DatedRows dated = DatedRows.of(table, all(table)).orElseThrow();

        assertThat(dated.bags().count()).isEqualTo(6); // from the first of February to that of March it is 29 days
        for (int bag = 0; bag < dated.bags().count(); bag++) {
            assertThat(Arrays.stream(
                                    dated.bags().order(),
                                    dated.bags().from(bag),
                                    dated.bags().to(bag))
                            .mapToObj(table::date)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(dated.weights()).hasSize(dated.bags().rows()).containsOnly(1);
        for (int position = 0; position < dated.bags().rows(); position++) {
            assertThat(dated.objective().targets()[position])
                    .isEqualTo(table.positive(dated.bags().row(position)) ? 1 : 0);
        }
    }

    /** All dates of a customer lie one below the other, as in a table sorted by customer and then date. */
    @Test
    void fewerRowsAreTakenOfEveryDateAlike() {
        TrainingTable table = months("horizonDays: 30\nleadDays: 0\n");
        int[] byCustomer = IntStream.range(0, 300)
                .flatMap(customer -> IntStream.iterate(customer, row -> row < table.rows(), row -> row + 300))
                .toArray();
        DatedRows all = DatedRows.of(table, byCustomer).orElseThrow();
        DatedRows few = DatedRows.of(table, byCustomer, 300).orElseThrow();

        assertThat(all.bags().rows()).isEqualTo(1800);
        assertThat(few.bags().count()).isEqualTo(all.bags().count()).isEqualTo(6);
        for (int bag = 0; bag < few.bags().count(); bag++) {
            assertThat(few.bags().to(bag) - few.bags().from(bag)).isEqualTo(50);
        }
    }

    @Test
    void leadAndHorizonKeepDatesApart() {
        TrainingTable table = months("horizonDays: 30\nleadDays: 31\n");

        assertThat(DatedRows.of(table, all(table)).orElseThrow().bags().count()).isEqualTo(3);
    }

    @Test
    void withoutDatesHorizonOrEnoughDatesThereIsNothingToCompare() {
        TrainingTable undated = Tables.read(folder, Tables.COLUMNS, Customers.csv(300, 1));
        assertThat(DatedRows.of(undated, all(undated))).isEmpty();

        TrainingTable endless = months("");
        assertThat(DatedRows.of(endless, all(endless))).isEmpty();

        TrainingTable table = months("horizonDays: 30\nleadDays: 0\n");
        assertThat(DatedRows.of(table, IntStream.range(0, 600).toArray())).isEmpty();
    }
}
