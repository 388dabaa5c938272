package io.holdfast.training.logistic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import io.holdfast.training.tribuo.TableDataSource;
import io.holdfast.training.tribuo.TableEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;

class LogisticTrainerTest {
    private static final LogisticSettings DEFAULTS = LogisticSettings.defaults();

    @TempDir
    private Path folder;

    private static AdditiveModel train(TrainingTable table, LogisticSettings settings) {
        return new AdditiveModel(new LogisticTrainer(settings).train(table, Split.of(table, 1), 1, Progress.SILENT));
    }

    private static double contribution(AdditiveModel model, int input, CodedRow row) {
        double[] contributions = new double[model.inputs().size()];
        model.logOdds(row, contributions);
        return contributions[input];
    }

    /** Tribuo's own prediction of the same model is the reference. */
    @Test
    void translatedTermsGiveTheLogOddsOfTribuosModel() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(3000, 1));
        Split split = Split.of(table, 1);
        AdditiveModel translated = train(table, DEFAULTS);
        assertThat(translated.facts().get("calibration")).startsWith("none, ");
        int[] training = split.rows(Part.TRAINING);
        TableEncoding encoding = TableEncoding.standardised(table, training, translated.inputs());
        Model<Label> original = new LinearSGDTrainer(
                        new LogMulticlass(), new ParameterAveraging(new AdaGrad(0.1, 0.1)), 5, -1, 1, 1)
                .train(new MutableDataset<>(new TableDataSource(table, training, encoding)));

        int[] all = IntStream.range(0, table.rows()).toArray();
        double[] logOdds = new RowCoder(table).logOdds(translated, all);
        int row = 0;
        for (var example : new TableDataSource(table, all, encoding)) {
            Label left =
                    requireNonNull(original.predict(example).getOutputScores().get("yes"));
            assertThat(AdditiveModel.probability(logOdds[row++])).isCloseTo(left.getScore(), within(1e-12));
        }
        assertThat(row).isEqualTo(table.rows());
    }

    /** By hand: 10 % of those with autopay leave and 30 % of those without, so the odds differ by ln(27 / 7) = 1.3499. */
    @Test
    void learnsTheLogOddsRatioOfAFlag() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 4000; row++) {
            boolean autopay = row % 2 == 0;
            boolean left = row / 2 % 10 < (autopay ? 1 : 3);
            csv.append(row).append(",1,x,").append(autopay).append(left ? ",yes\n" : ",no\n");
        }
        AdditiveModel model = train(Tables.read(folder, Tables.COLUMNS, csv.toString()), DEFAULTS.withEpochs(30));
        CodedRow row = model.newRow();

        row.level(2, "false");
        double without = contribution(model, 2, row);
        row.level(2, "true");
        double with = contribution(model, 2, row);

        assertThat(without - with).isCloseTo(1.3499, within(0.1));
    }

    @Test
    void aMissingNumberContributesWhatMissingRowsTaught() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(4000, 3));
        AdditiveModel model = train(table, DEFAULTS);
        CodedRow unknown = model.newRow();
        CodedRow old = model.newRow();
        old.number(0, 60);

        LinearTerm tenure = (LinearTerm) model.terms().get(0);
        assertThat(tenure.slope()).isCloseTo(-0.05, within(0.012));
        assertThat(contribution(model, 0, unknown)).isEqualTo(tenure.missing()).isPositive();
        assertThat(contribution(model, 0, old)).isNegative();
    }

    @Test
    void whatTrainingNeverSawContributesZero() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 500; row++) {
            csv.append(row)
                    .append(',')
                    .append(row % 50)
                    .append(row % 2 == 0 ? ",a," : ",b,")
                    .append(row % 3 == 0);
            csv.append(row % 50 + row % 7 < 20 ? ",yes\n" : ",no\n");
        }
        AdditiveModel model = train(Tables.read(folder, Tables.COLUMNS, csv.toString()), DEFAULTS);
        CodedRow row = model.newRow();

        assertThat(contribution(model, 0, row)).isZero();
        assertThat(contribution(model, 1, row)).isZero();
        row.level(1, "never seen");
        assertThat(contribution(model, 1, row)).isZero();
    }

    @Test
    void levelsSeenInFewerThanFiveTrainingRowsAreOne() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 1000; row++) {
            String plan = row % 20 == 0 ? "rare" + row : "common";
            csv.append(row)
                    .append(",1,")
                    .append(plan)
                    .append(",1,")
                    .append(row % 20 == 0 || row % 7 == 0 ? "yes\n" : "no\n");
        }
        AdditiveModel model = train(Tables.read(folder, Tables.COLUMNS, csv.toString()), DEFAULTS);
        CodedRow row = model.newRow();

        assertThat(((CategoryCoding) model.inputs().get(1).coding()).levels()).containsExactly("common");
        row.level(1, "rare0");
        double known = contribution(model, 1, row);
        row.level(1, "never seen");
        assertThat(contribution(model, 1, row)).isEqualTo(known).isGreaterThan(1);
    }

    @Test
    void aNumberOfWhichOnlyMissingnessVariesBecomesATable() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 1000; row++) {
            boolean unknown = row % 4 == 0;
            csv.append(row)
                    .append(unknown ? ",," : ",7,")
                    .append("x,1,")
                    .append(row % (unknown ? 3 : 9) == 0 ? "yes\n" : "no\n");
        }
        AdditiveModel model = train(Tables.read(folder, Tables.COLUMNS, csv.toString()), DEFAULTS.withEpochs(30));
        CodedRow row = model.newRow();
        double unknown = contribution(model, 0, row);
        row.number(0, 7);
        double known = contribution(model, 0, row);

        assertThat(model.terms().get(0)).isInstanceOf(TableTerm.class);
        assertThat(unknown).isPositive();
        assertThat(known).isNegative();
        assertThat(unknown - known).isCloseTo(StrictMath.log(0.5 / (1.0 / 8)), within(0.15));
    }

    @Test
    void aLineAgainstTheDescribedDirectionIsHeldFlatAndTheRestLearnsAgain() {
        String csv = Customers.csv(2000, 1);
        String up = Tables.COLUMNS.replace(
                "tenure: {role: feature, kind: number}", "tenure: {role: feature, kind: number, monotone: up}");
        String down = up.replace("monotone: up", "monotone: down");
        AdditiveModel free = train(Tables.read(folder, Tables.COLUMNS, csv), DEFAULTS);

        AdditiveModel allowed = train(Tables.read(folder, down, csv), DEFAULTS);
        AdditiveModel flat = train(Tables.read(folder, up, csv), DEFAULTS);

        assertThat(allowed.terms().get(0)).isEqualTo(free.terms().get(0));
        assertThat(allowed.facts()).doesNotContainKey("heldFlat");
        CodedRow row = flat.newRow();
        row.number(0, 0);
        double fresh = contribution(flat, 0, row);
        row.number(0, 71);
        assertThat(contribution(flat, 0, row)).isEqualTo(fresh);
        assertThat(flat.facts()).containsEntry("heldFlat", "tenure");
    }

    @Test
    void aNumberKnowsItsTrainingRangeAndTenths() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(2000, 1));
        NumberCoding tenure =
                (NumberCoding) train(table, DEFAULTS).inputs().get(0).coding();

        assertThat(tenure.lowest()).isZero();
        assertThat(tenure.highest()).isEqualTo(71);
        assertThat(tenure.cuts()).hasSize(9).isSorted();
        assertThat(tenure.cuts().get(4)).isBetween(32.0, 40.0);
    }

    @Test
    void ofManyRowsAsManyAsAreWantedAreLearnedFrom() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(3000, 1));
        int training = Split.of(table, 1).rows(Part.TRAINING).length;
        AdditiveModel all = train(table, DEFAULTS);
        AdditiveModel some = train(table, DEFAULTS.withMostRows(training / 2));
        int[] rows = IntStream.range(0, table.rows()).toArray();
        double[] logOdds = new RowCoder(table).logOdds(all, rows);

        assertThat(new RowCoder(table).logOdds(train(table, DEFAULTS.withMostRows(training)), rows))
                .containsExactly(logOdds);
        double[] ofSome = new RowCoder(table).logOdds(some, rows);
        assertThat(ofSome).isNotEqualTo(logOdds);
        double apart = IntStream.of(rows)
                .mapToDouble(row -> Math.abs(ofSome[row] - logOdds[row]))
                .average()
                .orElseThrow();
        assertThat(apart).isLessThan(0.3);
    }

    @Test
    void settingsSayWhatTheyExpect() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withEpochs(0))
                .withMessageContaining("epochs: 0")
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticSettings(5, Double.NaN, 0.1, 5, 1))
                .withMessageContaining("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticSettings(5, 0.1, 0, 5, 1))
                .withMessageContaining("epsilon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticSettings(5, 0.1, 0.1, 0, 1))
                .withMessageContaining("leastLevelRows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withMostRows(0))
                .withMessageContaining("mostRows: 0");
        assertThat(List.of(DEFAULTS.epochs(), DEFAULTS.leastLevelRows())).containsExactly(5, 5);
    }
}
