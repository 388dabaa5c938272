package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.trees.TreeSettings;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditiveTrainerTest {
    private static final int LEAVING_PATTERNS = 0x3a96c5e1;
    private static final String CALLS = "calls: {role: feature, kind: number}";

    @TempDir
    private Path folder;

    private static AdditiveSettings keeping() {
        AdditiveSettings settings = AdditiveSettings.defaults();
        double always = Double.NEGATIVE_INFINITY;
        return settings.withInteraction(settings.interaction().withNeeded(always, always));
    }

    private static AdditiveSettings keepingTrees() {
        AdditiveSettings settings = keeping();
        return settings.withTrees(settings.trees().withLeastZ(Double.NEGATIVE_INFINITY));
    }

    private static AdditiveParts train(TrainingTable table, AdditiveSettings settings) {
        return new AdditiveTrainer(settings, 2).train(table, Split.of(table, 1), 1, Progress.SILENT);
    }

    private AdditiveModel model(String columns, String csv) {
        return new AdditiveModel(train(Tables.read(folder, columns, csv), AdditiveSettings.defaults()));
    }

    private static double contribution(AdditiveModel model, int input, CodedRow row) {
        double[] contributions = new double[model.inputs().size()];
        model.logOdds(row, contributions);
        return contributions[input];
    }

    private static double meanProbability(AdditiveModel model, TrainingTable table, int[] rows) {
        return Arrays.stream(new RowCoder(table).logOdds(model, rows))
                .map(AdditiveModel::probability)
                .average()
                .orElseThrow();
    }

    @Test
    void aDirectionIsKeptAloneAndInPairsWhateverTheOtherColumnsAre() {
        String up = Entangled.COLUMNS.replace(CALLS, "calls: {role: feature, kind: number, monotone: up}");
        TrainingTable table = Tables.read(folder, up, Entangled.csv(4000, 1));
        AdditiveParts parts = train(table, keeping());
        AdditiveModel model = new AdditiveModel(parts);
        assertThat(parts.terms())
                .anyMatch(term -> term.inputs().contains(0) && term.inputs().size() == 2);

        for (int number = 0; number < 100; number++) {
            CodedRow row = model.newRow();
            new RowCoder(table).fill(row, number);
            double before = Double.NEGATIVE_INFINITY;
            for (int calls = 0; calls < 6; calls++) {
                row.number(0, calls);
                double now = contribution(model, 0, row);
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
                before = now;
            }
        }
    }

    @Test
    void withoutADirectionTheSameTableIsLearnedAsItIs() {
        TrainingTable table = Entangled.table(folder, 4000, 1);
        AdditiveModel model = new AdditiveModel(train(table, keeping()));
        CodedRow row = model.newRow();
        new RowCoder(table).fill(row, 0);
        row.level(1, "b");
        row.level(2, "true");
        row.number(3, 3);

        row.number(0, 0);
        double none = contribution(model, 0, row);
        row.number(0, 5);
        assertThat(contribution(model, 0, row)).isLessThan(none - 0.5);
    }

    @Test
    void aForbiddenPairIsInNoTable() {
        String more = "interactions: {forbid: [[calls, bundle], [visits, bundle]]}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(more, Entangled.COLUMNS), Entangled.csv(4000, 1)));

        AdditiveParts parts = train(table, keeping());

        assertThat(parts.terms()).extracting(Term::inputs).contains(List.of(0, 1));
        assertThat(parts.terms())
                .noneMatch(term -> term.inputs().containsAll(List.of(0, 2)))
                .noneMatch(term -> term.inputs().containsAll(List.of(2, 3)));
    }

    @Test
    void aRequiredPairHasATableEvenWhereItGainsNothing() {
        String more = "interactions: {require: [[autopay, plan]]}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(more, Tables.COLUMNS), Customers.csv(3000, 1)));

        AdditiveParts parts = train(table, AdditiveSettings.defaults());

        assertThat(parts.terms()).extracting(Term::inputs).contains(List.of(1, 2));
    }

    @Test
    void aRequiredPairWithoutATableIsNamedWithTheReason() {
        String more = "interactions: {require: [[days, plan], [same, plan]]}\n";
        String columns =
                Tables.COLUMNS + "days: {role: feature, kind: number}\n" + "same: {role: feature, kind: number}\n";
        StringBuilder csv = new StringBuilder();
        Customers.csv(2000, 1).lines().forEach(line -> {
            String tenure = line.split(",", -1)[1];
            String days = tenure.isEmpty() ? "" : tenure.equals("tenure") ? "days" : tenure + "0";
            csv.append(line).append(',').append(days).append(days.equals("days") ? ",same\n" : ",7\n");
        });
        TrainingTable table = Tables.load(Tables.write(folder, Tables.yaml(more, columns), csv.toString()));

        AdditiveParts parts = train(table, AdditiveSettings.defaults());

        assertThat(parts.facts())
                .containsEntry(
                        AdditiveTrainer.REQUIRED_WITHOUT_TABLE,
                        "plan x days (days is a copy of tenure), plan x same (same does not vary)");
    }

    @Test
    void whatTrainingNeverSawContributesZero() {
        String complete = Customers.csv(3000, 1).replaceAll(",,", ",30,").replaceAll("trial[0-9]+", "basic");
        AdditiveModel model = model(Tables.COLUMNS, complete);
        CodedRow row = model.newRow();

        assertThat(contribution(model, 0, row)).isZero();
        assertThat(contribution(model, 1, row)).isZero();
        row.level(1, "never seen");
        assertThat(contribution(model, 1, row)).isZero();
    }

    @Test
    void aMissingNumberContributesWhatMissingRowsTaught() {
        AdditiveModel model = model(Tables.COLUMNS, Customers.csv(6000, 3));
        CodedRow unknown = model.newRow();
        CodedRow old = model.newRow();
        old.number(0, 60);

        assertThat(contribution(model, 0, unknown)).isBetween(0.5, 2.5);
        assertThat(contribution(model, 0, old)).isNegative();
    }

    @Test
    void anAbsurdColumnLeavesTheTablesOfTheOthersAsTheyAre() {
        String columns = Tables.COLUMNS + "odd: {role: feature, kind: number}\n";
        String plain = withColumn(Customers.csv(2000, 1), "odd", row -> row % 7 == 0 ? "9" : Integer.toString(row % 5));
        String absurd = plain.replaceAll(",9\n", ",1e300\n");

        List<Term> honest =
                train(Tables.read(folder, columns, plain), keepingTrees()).terms();
        List<Term> spoiled =
                train(Tables.read(folder, columns, absurd), keepingTrees()).terms();

        assertThat(spoiled).hasSameSizeAs(honest);
        for (int t = 0; t < honest.size(); t++) {
            assertThat(numbers(spoiled.get(t))).containsExactly(numbers(honest.get(t)));
        }
    }

    private static double[] numbers(Term term) {
        return term instanceof ForestTerm forest
                ? forest.trees().stream()
                        .flatMapToDouble(tree -> Arrays.stream(tree.values()))
                        .toArray()
                : ((TableTerm) term).values();
    }

    /** Whether somebody leaves hangs on which of the columns a to e are high, in no simple way, and a little on f. */
    private static String patterns(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("id,a,b,c,d,e,f,churn\n");
        for (int row = 0; row < rows; row++) {
            csv.append(row);
            int pattern = 0;
            for (int column = 0; column < 5; column++) {
                int value = random.nextInt(10);
                pattern = 2 * pattern + (value >= 5 ? 1 : 0);
                csv.append(',').append(value);
            }
            int f = random.nextInt(10);
            csv.append(',').append(f);
            double leaves = ((LEAVING_PATTERNS >> pattern & 1) == 1 ? 0.7 : 0.1) + 0.02 * f;
            csv.append(random.nextDouble() < leaves ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    /** @param ofLast further attributes of column f */
    private static String numbers(String ofLast) {
        StringBuilder columns = new StringBuilder("id: {role: id}\n");
        for (char name = 'a'; name <= 'f'; name++) {
            String more = name == 'f' ? ofLast : "";
            columns.append(name)
                    .append(": {role: feature, kind: number")
                    .append(more)
                    .append("}\n");
        }
        return columns + "churn: {role: label, kind: category, positive: \"yes\"}\n";
    }

    /** Per tree, the inputs it asks about. */
    private static List<List<Integer>> trees(AdditiveParts parts) {
        return parts.terms().stream()
                .filter(ForestTerm.class::isInstance)
                .map(ForestTerm.class::cast)
                .flatMap(forest -> forest.trees().stream()
                        .map(tree -> tree.questions().stream()
                                .map(question ->
                                        forest.questions().get(question).input())
                                .toList()))
                .toList();
    }

    @Test
    void whereManyColumnsActTogetherTreesAreMixedInAndSaidSo() {
        AdditiveParts parts = train(Tables.read(folder, numbers(""), patterns(4000)), AdditiveSettings.defaults());

        assertThat(parts.terms()).anyMatch(term -> term.inputs().size() >= 4);
        assertThat(parts.facts().get("trees")).contains("% against the tables");
    }

    @Test
    void whereColumnsActAloneThereAreNoTrees() {
        AdditiveParts parts =
                train(Tables.read(folder, Tables.COLUMNS, Customers.csv(4000, 1)), AdditiveSettings.defaults());

        assertThat(parts.terms()).doesNotHaveAnyElementsOfTypes(ForestTerm.class);
        assertThat(parts.facts().get("trees")).startsWith("none");
    }

    /** A trial from the first row on, as large tables have it. */
    private static AdditiveSettings tryingTrees() {
        TreeSettings trees = TreeSettings.defaults();
        return AdditiveSettings.defaults().withTrees(trees.withPilot(trees.pilot().withFrom(1)));
    }

    @Test
    void aTrialThatFindsWhatTablesMissChangesNothingOfTheTrees() {
        TrainingTable table = Tables.read(folder, numbers(""), patterns(4000));

        AdditiveParts tried = train(table, tryingTrees());

        assertThat(tried.facts().get("trees")).contains("weighing");
        assertThat(new AdditiveModel(tried).serialize())
                .isEqualTo(new AdditiveModel(train(table, AdditiveSettings.defaults())).serialize());
    }

    @Test
    void aTrialThatFindsNothingSparesTheTreesAndSaysSo() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(2000, 1));
        AdditiveSettings never =
                AdditiveSettings.defaults().withTrees(TreeSettings.defaults().withLeastZ(Double.POSITIVE_INFINITY));

        AdditiveParts tried = train(table, tryingTrees());

        assertThat(tried.facts().get("trees"))
                .startsWith("none; on top of the tables")
                .endsWith("where 0.0 is needed");
        assertThat(tried.terms()).hasSameSizeAs(train(table, never).terms());
        assertThat(tried.intercept()).isEqualTo(train(table, never).intercept());
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
    void noTreeHoldsAForbiddenPair() {
        String more = "interactions: {forbid: [[e, f]]}\n";
        TrainingTable table = Tables.load(Tables.write(folder, Tables.yaml(more, numbers("")), patterns(4000)));

        List<List<Integer>> trees = trees(train(table, keepingTrees()));

        assertThat(trees).anyMatch(tree -> tree.contains(5));
        assertThat(trees).noneMatch(tree -> tree.containsAll(List.of(4, 5)));
    }

    @Test
    void noTreeHoldsAColumnWithADirection() {
        TrainingTable table = Tables.read(folder, numbers(", monotone: up"), patterns(4000));

        List<List<Integer>> trees = trees(train(table, keepingTrees()));

        assertThat(trees).isNotEmpty().noneMatch(tree -> tree.contains(5));
    }

    @Test
    void whatTrainingNeverSawContributesZeroInTreesToo() {
        AdditiveParts parts = train(Tables.read(folder, numbers(""), patterns(4000)), AdditiveSettings.defaults());
        AdditiveModel model = new AdditiveModel(parts);
        CodedRow row = model.newRow();

        assertThat(parts.terms()).hasAtLeastOneElementOfType(ForestTerm.class);
        assertThat(model.logOdds(row, new double[6])).isCloseTo(model.intercept(), within(1e-12));
        row.number(0, 9);
        assertThat(contribution(model, 2, row)).isZero();
        assertThat(contribution(model, 0, row)).isNotZero();
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
        AdditiveModel model = new AdditiveModel(train(table, AdditiveSettings.defaults()));
        CodedRow row = model.newRow();
        double[] contributions = new double[3];

        assertThat(meanProbability(model, table, split.rows(Part.TEST))).isCloseTo(0.0048, within(0.0015));
        row.number(0, 5);
        assertThat(AdditiveModel.probability(model.logOdds(row, contributions))).isCloseTo(0.012, within(0.006));
        row.number(0, 60);
        assertThat(AdditiveModel.probability(model.logOdds(row, contributions))).isCloseTo(0.002, within(0.0015));
    }

    @Test
    void thousandsOfLevelsThatSayNothingAreNotLearnedByHeart() {
        String columns = Tables.COLUMNS + "street: {role: feature, kind: category}\n";
        SplittableRandom random = new SplittableRandom(2);
        String csv = withColumn(Customers.csv(60_000, 1), "street", row -> "s" + random.nextInt(6000));
        AdditiveModel model = model(columns, csv);
        TrainingTable table = Tables.read(folder, columns, csv);
        double mean = 0;
        CodedRow row = model.newRow();

        for (int number = 0; number < 2000; number++) {
            new RowCoder(table).fill(row, number);
            mean += Math.abs(contribution(model, 3, row)) / 2000;
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
        AdditiveModel model = model(columns, csv.toString());
        CodedRow row = model.newRow();

        row.level(3, "s8");
        double bad = contribution(model, 3, row);
        row.level(3, "s9");
        assertThat(bad - contribution(model, 3, row)).isBetween(1.5, 3.2);
    }

    @Test
    void whereColumnsSayNothingForSureTheAnswerIsTheBaseRate() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.shuffledLabels(300, 1));
        int[] rows = Split.of(table, 1).rows(Part.TRAINING);
        AdditiveModel model = new AdditiveModel(train(table, AdditiveSettings.defaults()));
        double leavers = Arrays.stream(rows).filter(table::positive).count();

        assertThat(model.terms()).isEmpty();
        assertThat(AdditiveModel.probability(model.intercept())).isCloseTo(leavers / rows.length, within(1e-12));
        assertThat(model.facts().get("rounds")).startsWith("none that help for sure");
    }

    @Test
    void twoHundredRowsAreEnoughForAStrongColumn() {
        AdditiveModel model = model(Tables.COLUMNS, Customers.csv(340, 1));
        CodedRow row = model.newRow();
        row.number(0, 1);
        double fresh = contribution(model, 0, row);
        row.number(0, 70);

        assertThat(fresh).isGreaterThan(contribution(model, 0, row) + 1);
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

        AdditiveParts parts = train(table, AdditiveSettings.defaults());

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
