package io.holdfast.training.tribuo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

class TableDataSourceTest {
    private static final String COLUMNS = """
            id: {role: id}
            "a@b": {role: feature, kind: number}
            "100%": {role: feature, kind: category}
            churn: {role: label, kind: category, positive: "Yes"}
            """;

    private static final List<ModelInput> INPUTS = List.of(
            new ModelInput("a@b", new NumberCoding(List.of(), 1, 3)),
            new ModelInput("100%", new CategoryCoding(List.of("", " padded ", "two\nlines", "x@y"))));

    @TempDir
    private Path folder;

    private TrainingTable table(String csv) {
        String yaml = Tables.yaml(COLUMNS).replace("{path: table.csv}", "{path: table.csv, missing: [NA]}");
        return Tables.load(Tables.write(folder, yaml, "id,a@b,100%,churn\n" + csv));
    }

    private static Map<String, Double> features(Example<Label> example) {
        Map<String, Double> features = new TreeMap<>();
        example.forEach(feature -> features.put(feature.getName(), feature.getValue()));
        return features;
    }

    private static List<Example<Label>> examples(TrainingTable table, TableEncoding encoding) {
        List<Example<Label>> examples = new ArrayList<>();
        new TableDataSource(table, IntStream.range(0, table.rows()).toArray(), encoding).forEach(examples::add);
        return examples;
    }

    @Test
    void namesLevelsAndLabelsArriveAsTheyAre() {
        TrainingTable table = table("""
                1,1,x@y,Yes
                2,2," padded ",no\s
                3,3,"two
                lines",no\s
                4,2,,Yes
                """);

        List<Example<Label>> examples = examples(table, TableEncoding.raw(INPUTS));

        assertThat(features(examples.get(0))).isEqualTo(Map.of("a%40b", 1.0, "100%25@x%40y", 1.0));
        assertThat(features(examples.get(1))).isEqualTo(Map.of("a%40b", 2.0, "100%25@ padded ", 1.0));
        assertThat(features(examples.get(2))).isEqualTo(Map.of("a%40b", 3.0, "100%25@two\nlines", 1.0));
        assertThat(features(examples.get(3))).isEqualTo(Map.of("a%40b", 2.0, "100%25@", 1.0));
        assertThat(examples)
                .extracting(example -> example.getOutput().getLabel())
                .containsExactly("Yes", "no ", "no ", "Yes");
    }

    @Test
    void numbersAreStandardisedOverTheRowsGivenAndHeldInsideTheirRange() {
        TrainingTable table = table("""
                1,1,x@y,Yes
                2,2,x@y,no
                3,3,x@y,no
                4,999,x@y,no
                """);

        List<Example<Label>> examples = examples(table, TableEncoding.standardised(table, new int[] {0, 1, 2}, INPUTS));

        double deviation = StrictMath.sqrt(2.0 / 3);
        assertThat(examples)
                .extracting(example -> features(example).get("a%40b"))
                .containsExactly(-1 / deviation, 0.0, 1 / deviation, 1 / deviation);
    }

    @Test
    void missingAndRareValuesHaveIndicatorsOfTheirOwn() {
        TrainingTable table = table("""
                1,NA,rare,Yes
                2,1,NA,no
                """);

        List<Example<Label>> examples = examples(table, TableEncoding.standardised(table, new int[] {0, 1}, INPUTS));

        assertThat(features(examples.get(0))).isEqualTo(Map.of("a%40b@@missing", 1.0, "100%25@@rare", 1.0));
        assertThat(features(examples.get(1))).isEqualTo(Map.of("a%40b", 0.0, "100%25@@missing", 1.0));
    }

    @Test
    void rowsComeInTheOrderGiven() {
        TrainingTable table = table("""
                1,1,x@y,Yes
                2,2,x@y,no
                3,3,x@y,no
                """);
        List<Double> values = new ArrayList<>();

        new TableDataSource(table, new int[] {2, 0}, TableEncoding.raw(INPUTS))
                .forEach(example -> values.add(features(example).get("a%40b")));

        assertThat(values).containsExactly(3.0, 1.0);
    }

    @Test
    void featuresComeByNameAndAreCounted() {
        Example<Label> example = examples(table("1,2,x@y,Yes\n2,1,x@y,no\n"), TableEncoding.raw(INPUTS))
                .get(0);
        List<String> names = new ArrayList<>();
        example.forEach(feature -> names.add(feature.getName()));

        assertThat(names).containsExactly("100%25@x%40y", "a%40b");
        assertThat(example.size()).isEqualTo(2);
        assertThat(examples(table("1,2,x@y,Yes\n2,NA,x@y,no\n"), TableEncoding.raw(INPUTS))
                        .get(1)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anExampleReadsTheTableAndOnlyItsCopyCanBeChanged() {
        Example<Label> example = examples(table("1,2,x@y,Yes\n2,1,x@y,no\n"), TableEncoding.raw(INPUTS))
                .get(0);
        Feature more = new Feature("more", 1);
        Example<Label> copy = example.copy();
        copy.add(more);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> example.add(more));
        assertThat(features(copy)).hasSize(3).containsEntry("more", 1.0);
        assertThat(features(example)).hasSize(2);
        assertThat(Example.deserialize(example.serialize())).hasSize(2);
    }

    @Test
    void weightsOfTheRowsHaveMeanOne() {
        String yaml = Tables.yaml(COLUMNS.replace("churn:", "w: {role: weight}\nchurn:"));
        TrainingTable table =
                Tables.load(Tables.write(folder, yaml, "id,a@b,100%,w,churn\n1,1,x,1,Yes\n2,2,x,3,no\n3,3,x,2,no\n"));

        assertThat(examples(table, TableEncoding.raw(INPUTS)))
                .extracting(Example::getWeight)
                .containsExactly(0.5f, 1.5f, 1f);
    }

    /** Any trainer of Tribuo can be put beside ours, here factorisation machines. */
    @Test
    void anotherTribuoTrainerLearnsFromTheSameRows() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(3000, 1));
        Split split = Split.of(table, 1);
        int[] rows = split.rows(Part.TRAINING);
        TableEncoding encoding = TableEncoding.standardised(table, rows, codings(table, split));
        Trainer<Label> trainer =
                new FMClassificationTrainer(new LogMulticlass(), new AdaGrad(0.1, 0.1), 5, -1, 1, 1, 2, 0.1);

        Model<Label> model = trainer.train(new MutableDataset<>(new TableDataSource(table, rows, encoding)));

        LabelEvaluation evaluation = new LabelEvaluator()
                .evaluate(model, new MutableDataset<>(new TableDataSource(table, split.rows(Part.TEST), encoding)));
        assertThat(evaluation.AUCROC(new Label("yes"))).isGreaterThan(0.75);
    }

    private static List<ModelInput> codings(TrainingTable table, Split split) {
        return new LogisticTrainer(LogisticSettings.defaults())
                .train(table, split, 1, Progress.SILENT)
                .inputs();
    }

    @Test
    void aPublishedModelReadsRawExamplesAsTheScorerReadsRows() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(1000, 1));
        Split split = Split.of(table, 1);
        AdditiveModel model = new AdditiveModel(
                new LogisticTrainer(LogisticSettings.defaults()).train(table, split, 1, Progress.SILENT));
        int[] rows = split.rows(Part.TEST);
        double[] logOdds = new RowCoder(table).logOdds(model, rows);
        int next = 0;

        for (Example<Label> example : new TableDataSource(table, rows, TableEncoding.raw(model.inputs()))) {
            Label left = requireNonNull(model.predict(example).getOutputScores().get("yes"));
            assertThat(left.getScore()).isCloseTo(AdditiveModel.probability(logOdds[next++]), within(1e-15));
        }

        assertThat(next).isEqualTo(rows.length);
    }
}
