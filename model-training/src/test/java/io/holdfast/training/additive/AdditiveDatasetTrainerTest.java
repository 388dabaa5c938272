package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class AdditiveDatasetTrainerTest {
    private static final String COLUMNS = """
            calls: {role: feature, kind: number}
            tenure: {role: feature, kind: number}
            churn: {role: label, kind: category, positive: "yes"}
            """;
    private static final int ROWS = 2000;

    @TempDir
    private Path folder;

    private static Dataset<Label> dataset(String csv) {
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
        csv.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            ArrayExample<Label> example = new ArrayExample<>(new Label(cells[2]));
            if (!cells[0].isEmpty()) {
                example.add("calls", Double.parseDouble(cells[0]));
            }
            example.add("tenure", Double.parseDouble(cells[1]));
            dataset.add(example);
        });
        return dataset;
    }

    private static String csv() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("calls,tenure,churn\n");
        for (int row = 0; row < ROWS; row++) {
            int calls = random.nextInt(10);
            int tenure = random.nextInt(60);
            boolean left = random.nextDouble() < 1 / (1 + StrictMath.exp(1 + tenure / 20.0 - calls / 2.0));
            csv.append(calls == 9 ? "" : Integer.toString(calls)).append(',').append(tenure);
            csv.append(left ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    @Test
    void aDatasetTeachesWhatATableOfTheSameColumnsTeaches() {
        String csv = csv();
        TrainingTable table = Tables.read(folder, COLUMNS, csv);
        Part[] parts = new Part[ROWS];
        Arrays.fill(parts, Part.TRAINING);
        AdditiveModel expected = new AdditiveModel(
                new AdditiveTrainer(AdditiveSettings.defaults(), 1).train(table, new Split(parts), 3, Progress.SILENT));

        AdditiveModel model = new AdditiveDatasetTrainer("yes", 3, 2).train(dataset(csv), Map.of());

        assertThat(model.intercept()).isEqualTo(expected.intercept());
        assertThat(model.terms()).hasSameSizeAs(expected.terms()).isNotEmpty();
        for (int t = 0; t < model.terms().size(); t++) {
            assertThat(((TableTerm) model.terms().get(t)).values())
                    .containsExactly(((TableTerm) expected.terms().get(t)).values());
        }
    }

    @Test
    void exampleWeightsCountAsInATableOfRepeatedRows() {
        Dataset<Label> even = dataset(csv());
        MutableDataset<Label> heavy =
                new MutableDataset<>(new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
        for (Example<Label> example : even) {
            Example<Label> copy = example.copy();
            copy.setWeight(copy.getOutput().getLabel().equals("yes") ? 3 : 1);
            heavy.add(copy);
        }

        AdditiveModel before = new AdditiveDatasetTrainer("yes", 3, 1).train(even, Map.of());
        AdditiveModel after = new AdditiveDatasetTrainer("yes", 3, 1).train(heavy, Map.of());

        double shift = 0;
        for (Example<Label> example : even) {
            shift += (logOdds(after, example) - logOdds(before, example)) / even.size();
        }
        assertThat(shift).isBetween(StrictMath.log(3) - 0.25, StrictMath.log(3) + 0.25);
    }

    private static double logOdds(AdditiveModel model, Example<Label> example) {
        double probability = model.predict(example).getOutputScores().get("yes").getScore();
        return StrictMath.log(probability / (1 - probability));
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        for (float weight : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            Dataset<Label> examples = dataset(csv());
            examples.getExample(4).setWeight(weight);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AdditiveDatasetTrainer("yes", 1, 1).train(examples))
                    .withMessageContaining("example 4")
                    .withMessageContaining("weighs " + weight);
        }
    }

    @Test
    void tribuoEvaluatesTheModelAndKnowsWhereItComesFrom() {
        Dataset<Label> dataset = dataset(csv());
        AdditiveDatasetTrainer trainer = new AdditiveDatasetTrainer("yes", 3, 1);

        AdditiveModel model = trainer.train(dataset, Map.of());

        assertThat(new LabelEvaluator().evaluate(model, dataset).AUCROC(new Label("yes")))
                .isGreaterThan(0.75);
        assertThat(model.getProvenance().getTrainerProvenance().getClassName())
                .isEqualTo(AdditiveDatasetTrainer.class.getName());
        assertThat(ProvenanceUtil.extractConfiguration(model.getProvenance())).isNotEmpty();
        assertThat(trainer.getInvocationCount()).isEqualTo(1);
    }

    @Test
    void whatItCannotLearnFromIsRefused() {
        AdditiveDatasetTrainer trainer = new AdditiveDatasetTrainer("gone", 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.train(dataset(csv())))
                .withMessageContaining("'gone'");
        MutableDataset<Label> oneHot =
                new MutableDataset<>(new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
        for (int i = 0; i < 50; i++) {
            oneHot.add(new ArrayExample<>(
                    new Label(i % 2 == 0 ? "yes" : "no"), new String[] {"plan@a"}, new double[] {1}));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdditiveDatasetTrainer("yes", 1, 1).train(oneHot))
                .withMessageContaining("plan@a");
    }
}
