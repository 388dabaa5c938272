package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of missing, absurd, never seen and very many values. */
class OddColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void whatTrainingNeverSawContributesZero() {
        String complete = Customers.csv(3000, 1).replaceAll(",,", ",30,").replaceAll("trial[0-9]+", "basic");
        AdditiveModel model = Trained.model(folder, Tables.COLUMNS, complete);
        CodedRow row = model.newRow();

        assertThat(Trained.contribution(model, 0, row)).isZero();
        assertThat(Trained.contribution(model, 1, row)).isZero();
        row.level(1, "never seen");
        assertThat(Trained.contribution(model, 1, row)).isZero();
    }

    @Test
    void aMissingNumberContributesWhatMissingRowsTaught() {
        AdditiveModel model = Trained.model(folder, Tables.COLUMNS, Customers.csv(6000, 3));
        CodedRow unknown = model.newRow();
        CodedRow old = model.newRow();
        old.number(0, 60);

        assertThat(Trained.contribution(model, 0, unknown)).isBetween(0.5, 2.5);
        assertThat(Trained.contribution(model, 0, old)).isNegative();
    }

    @Test
    void anAbsurdColumnLeavesTheTablesOfTheOthersAsTheyAre() {
        String columns = Tables.COLUMNS + "odd: {role: feature, kind: number}\n";
        String plain = withColumn(Customers.csv(2000, 1), "odd", row -> row % 7 == 0 ? "9" : Integer.toString(row % 5));
        String absurd = plain.replaceAll(",9\n", ",1e300\n");

        List<Term> honest = Trained.parts(Tables.read(folder, columns, plain), Trained.keepingTrees())
                .terms();
        List<Term> spoiled = Trained.parts(Tables.read(folder, columns, absurd), Trained.keepingTrees())
                .terms();

        assertThat(spoiled).hasSameSizeAs(honest);
        for (int t = 0; t < honest.size(); t++) {
            assertThat(values(spoiled.get(t))).containsExactly(values(honest.get(t)));
        }
    }

    private static double[] values(Term term) {
        return term instanceof ForestTerm forest
                ? forest.trees().stream()
                        .flatMapToDouble(tree -> Arrays.stream(tree.values()))
                        .toArray()
                : ((TableTerm) term).values();
    }

    private static String withColumn(String csv, String name, IntFunction<String> cell) {
        List<String> lines = csv.lines().toList();
        StringBuilder wider =
                new StringBuilder(lines.get(0)).append(',').append(name).append('\n');
        for (int row = 1; row < lines.size(); row++) {
            wider.append(lines.get(row)).append(',').append(cell.apply(row)).append('\n');
        }
        return wider.toString();
    }

    @Tag("slow")
    @Test
    void thousandsOfLevelsThatSayNothingAreNotLearnedByHeart() {
        String columns = Tables.COLUMNS + "street: {role: feature, kind: category}\n";
        SplittableRandom random = new SplittableRandom(2);
        String csv = withColumn(Customers.csv(60_000, 1), "street", row -> "s" + random.nextInt(6000));
        AdditiveModel model = Trained.model(folder, columns, csv);
        TrainingTable table = Tables.read(folder, columns, csv);
        double mean = 0;
        CodedRow row = model.newRow();

        for (int number = 0; number < 2000; number++) {
            new RowCoder(table).fill(row, number);
            mean += Math.abs(Trained.contribution(model, 3, row)) / 2000;
        }
        assertThat(mean).isLessThan(0.05);
    }

    @Test
    void manyLevelsThatDecideAreLearned() {
        String columns = Tables.COLUMNS + "street: {role: feature, kind: category}\n";
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,street\n");
        for (int row = 0; row < 20_000; row++) {
            int street = random.nextInt(500);
            boolean left = random.nextDouble() < (street % 2 == 0 ? 0.6 : 0.1);
            csv.append(row)
                    .append(",1,x,1,")
                    .append(left ? "yes,s" : "no,s")
                    .append(street)
                    .append('\n');
        }
        AdditiveModel model = Trained.model(folder, columns, csv.toString());
        CodedRow row = model.newRow();

        row.level(3, "s8");
        double bad = Trained.contribution(model, 3, row);
        row.level(3, "s9");
        assertThat(bad - Trained.contribution(model, 3, row)).isBetween(1.5, 3.2);
    }
}
