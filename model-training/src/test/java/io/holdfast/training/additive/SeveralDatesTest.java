package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveParts;
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
    void treesBeginFromNothingWithoutATrial() {
        TreeSettings trees = TreeSettings.defaults();
        AdditiveSettings trying = AdditiveSettings.defaults()
                .withTrees(trees.withPilot(trees.pilot().withFrom(1)));

        AdditiveParts parts = learned(table("horizonDays: 30\nleadDays: 0\n", true), trying);

        assertThat(parts.facts().get("trees")).doesNotContain("hold a share").doesNotContain("a trial of few");
    }

    @Test
    void whereNoHorizonSaysHowFarDatesReachAllIsAsInOtherTables() {
        TreeSettings trees = TreeSettings.defaults();
        AdditiveSettings trying = AdditiveSettings.defaults()
                .withTrees(trees.withPilot(trees.pilot().withFrom(1)));

        AdditiveParts parts = learned(table("", true), trying);

        assertThat(parts.facts().get("trees")).contains("a trial of few");
    }

    @Test
    void whereNothingIsToBeLearnedTreesHaveToProveThemselvesAsWell() {
        AdditiveParts parts = learned(table("horizonDays: 30\nleadDays: 0\n", false), AdditiveSettings.defaults());

        assertThat(parts.terms()).isEmpty();
        assertThat(parts.facts().get("trees")).startsWith("none");
    }

    /** No column names groups, and every customer is on every date: a bag that had learned from some dates of a customer would know the others. */
    @Test
    void whatACustomersOtherDatesSayProvesNothing() {
        SplittableRandom random = new SplittableRandom(5);
        int[] prints = random.ints(300, 0, 100_000).toArray();
        boolean[] left = new boolean[prints.length];
        for (int customer = 0; customer < left.length; customer++) {
            left[customer] = random.nextInt(4) == 0;
        }
        StringBuilder csv = new StringBuilder("as_of,id,silent,charge,calls,left\n");
        for (int month = 0; month < 5; month++) {
            for (int customer = 0; customer < prints.length; customer++) {
                csv.append(LocalDate.of(2024, 1, 1).plusDays(31L * month))
                        .append(",c")
                        .append(customer)
                        .append(',')
                        .append(prints[customer])
                        .append(",0,0,")
                        .append(left[customer] ? 1 : 0)
                        .append('\n');
            }
        }
        String yaml = Tables.yaml("horizonDays: 30\nleadDays: 0\n", COLUMNS);

        AdditiveParts parts =
                learned(Tables.load(Tables.write(folder, yaml, csv.toString())), AdditiveSettings.defaults());

        assertThat(parts.terms()).isEmpty();
    }

    @Test
    void whoWantsNoTreesGetsNone() {
        AdditiveSettings never =
                AdditiveSettings.defaults().withTrees(TreeSettings.defaults().withLeastZ(Double.POSITIVE_INFINITY));

        assertThat(learned(table("horizonDays: 30\nleadDays: 0\n", true), never).facts())
                .containsEntry("trees", "none");
    }
}
