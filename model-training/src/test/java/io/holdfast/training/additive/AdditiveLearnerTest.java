package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.additive.boosting.SquaredObjective;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditiveLearnerTest {
    @TempDir
    private Path folder;

    private static Bags bags(TrainingTable table) {
        int[] rows = IntStream.range(0, table.rows()).toArray();
        return Bags.deal(rows, table.positives(), table.groups(), 8, 1);
    }

    private static AdditiveModel model(LearnedTables learned) {
        return new AdditiveModel(new AdditiveParts(
                "test", "yes", "no", learned.intercept(), learned.inputs(), learned.terms(), Map.of()));
    }

    private static LearnedTables learn(TrainingTable table, Bags bags, double[] weights) {
        boolean[] positives = new boolean[bags.rows()];
        for (int position = 0; position < positives.length; position++) {
            positives[position] = table.positive(bags.row(position));
        }
        return new AdditiveLearner(AdditiveSettings.defaults(), 2, Progress.SILENT)
                .learn(
                        table.features(),
                        bags,
                        new LogisticObjective(positives, weights),
                        weights,
                        PairRules.NONE,
                        Optional.empty(),
                        1);
    }

    /** Of a target without noise, -.05 a month of tenure and 2 on plan gold, little may be left. */
    @Tag("slow")
    @Test
    void squaredErrorLearnsANumber() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(4000, 1));
        Bags bags = bags(table);
        double[] weights = new double[bags.rows()];
        double[] targets = new double[bags.rows()];
        Arrays.fill(weights, 1);
        for (int position = 0; position < targets.length; position++) {
            int row = bags.row(position);
            String tenure = table.features().get(0).text(row);
            targets[position] = (tenure.isEmpty() ? 1 : -0.05 * Double.parseDouble(tenure))
                    + (table.features().get(1).text(row).equals("gold") ? 2 : 0);
        }

        LearnedTables learned = new AdditiveLearner(AdditiveSettings.defaults(), 2, Progress.SILENT)
                .learn(
                        table.features(),
                        bags,
                        new SquaredObjective(targets, weights),
                        weights,
                        PairRules.NONE,
                        Optional.empty(),
                        1);

        double[] scores = new RowCoder(table).logOdds(model(learned), bags.order());
        double error = 0;
        for (int position = 0; position < scores.length; position++) {
            error += Math.abs(scores[position] - targets[position]) / scores.length;
        }
        assertThat(error).isLessThan(0.05);
    }

    @Test
    void heavierRowsPullTheModelToThemselves() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(4000, 1));
        Bags bags = bags(table);
        double[] even = new double[bags.rows()];
        double[] leavers = new double[bags.rows()];
        for (int position = 0; position < even.length; position++) {
            even[position] = 1;
            leavers[position] = table.positive(bags.row(position)) ? 3 : 1;
        }

        double[] before = new RowCoder(table).logOdds(model(learn(table, bags, even)), bags.order());
        double[] after = new RowCoder(table).logOdds(model(learn(table, bags, leavers)), bags.order());

        double shift = 0;
        for (int position = 0; position < even.length; position++) {
            shift += (after[position] - before[position]) / even.length;
        }
        assertThat(shift).isBetween(StrictMath.log(3) - 0.25, StrictMath.log(3) + 0.25);
    }
}
