package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.trees.TreeSettings;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers of five months, of whom those leave who are silent and pay much; either alone says less. */
class SeveralDatesTest {
    private static final String COLUMNS = """
            as_of: {role: date}
            id: {role: id}
            silent: {role: feature, kind: number}
            charge: {role: feature, kind: number}
            calls: {role: feature, kind: number}
            left: {role: label, positive: "1"}
            """;

    @TempDir
    private Path folder;

    private TrainingTable table(String top, boolean anything) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("as_of,id,silent,charge,calls,left\n");
        for (int month = 0; month < 5; month++) {
            for (int customer = 0; customer < 1200; customer++) {
                int silent = random.nextInt(60);
                int charge = random.nextInt(100);
                boolean risky = anything && silent > 30 == charge > 50;
                csv.append(LocalDate.of(2024, 1, 1).plusDays(31L * month))
                        .append(",c")
                        .append(customer)
                        .append(',')
                        .append(silent)
                        .append(',')
                        .append(charge)
                        .append(',')
                        .append(random.nextInt(20))
                        .append(',')
                        .append(random.nextDouble() < (risky ? 0.5 : 0.15) ? 1 : 0)
                        .append('\n');
            }
        }
        return Tables.load(Tables.write(folder, Tables.yaml(top, COLUMNS), csv.toString()));
    }

    private AdditiveParts learned(TrainingTable table, AdditiveSettings settings) {
        return new AdditiveTrainer(settings, 2).train(table, Split.trainingOnly(table.groups()), 1, Progress.SILENT);
    }

    @Test
    void whatActsTogetherIsLeftToSmallTreesWithoutATrial() {
        TreeSettings trees = TreeSettings.defaults();
        AdditiveSettings trying = AdditiveSettings.defaults()
                .withTrees(trees.withPilot(trees.pilot().withFrom(1)));

        AdditiveParts parts = learned(table("horizonDays: 30\nleadDays: 0\n", true), trying);

        assertThat(parts.facts().get("pairsSearchedAmong")).startsWith("none, since rows are of several dates");
        assertThat(parts.facts()).doesNotContainKey("pairs");
        assertThat(parts.facts().get("trees")).contains("of up to 3 questions").doesNotContain("hold a share");
        assertThat(parts.terms()).hasAtLeastOneElementOfType(ForestTerm.class);
    }

    @Test
    void whereNoHorizonSaysHowFarDatesReachPairsAreSearched() {
        AdditiveParts parts = learned(table("", true), AdditiveSettings.defaults());

        assertThat(parts.facts().get("pairs")).startsWith("silent x charge");
    }

    @Test
    void aRequiredPairStillHasItsTable() {
        String top = """
                horizonDays: 30
                leadDays: 0
                interactions: {require: [[silent, charge]]}
                """;

        AdditiveParts parts = learned(table(top, true), AdditiveSettings.defaults());

        assertThat(parts.terms())
                .filteredOn(TableTerm.class::isInstance)
                .anyMatch(term -> term.inputs().size() == 2);
        assertThat(parts.facts().get("pairs")).startsWith("silent x charge");
    }

    @Test
    void whereNothingIsToBeLearnedTreesHaveToProveThemselvesAsWell() {
        AdditiveParts parts = learned(table("horizonDays: 30\nleadDays: 0\n", false), AdditiveSettings.defaults());

        assertThat(parts.terms()).isEmpty();
        assertThat(parts.facts().get("trees")).startsWith("none");
    }

    @Test
    void whoWantsNoTreesGetsPairsAsElsewhere() {
        AdditiveSettings never =
                AdditiveSettings.defaults().withTrees(TreeSettings.defaults().withLeastZ(Double.POSITIVE_INFINITY));

        AdditiveParts parts = learned(table("horizonDays: 30\nleadDays: 0\n", true), never);

        assertThat(parts.facts()).containsEntry("trees", "none").doesNotContainKey("pairsSearchedAmong");
        assertThat(parts.facts().get("pairs")).startsWith("silent x charge");
    }
}
