package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.oracle.labs.mlrg.olcut.util.Pair;
import io.holdfast.scoring.fixture.TinyBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ListExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class TribuoPredictionTest {
    private final AdditiveModel model = new AdditiveModel(TinyBundles.parts());

    private static Example<Label> example(String label) {
        return new ListExample<>(new Label(label));
    }

    private static Example<Label> example(String label, double tenure, String contract) {
        Example<Label> example = example(label);
        example.add(new Feature(TribuoFeatures.numberName("tenure"), tenure));
        example.add(new Feature(TribuoFeatures.levelName("contract", contract), 1));
        return example;
    }

    private double ownPath(double tenure, String contract) {
        CodedRow row = model.newRow();
        row.number(TinyBundles.TENURE, tenure);
        row.level(TinyBundles.CONTRACT, contract);
        return AdditiveModel.probability(model.logOdds(row, new double[5]));
    }

    private static double score(Prediction<Label> prediction, String label) {
        return Objects.requireNonNull(prediction.getOutputScores().get(label)).getScore();
    }

    @Test
    void predictsWhatTheModelScores() {
        Prediction<Label> prediction = model.predict(example("yes", 3, "monthly"));

        assertThat(score(prediction, "yes")).isEqualTo(ownPath(3, "monthly"));
        assertThat(score(prediction, "no")).isEqualTo(1 - ownPath(3, "monthly"));
        assertThat(prediction.hasProbabilities()).isTrue();
        assertThat(prediction.getNumActiveFeatures()).isEqualTo(2);
    }

    @Test
    void theLikelierLabelIsTheOutput() {
        assertThat(ownPath(0, "monthly")).isGreaterThan(0.5);
        assertThat(model.predict(example("no", 0, "monthly")).getOutput().getLabel())
                .isEqualTo("yes");
        assertThat(ownPath(72, "yearly")).isLessThan(0.5);
        assertThat(model.predict(example("no", 72, "yearly")).getOutput().getLabel())
                .isEqualTo("no");
    }

    @Test
    void aLevelThatTrainingDidNotKnowIsUnseenHereToo() {
        double unseen = score(model.predict(example("yes", 3, "lifelong")), "yes");

        assertThat(unseen).isEqualTo(ownPath(3, "lifelong"));
        assertThat(unseen).isNotEqualTo(score(model.predict(withTenure(3)), "yes"));
    }

    private static Example<Label> withTenure(double tenure) {
        Example<Label> example = example("yes");
        example.add(new Feature("tenure", tenure));
        return example;
    }

    @Test
    void featuresOfOtherColumnsDoNotCount() {
        Example<Label> example = withTenure(3);
        example.add(new Feature("shoe size", 44));
        example.add(new Feature("shoe size@44", 1));
        example.add(new Feature("tenure@3", 1));
        example.add(new Feature("contract", 1));

        assertThat(score(model.predict(example), "yes")).isEqualTo(score(model.predict(withTenure(3)), "yes"));
    }

    @Test
    void refusesAnExampleWithoutAnyFeatureOfItsColumns() {
        Example<Label> example = example("yes");
        example.add(new Feature("shoe size", 44));

        assertThatThrownBy(() -> model.predict(example))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No features found");
    }

    @Test
    void refusesTwoLevelsOfOneColumn() {
        Example<Label> example = example("yes", 3, "monthly");
        example.add(new Feature(TribuoFeatures.levelName("contract", "yearly"), 1));

        assertThatThrownBy(() -> model.predict(example))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 'contract' has two levels");
    }

    @Test
    void namesWithJoinersAndPercentSignsDoNotCollide() {
        CategoryCoding levels = new CategoryCoding(List.of("b@c", "c", "%40", "@"));
        List<ModelInput> inputs =
                List.of(new ModelInput("a", levels), new ModelInput("a@b", levels), new ModelInput("a%40b", levels));
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            double[] values = new double[6];
            for (int bin = 0; bin < values.length; bin++) {
                values[bin] = StrictMath.pow(10, i) * bin;
            }
            terms.add(new TableTerm(List.of(TableAxis.full(i, levels)), values));
        }
        AdditiveModel tricky = new AdditiveModel(new AdditiveParts("tricky", "1", "0", 0, inputs, terms, Map.of()));

        assertThat(tricky.getFeatureIDMap().size()).isEqualTo(12);
        for (int input = 0; input < 3; input++) {
            for (String level : levels.levels()) {
                Example<Label> example = new ListExample<>(new Label("1"));
                example.add(
                        new Feature(TribuoFeatures.levelName(inputs.get(input).name(), level), 1));
                CodedRow row = tricky.newRow();
                row.level(input, level);

                double[] contributions = new double[3];
                double expected = tricky.logOdds(row, contributions);

                assertThat(contributions[input]).isEqualTo(StrictMath.pow(10, input) * levels.bin(level));
                assertThat(score(tricky.predict(example), "1")).isEqualTo(AdditiveModel.probability(expected));
            }
        }
    }

    @Test
    void tribuoEvaluatesIt() {
        MutableDataset<Label> dataset = new MutableDataset<>(new ListDataSource<>(
                List.of(
                        example("yes", 1, "monthly"),
                        example("no", 60, "yearly"),
                        example("no", 30, "monthly"),
                        example("yes", 70, "yearly")),
                new LabelFactory(),
                new SimpleDataSourceProvenance("four customers", new LabelFactory())));

        LabelEvaluation evaluation = new LabelEvaluator().evaluate(model, dataset);

        // Of the four pairs of a leaver and a stayer, the first leaver wins both and the second loses both.
        assertThat(evaluation.AUCROC(new Label("yes"))).isCloseTo(0.5, within(1e-12));
        assertThat(evaluation.tp(new Label("yes"))).isEqualTo(1);
    }

    @Test
    void excusesArePerColumnAndExact() {
        Map<String, List<Pair<String, Double>>> weights =
                model.getExcuse(example("yes", 3, "monthly")).orElseThrow().getScores();

        double sum = model.intercept();
        List<Pair<String, Double>> contributions = Objects.requireNonNull(weights.get("yes"));
        for (Pair<String, Double> contribution : contributions) {
            sum += contribution.getB();
        }
        assertThat(AdditiveModel.probability(sum)).isCloseTo(ownPath(3, "monthly"), within(1e-12));
        assertThat(contributions.get(0).getA()).isEqualTo("tenure");
    }

    @Test
    void topFeaturesAreTheColumnsThatCanMoveTheScoreMost() {
        List<Pair<String, Double>> all =
                Objects.requireNonNull(model.getTopFeatures(-1).get("yes"));

        // tenure: 0.03125 * 40; the others by their largest cell; the pair's 0.25 counts half for each of its inputs.
        assertThat(all.stream().map(Pair::getA))
                .containsExactly("tenure", "contract", "support", "monthly_charge", "paperless");
        assertThat(all.stream().map(Pair::getB)).containsExactly(1.25, 1.125, 1.0, 0.875, 0.25);
        assertThat(model.getTopFeatures(2).get("yes")).isEqualTo(all.subList(0, 2));
    }
}
