package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.trees.TreeSettings;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When trees are mixed in, and when a trial spares them. */
class MixedTreesTest {
    @TempDir
    private Path folder;

    @Test
    void whereManyColumnsActTogetherTreesAreMixedInAndSaidSo() {
        AdditiveParts parts = Trained.parts(
                Tables.read(folder, Patterns.columns(""), Patterns.csv(4000)), AdditiveSettings.defaults());

        assertThat(parts.terms()).anyMatch(term -> term.inputs().size() >= 4);
        assertThat(parts.facts().get("trees")).contains("% of the columns' own tables");
    }

    @Test
    void whereColumnsActAloneThereAreNoTrees() {
        AdditiveParts parts =
                Trained.parts(Tables.read(folder, Tables.COLUMNS, Customers.csv(4000, 1)), AdditiveSettings.defaults());

        assertThat(parts.terms()).doesNotHaveAnyElementsOfTypes(ForestTerm.class);
        assertThat(parts.facts().get("trees")).startsWith("none");
    }

    /** A trial from the first row on, as large tables have it. */
    private static AdditiveSettings tryingTrees() {
        TreeSettings trees = TreeSettings.defaults();
        return AdditiveSettings.defaults()
                .withTrees(trees.withPilot(trees.pilot().withFrom(1)));
    }

    @Test
    void aTrialThatFindsWhatTablesMissChangesNothingOfTheTrees() {
        TrainingTable table = Tables.read(folder, Patterns.columns(""), Patterns.csv(4000));

        AdditiveParts tried = Trained.parts(table, tryingTrees());

        assertThat(tried.facts().get("trees")).contains("weighing");
        assertThat(new AdditiveModel(tried).serialize())
                .isEqualTo(new AdditiveModel(Trained.parts(table, AdditiveSettings.defaults())).serialize());
    }

    @Test
    void aTrialThatFindsNothingSparesTheTreesAndSaysSo() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(2000, 1));
        AdditiveSettings never =
                AdditiveSettings.defaults().withTrees(TreeSettings.defaults().withLeastZ(Double.POSITIVE_INFINITY));

        AdditiveParts tried = Trained.parts(table, tryingTrees());

        assertThat(tried.facts().get("trees"))
                .startsWith("none; on top of the tables")
                .endsWith("where 0.0 is needed");
        assertThat(tried.terms()).hasSameSizeAs(Trained.parts(table, never).terms());
        assertThat(tried.intercept()).isEqualTo(Trained.parts(table, never).intercept());
    }

    /** Few rounds are the best here, and the rounds tried behind them scatter much more. */
    @Test
    void treesThatAreProvenToHelpAreInTheScore() {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder csv = new StringBuilder();
        for (int column = 0; column < 30; column++) {
            csv.append('x').append(column).append(',');
        }
        csv.append("churn\n");
        for (int row = 0; row < 5000; row++) {
            double[] values = random.doubles(30, -1, 1).toArray();
            boolean rule = values[0] > 0 && values[1] > 0 && values[2] > 0 && values[3] > 0;
            boolean left = random.nextDouble() < (rule ? 0.6 : 0.16);
            for (double value : values) {
                csv.append(value).append(',');
            }
            csv.append(left ? "yes\n" : "no\n");
        }
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < 30; column++) {
            columns.append('x').append(column).append(": {role: feature, kind: number}\n");
        }
        columns.append("churn: {role: label, kind: category, positive: \"yes\"}\n");

        String trees = Trained.parts(
                        Tables.read(folder, columns.toString(), csv.toString()), AdditiveSettings.defaults())
                .facts()
                .get("trees");

        assertThat(trees).matches("\\d+ of up to 6 questions, weighing .*");
    }

    @Test
    void theTrialIsTheSameForAnyNumberOfThreads() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(2000, 1));
        Split split = Split.of(table, 1);

        assertThat(new AdditiveTrainer(tryingTrees(), 3)
                        .train(table, split, 1, Progress.SILENT)
                        .facts())
                .isEqualTo(new AdditiveTrainer(tryingTrees(), 1)
                        .train(table, split, 1, Progress.SILENT)
                        .facts());
    }

    @Test
    void whatTrainingNeverSawContributesZeroInTreesToo() {
        AdditiveParts parts = Trained.parts(
                Tables.read(folder, Patterns.columns(""), Patterns.csv(4000)), AdditiveSettings.defaults());
        AdditiveModel model = new AdditiveModel(parts);
        CodedRow row = model.newRow();

        assertThat(parts.terms()).hasAtLeastOneElementOfType(ForestTerm.class);
        assertThat(model.logOdds(row, new double[6])).isCloseTo(model.intercept(), within(1e-12));
        row.number(0, 9);
        assertThat(Trained.contribution(model, 2, row)).isZero();
        assertThat(Trained.contribution(model, 0, row)).isNotZero();
    }
}
