package io.holdfast.training.additive.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.additive.dates.CommonColumns.Verdict;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quarters of some years, in which more or fewer leave: in the same quarter of every year, or in one year alone. */
class CommonColumnsTest {
    private static final String COLUMNS = """
            as_of: {role: date}
            id: {role: id}
            silent: {role: feature, kind: number}
            quarter: {role: feature, kind: number}
            left: {role: label, positive: "1"}
            """;

    private static final String TOP = "horizonDays: 90\nleadDays: 0\n";

    private static final double[] SEASON = {-0.5, 0, 0.1, 0.6};
    private static final double[] CHANCE = {0.7, -0.6, -0.1, 0.2, -0.7, 0.5, 0.3, -0.4, 0.1, 0.4, -0.8, 0.2};

    @TempDir
    private Path folder;

    /**
     * @param season how strong the part of the year is
     * @param chance how strong what strikes in one quarter of one year is
     */
    private TrainingTable table(String top, int dates, double season, double chance) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("as_of,id,silent,quarter,left\n");
        for (int date = 0; date < dates; date++) {
            for (int customer = 0; customer < 600; customer++) {
                int days = random.nextInt(60);
                double logOdds = -1 + (days - 30) / 20.0 + season * SEASON[date % 4] + chance * CHANCE[date];
                csv.append(LocalDate.of(2022, 1, 1).plusMonths(3L * date))
                        .append(",c")
                        .append(customer)
                        .append(',')
                        .append(days)
                        .append(',')
                        .append(date % 4 + 1)
                        .append(',')
                        .append(random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds)) ? 1 : 0)
                        .append('\n');
            }
        }
        return Tables.load(Tables.write(folder, Tables.yaml(top, COLUMNS), csv.toString()));
    }

    private static AdditiveParts learned(TrainingTable table) {
        return new AdditiveTrainer(AdditiveSettings.defaults(), 2)
                .train(table, Split.trainingOnly(table.customers()), 1, Progress.SILENT);
    }

    private static boolean readsQuarter(AdditiveParts parts) {
        return parts.terms().stream().anyMatch(term -> term.inputs().contains(1));
    }

    @Test
    void whatComesAgainEveryYearIsLearnedAlone() {
        AdditiveParts parts = learned(table(TOP, 8, 1.5, 0.05));

        assertThat(parts.facts()).doesNotContainKey("leftOutAsCommonToDates");
        assertThat(readsQuarter(parts)).isTrue();
        assertThat(parts.terms().stream().map(Term::inputs).filter(inputs -> inputs.contains(1)))
                .allMatch(inputs -> inputs.size() == 1);
    }

    @Test
    void whatStrikesOnceIsNotTakenForTheSeason() {
        AdditiveParts parts = learned(table(TOP, 8, 0, 1));

        assertThat(parts.facts().get("leftOutAsCommonToDates"))
                .startsWith("quarter (F ")
                .contains("is needed");
        assertThat(readsQuarter(parts)).isFalse();
    }

    @Test
    void oneYearTellsNothingOfTheSeason() {
        AdditiveParts parts = learned(table(TOP, 4, 1.5, 0.05));

        assertThat(parts.facts().get("leftOutAsCommonToDates")).startsWith("quarter (no value on two dates)");
        assertThat(readsQuarter(parts)).isFalse();
    }

    @Test
    void withoutAHorizonNobodyKnowsWhichDatesAreApart() {
        AdditiveParts parts = learned(table("", 4, 1.5, 0.05));

        assertThat(parts.facts()).doesNotContainKey("leftOutAsCommonToDates");
        assertThat(readsQuarter(parts)).isTrue();
    }

    @Test
    void judgesByTheAnalysisOfVariance() {
        // SciPy 1.17.1: stats.f_oneway([1, 1.5], [2, 2.5], [4, 5]) has the statistic 22.16667, and stats.f.ppf(.95, 2,
        // 3) is 9.552094.
        Map<Integer, Integer> values = Map.of(0, 1, 90, 2, 180, 3, 270, 1, 360, 2, 450, 3);
        Verdict verdict = CommonColumns.verdict(
                new TreeMap<>(Map.of(0, 1.0, 90, 2.0, 180, 4.0, 270, 1.5, 360, 2.5, 450, 5.0)), values, 90);

        assertThat(verdict.ratio()).isCloseTo(22.16667, within(0.00001));
        assertThat(verdict.needed()).isCloseTo(9.552094, within(0.000001));
        assertThat(verdict.recurs()).isTrue();
    }

    @Test
    void datesWhoseWindowsOverlapTellInPartTheSame() {
        TreeMap<Integer, Double> levels = new TreeMap<>(
                IntStream.range(0, 24).boxed().collect(Collectors.toMap(date -> 30 * date, date -> 0.1 * date)));
        Map<Integer, Integer> values = levels.keySet().stream().collect(Collectors.toMap(day -> day, day -> day % 360));

        Verdict apart = CommonColumns.verdict(levels, values, 30);
        Verdict overlapping = CommonColumns.verdict(levels, values, 90);

        assertThat(overlapping.ratio()).isEqualTo(apart.ratio());
        assertThat(overlapping.needed()).isGreaterThan(2 * apart.needed());
    }
}
