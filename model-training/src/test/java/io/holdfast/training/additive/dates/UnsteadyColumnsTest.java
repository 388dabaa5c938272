package io.holdfast.training.additive.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers whose silence says the same in every month; their region says something in each, and something else in the next. */
class UnsteadyColumnsTest {
    private static final String TOP = "horizonDays: 30\nleadDays: 0\n";

    private static final String COLUMNS = """
            as_of: {role: date}
            id: {role: id}
            silent: {role: feature, kind: number}
            region: {role: feature, kind: category}
            chance: {role: feature, kind: number}
            left: {role: label, positive: "1"}
            """;

    private static final int REGIONS = 6;

    @TempDir
    private Path folder;

    /** @param shock standard deviation of what a region does to the log-odds in one month alone */
    private TrainingTable table(String top, double shock, double lasting) {
        return table(top, shock, lasting, -1.5, 0);
    }

    /**
     * @param level log-odds of leaving in the middle
     * @param late what the last month adds to it
     */
    private TrainingTable table(String top, double shock, double lasting, double level, double late) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("as_of,id,silent,region,chance,left\n");
        for (int month = 0; month < 5; month++) {
            double[] region = new double[REGIONS];
            for (int r = 0; r < REGIONS; r++) {
                region[r] = shock * (random.nextBoolean() ? 1 : -1) + lasting * (r % 2 == 0 ? 1 : -1);
            }
            for (int customer = 0; customer < 1200; customer++) {
                int days = random.nextInt(60);
                int r = customer % REGIONS;
                double logOdds = level + (month == 4 ? late : 0) + (days - 30) / 20.0 + region[r];
                csv.append(LocalDate.of(2024, 1, 1).plusDays(31L * month))
                        .append(",c")
                        .append(customer)
                        .append(',')
                        .append(days)
                        .append(",r")
                        .append(r)
                        .append(',')
                        .append(random.nextInt(50))
                        .append(',')
                        .append(random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds)) ? 1 : 0)
                        .append('\n');
            }
        }
        return Tables.load(Tables.write(folder, Tables.yaml(top, COLUMNS), csv.toString()));
    }

    private static AdditiveParts learned(TrainingTable table, int threads) {
        return new AdditiveTrainer(AdditiveSettings.defaults(), threads)
                .train(table, Split.trainingOnly(table.customers()), 1, Progress.SILENT);
    }

    private static boolean reads(AdditiveParts parts, int input) {
        return parts.terms().stream().anyMatch(term -> term.inputs().contains(input));
    }

    @Test
    void whatHoldsInSomeMonthsOnlyIsLeftOutAndNamed() {
        AdditiveParts parts = learned(table(TOP, 1, 0), 2);

        assertThat(parts.facts().get("leftOutAsUnsteady"))
                .startsWith("region (z -")
                .contains("5 dates");
        assertThat(reads(parts, 1)).isFalse();
        assertThat(reads(parts, 0)).isTrue();
    }

    @Test
    void howeverStrongItIsInEachMonthItIsLeftOut() {
        AdditiveParts parts = learned(table(TOP, 2, 0), 2);

        assertThat(parts.facts().get("leftOutAsUnsteady")).startsWith("region (z -");
        assertThat(reads(parts, 1)).isFalse();
    }

    @Test
    void aMonthInWhichMoreLeaveIsNoFaultOfAColumnAndHidesNone() {
        AdditiveParts somewhat = learned(table(TOP, 1, 0, -1.5, 0.8), 2);
        AdditiveParts manyMore = learned(table(TOP, 1, 0, -3, 3), 2);
        AdditiveParts steady = learned(table(TOP, 0, 0.8, -3, 3), 2);

        assertThat(somewhat.facts().get("leftOutAsUnsteady")).startsWith("region (z -");
        assertThat(manyMore.facts().get("leftOutAsUnsteady")).startsWith("region (z -");
        assertThat(steady.facts()).doesNotContainKey("leftOutAsUnsteady");
        assertThat(reads(steady, 1)).isTrue();
    }

    @Test
    void whatHoldsInEveryMonthStaysHoweverMuchComesOnTop() {
        AdditiveParts parts = learned(table(TOP, 0.2, 0.6), 2);

        assertThat(parts.facts()).doesNotContainKey("leftOutAsUnsteady");
        assertThat(reads(parts, 0)).isTrue();
        assertThat(reads(parts, 1)).isTrue();
    }

    @Test
    void whatTheOwnerRequiresStays() {
        AdditiveParts parts = learned(table(TOP + "interactions: {require: [[silent, region]]}\n", 1, 0), 2);

        assertThat(parts.facts()).doesNotContainKey("leftOutAsUnsteady");
        assertThat(reads(parts, 1)).isTrue();
    }

    @Test
    void withoutAHorizonNobodyKnowsWhichDatesAreApart() {
        AdditiveParts parts = learned(table("", 1, 0), 2);

        assertThat(parts.facts()).doesNotContainKey("leftOutAsUnsteady");
        assertThat(reads(parts, 1)).isTrue();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        TrainingTable table = table(TOP, 1, 0);

        AdditiveParts alone = learned(table, 1);
        AdditiveParts together = learned(table, 3);

        assertThat(together.facts()).isEqualTo(alone.facts());
        assertThat(together.intercept()).isEqualTo(alone.intercept());
        assertThat(together.terms()).usingRecursiveComparison().isEqualTo(alone.terms());
    }
}
