package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Categories of some fifty rows a level: learned with a cell for every level, or in an order that other rows gave. */
class LevelChoiceTest {
    private static final int ROWS = 2400;
    private static final String COLUMNS = """
            id: {role: id}
            calls: {role: feature, kind: number}
            plan: {role: feature, kind: category}
            town: {role: feature, kind: category}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    @TempDir
    private Path folder;

    /**
     * Customers whose leaving hangs on the calls and, by so many log-odds, on something else.
     *
     * @param more log-odds by plan (0 or 1) and town (from 0)
     */
    private static String csv(int towns, IntBinaryOperator more) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("id,calls,plan,town,churn\n");
        for (int row = 0; row < ROWS; row++) {
            int calls = random.nextInt(8);
            int plan = random.nextInt(2);
            int town = random.nextInt(towns);
            double logOdds = calls - 5 + more.applyAsInt(plan, town);
            boolean left = random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds));
            csv.append(row).append(',').append(calls).append(',').append(plan == 0 ? 'a' : 'b');
            csv.append(",t").append(town).append(left ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    private AdditiveParts learn(String more, String csv, int threads) {
        TrainingTable table = Tables.load(Tables.write(folder, Tables.yaml(more, COLUMNS), csv));
        return new AdditiveTrainer(AdditiveSettings.defaults(), threads)
                .train(table, Split.of(table, 1), 1, Progress.SILENT);
    }

    @Test
    void levelsThatSayNothingAreOrderedByOtherRowsAndMoveNoScore() {
        AdditiveParts parts = learn("", csv(45, (plan, town) -> 0), 2);
        AdditiveModel model = new AdditiveModel(parts);
        CodedRow row = model.newRow();
        double most = 0;

        for (int town = 0; town < 45; town++) {
            row.level(2, "t" + town);
            most = Math.max(most, Math.abs(Trained.contribution(model, 2, row)));
        }

        assertThat(parts.facts().get("levels")).startsWith("of town, ordered by what other rows say of them; ");
        assertThat(most).isLessThan(0.2);
    }

    @Test
    void levelsThatActTogetherWithAnotherColumnKeepACellEach() {
        AdditiveParts parts = learn("", csv(45, (plan, town) -> plan == town % 2 ? 2 : -2), 2);

        assertThat(parts.facts().get("levels")).startsWith("of town, a cell for each; ");
        assertThat(parts.terms())
                .anyMatch(term -> term.inputs().size() > 1 && term.inputs().contains(2));
    }

    @Test
    void fewLevelsAndThoseOfRequiredPairsAreLearnedOnce() {
        assertThat(learn("", csv(30, (plan, town) -> 0), 2).facts()).doesNotContainKey("levels");
        assertThat(learn("interactions: {require: [[plan, town]]}\n", csv(45, (plan, town) -> 0), 2)
                        .facts())
                .doesNotContainKey("levels");
    }

    @Test
    void theChoiceIsTheSameForAnyNumberOfThreadsAndItsReasonsAreExact() {
        String csv = csv(45, (plan, town) -> plan);
        AdditiveParts parts = learn("", csv, 3);
        AdditiveModel model = new AdditiveModel(parts);
        TrainingTable table = Tables.read(folder, COLUMNS, csv);
        ShapleyByEnumeration reference =
                new ShapleyByEnumeration(model, table, Split.of(table, 1).rows(Part.TRAINING));
        CodedRow row = model.newRow();
        double[] contributions = new double[model.inputs().size()];

        assertThat(parts.facts()).containsKey("levels");
        assertThat(model.serialize()).isEqualTo(new AdditiveModel(learn("", csv, 1)).serialize());
        for (int number = 0; number < 40; number++) {
            new RowCoder(table).fill(row, number);
            model.logOdds(row, contributions);
            assertThat(contributions).containsExactly(reference.values(row), within(1e-9));
        }
    }
}
