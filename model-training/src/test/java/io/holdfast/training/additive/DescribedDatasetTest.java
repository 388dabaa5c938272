package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** One-hot features and a description give the model that the table itself gives. */
class DescribedDatasetTest {
    private static final int ROWS = 1500;
    private static final String COLUMNS = """
            calls: {role: feature, kind: number, monotone: increasing}
            "m%il@home": {role: feature, kind: category}
            autopay: {role: feature, kind: flag}
            tenure: {role: feature, kind: number}
            churn: {role: label, kind: category, positive: "yes"}
            """;
    private static final String YAML =
            Tables.yaml("interactions: {forbid: [[calls, tenure]], require: [[autopay, tenure]]}\n", COLUMNS);

    @TempDir
    private Path folder;

    private TrainingTable table;
    private AdditiveModel ofTable;

    /** Levels that are rare, empty cells of every kind, and signs in names that Tribuo's names give a meaning. */
    @BeforeEach
    void learnsFromATable() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("calls,m%il@home,autopay,tenure,churn\n");
        List<String> providers = List.of("a@b", "50%", "plain", "");
        for (int row = 0; row < ROWS; row++) {
            int calls = random.nextInt(10);
            int provider = random.nextInt(4);
            boolean autopay = random.nextBoolean();
            int tenure = random.nextInt(60);
            double score = calls / 2.0 - 2 + provider / 2.0 - (autopay && tenure > 30 ? 2 : 0);
            csv.append(calls == 9 ? "" : Integer.toString(calls)).append(',');
            csv.append(row % 500 == 7 ? "rare" + row : providers.get(provider)).append(',');
            csv.append(row % 9 == 0 ? "" : Boolean.toString(autopay)).append(',');
            csv.append(tenure);
            csv.append(random.nextDouble() < 1 / (1 + StrictMath.exp(-score)) ? ",yes\n" : ",no\n");
        }
        table = Tables.load(Tables.write(folder, YAML, csv.toString()));
        Part[] parts = new Part[ROWS];
        Arrays.fill(parts, Part.TRAINING);
        ofTable = new AdditiveModel(
                new AdditiveTrainer(AdditiveSettings.defaults(), 1).train(table, new Split(parts), 3, Progress.SILENT));
    }

    private static MutableDataset<Label> empty() {
        return new MutableDataset<>(new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
    }

    private Example<Label> example(int row) {
        ArrayExample<Label> example = new ArrayExample<>(new Label(table.positive(row) ? "yes" : "no"));
        for (FeatureColumn feature : table.features()) {
            if (feature.missing(row)) {
                continue;
            }
            if (feature instanceof NumberColumn numbers) {
                example.add(TribuoFeatures.numberName(feature.name()), numbers.value(row));
            } else {
                example.add(TribuoFeatures.levelName(feature.name(), feature.text(row)), 1);
            }
        }
        return example;
    }

    private MutableDataset<Label> oneHot() {
        MutableDataset<Label> dataset = empty();
        IntStream.range(0, ROWS).forEach(row -> dataset.add(example(row)));
        return dataset;
    }

    private static void assertEqual(AdditiveModel model, AdditiveModel expected) {
        assertThat(model.inputs()).usingRecursiveComparison().isEqualTo(expected.inputs());
        assertThat(model.intercept()).isEqualTo(expected.intercept());
        assertThat(model.terms()).hasSameSizeAs(expected.terms()).isNotEmpty();
        for (int t = 0; t < model.terms().size(); t++) {
            assertThat(((TableTerm) model.terms().get(t)).axes())
                    .usingRecursiveComparison()
                    .isEqualTo(((TableTerm) expected.terms().get(t)).axes());
            assertThat(((TableTerm) model.terms().get(t)).values())
                    .containsExactly(((TableTerm) expected.terms().get(t)).values());
        }
    }

    @Test
    void levelsThatWereTakenApartComeTogetherAgain() {
        AdditiveModel model = AdditiveDatasetTrainer.ofDescription(YAML, 3, 2).train(oneHot(), Map.of());

        assertEqual(model, ofTable);
        assertThat(model.terms().stream().map(Term::inputs)).contains(List.of(2, 3));
    }

    @Test
    void indicatorsOfZeroSayNothing() {
        MutableDataset<Label> dataset = empty();
        for (int row = 0; row < ROWS; row++) {
            ArrayExample<Label> example = new ArrayExample<>(example(row));
            if (table.features().get(2).text(row).equals("true")) {
                example.add("autopay@false", 0);
            }
            dataset.add(example);
        }

        assertEqual(AdditiveDatasetTrainer.ofDescription(YAML, 3, 1).train(dataset, Map.of()), ofTable);
    }

    @Test
    void theModelPredictsExamplesAsTheTablesRows() {
        AdditiveModel model = AdditiveDatasetTrainer.ofDescription(YAML, 3, 1).train(oneHot(), Map.of());
        int[] rows = IntStream.range(0, ROWS).toArray();
        double[] logOdds = new RowCoder(table).logOdds(ofTable, rows);

        for (int row : rows) {
            assertThat(model.predict(example(row)).getOutputScores().get("yes").getScore())
                    .isEqualTo(AdditiveModel.probability(logOdds[row]));
        }
    }

    @Test
    void aTrainerMadeAgainFromItsProvenanceGivesTheSameModel() {
        AdditiveDatasetTrainer trainer = AdditiveDatasetTrainer.ofDescription(YAML, 3, 1);
        AdditiveModel model = trainer.train(oneHot(), Map.of());

        ConfigurationManager configuration = new ConfigurationManager();
        configuration.addConfiguration(
                ProvenanceUtil.extractConfiguration(model.getProvenance().getTrainerProvenance()));
        AdditiveDatasetTrainer again =
                configuration.lookupAll(AdditiveDatasetTrainer.class).get(0);
        again.setInvocationCount(0);

        assertThat(again).hasToString(trainer.toString());
        assertEqual(again.train(oneHot(), Map.of()), ofTable);
    }

    private static void assertRefused(String feature, double value, String... words) {
        MutableDataset<Label> dataset = empty();
        for (int row = 0; row < 100; row++) {
            ArrayExample<Label> example = new ArrayExample<>(new Label(row % 2 == 0 ? "yes" : "no"));
            example.add("tenure", row);
            example.add("autopay@true", 1);
            example.add(feature, value);
            dataset.add(example);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdditiveDatasetTrainer.ofDescription(YAML, 1, 1).train(dataset))
                .satisfies(fault -> assertThat(fault.getMessage()).contains(words));
    }

    @Test
    void featuresThatTheDescriptionDoesNotHaveAreRefused() {
        assertRefused("age", 3, "'age'", "what the description has");
        assertRefused("churn@yes", 1, "'churn@yes'");
        assertRefused("calls@3", 1, "'calls@3'");
        assertRefused("m%25il%40home", 1, "'m%25il%40home'");
        assertRefused("autopay@false", 1, "two levels of column 'autopay'", "'true' and 'false'");
        assertRefused("calls", Double.POSITIVE_INFINITY, "'calls'", "Infinity", "finite");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        MutableDataset<Label> dataset = empty();
        for (int row = 0; row < 100; row++) {
            dataset.add(new ArrayExample<>(
                    new Label(row % 2 == 0 ? "yes" : "no"), new String[] {"autopay@Yes"}, new double[] {1}));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdditiveDatasetTrainer.ofDescription(YAML, 1, 1).train(dataset))
                .withMessageContaining("'autopay'")
                .withMessageContaining("true or false");
    }

    @Test
    void aTextThatDescribesNothingIsRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> AdditiveDatasetTrainer.ofDescription("format: 1\nname: x\n", 1, 1))
                .withMessageContaining("description");
    }
}
