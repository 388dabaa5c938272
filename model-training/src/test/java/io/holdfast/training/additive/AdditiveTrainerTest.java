package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditiveTrainerTest {
    @TempDir
    private Path folder;

    @Test
    void oneLeaverInTwoHundredGetsAnHonestProbability() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 30_000; row++) {
            int tenure = random.nextInt(72);
            boolean left = random.nextDouble() < (tenure < 20 ? 0.012 : 0.002);
            csv.append(row).append(',').append(tenure).append(",x,1,").append(left ? "yes\n" : "no\n");
        }
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, csv.toString());
        Split split = Split.of(table, 1);
        AdditiveModel model = new AdditiveModel(Trained.parts(table, AdditiveSettings.defaults()));
        CodedRow row = model.newRow();
        double[] contributions = new double[3];

        assertThat(meanProbability(model, table, split.rows(Part.TEST))).isCloseTo(0.0048, within(0.0015));
        row.number(0, 5);
        assertThat(AdditiveModel.probability(model.logOdds(row, contributions))).isCloseTo(0.012, within(0.006));
        row.number(0, 60);
        assertThat(AdditiveModel.probability(model.logOdds(row, contributions))).isCloseTo(0.002, within(0.0015));
    }

    private static double meanProbability(AdditiveModel model, TrainingTable table, int[] rows) {
        return Arrays.stream(new RowCoder(table).logOdds(model, rows))
                .map(AdditiveModel::probability)
                .average()
                .orElseThrow();
    }

    @Test
    void whereColumnsSayNothingForSureTheAnswerIsTheBaseRate() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.shuffledLabels(300, 1));
        int[] rows = Split.of(table, 1).rows(Part.TRAINING);
        AdditiveModel model = new AdditiveModel(Trained.parts(table, AdditiveSettings.defaults()));
        double leavers = Arrays.stream(rows).filter(table::positive).count();

        assertThat(model.terms()).isEmpty();
        assertThat(AdditiveModel.probability(model.intercept())).isCloseTo(leavers / rows.length, within(1e-12));
        assertThat(model.facts().get("rounds")).startsWith("none that help for sure");
    }

    @Test
    void twoHundredRowsAreEnoughForAStrongColumn() {
        AdditiveModel model = Trained.model(folder, Tables.COLUMNS, Customers.csv(340, 1));
        CodedRow row = model.newRow();
        row.number(0, 1);
        double fresh = Trained.contribution(model, 0, row);
        row.number(0, 70);

        assertThat(fresh).isGreaterThan(Trained.contribution(model, 0, row) + 1);
    }

    @Test
    void rowsOfOneGroupAreNeverOnBothSidesOfABag() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,home\n");
        for (int home = 0; home < 400; home++) {
            String person =
                    "," + random.nextInt(100_000) + ",x,1," + (random.nextInt(3) == 0 ? "yes" : "no") + ",H" + home;
            for (int copy = 0; copy < 5; copy++) {
                csv.append(home * 5 + copy).append(person).append('\n');
            }
        }
        TrainingTable table = Tables.read(folder, Tables.COLUMNS + "home: {role: group}\n", csv.toString());

        AdditiveParts parts = Trained.parts(table, AdditiveSettings.defaults());

        assertThat(parts.terms())
                .as("copies of a home tell nothing of other homes")
                .isEmpty();
    }

    @Test
    void interruptionCancelsTheTraining() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(1000, 1));
        AdditiveTrainer trainer = new AdditiveTrainer(AdditiveSettings.defaults(), 2);
        Progress cancelling = (what, done, total) -> {
            if (done > 2) {
                Thread.currentThread().interrupt();
            }
        };
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> trainer.train(table, Split.of(table, 1), 1, cancelling));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void settingsSayWhatTheyExpect() {
        AdditiveSettings defaults = AdditiveSettings.defaults();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdditiveSettings(
                        1,
                        2,
                        defaults.binning(),
                        defaults.boosting(),
                        defaults.interaction(),
                        defaults.trees(),
                        defaults.manyRows()))
                .withMessageContaining("bags: 1")
                .withMessageContaining("2 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.interaction().withAtMost(-1, 0))
                .withMessageContaining("pairs: -1");
    }
}
