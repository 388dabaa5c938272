package io.holdfast.training.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.BagShapes;
import io.holdfast.training.fit.Fit;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapesTest {
    private static final CategoryCoding CODING = new CategoryCoding(List.of("a", "b"));

    private static AdditiveModel model(double... byBin) {
        return new AdditiveModel(new AdditiveParts(
                "m",
                "yes",
                "no",
                0,
                List.of(new ModelInput("x", CODING)),
                List.of(new TableTerm(List.of(TableAxis.full(0, CODING)), byBin)),
                Map.of()));
    }

    private static BagShapes bags(double[]... byBag) {
        return new BagShapes(Arrays.stream(byBag).map(List::of).toList());
    }

    /** Half-width by hand: t(.975, 3 degrees of freedom) = 3.182 times the root of 3 / 4 times the squares 1 + 1 + 9 + 9. */
    @Test
    void bandsAreTheJackknifesOverTheBags() {
        ModelShapes shapes = Shapes.of(
                model(0, 0, 5, -5),
                bags(new double[] {0, 0, 6, -5}, new double[] {0, 0, 4, -5}, new double[] {0, 0, 8, -5}, new double[] {
                    0, 0, 2, -5
                }));

        ColumnShape column = shapes.columns().get(0);
        double halfWidth = 3.182 * Math.sqrt(.75 * 20);
        assertThat(column.effects()).containsExactly(0.0, 0.0, 5.0, -5.0);
        assertThat(column.low().get(2)).isCloseTo(5 - halfWidth, within(1e-9));
        assertThat(column.high().get(2)).isCloseTo(5 + halfWidth, within(1e-9));
        assertThat(column.low().get(3)).isEqualTo(-5);
        assertThat(shapes.bags()).isEqualTo(4);
    }

    @Test
    void saysHowManyBagsAgreeOnASignAndHowFarEachLiesFromTheirMean() {
        double[][] bags = new double[20][];
        for (int bag = 0; bag < bags.length; bag++) {
            bags[bag] = new double[] {0, 0, bag < 1 ? -1 : 1, bag < 2 ? 1 : -1};
        }

        ColumnShape column =
                Shapes.of(model(0, 0, .9, -.8), bags(bags)).columns().get(0);

        assertThat(column.sameSign()).containsExactly(1.0, 1.0, .95, .9);
        assertThat(column.deviations()).hasSize(20);
        assertThat(column.deviations().get(0)).containsExactly(0.0, 0.0, -1.9, 1.8);
        assertThat(column.deviations().get(19)).containsExactly(0.0, 0.0, .1, -.2);
    }

    @Test
    void whatTheModelHoldsBesideTheBagsTablesIsAddedToEveryBag() {
        ColumnShape column = Shapes.of(model(0, 0, 3, -3), bags(new double[] {0, 0, 1, -1}, new double[] {0, 0, -1, 1}))
                .columns()
                .get(0);

        assertThat(column.sameSign().subList(2, 4)).containsOnly(1.0);
    }

    @Test
    void aLearnerWithoutBagsHasNoBands() {
        ModelShapes shapes = Shapes.of(model(0, 0, 1, -1), BagShapes.NONE);

        ColumnShape column = shapes.columns().get(0);
        assertThat(column.low()).isEqualTo(column.effects());
        assertThat(column.high()).isEqualTo(column.effects());
        assertThat(column.deviations()).isEmpty();
        assertThat(shapes.bags()).isZero();
    }

    @Test
    void theEnginesBagsAverageToItsTables(@TempDir Path folder) {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Customers.csv(1500, 3));
        Fit fit =
                new AdditiveTrainer(AdditiveSettings.defaults(), 2).fit(table, Split.of(table, 1), 1, Progress.SILENT);
        AdditiveModel model = new AdditiveModel(fit.parts());
        MainEffects effects = MainEffects.of(model);

        assertThat(fit.bags().count()).isEqualTo(AdditiveSettings.defaults().bags());
        for (int input = 0; input < model.inputs().size(); input++) {
            for (int bin = 0; bin < model.inputs().get(input).coding().bins(); bin++) {
                double mean = 0;
                for (int bag = 0; bag < fit.bags().count(); bag++) {
                    mean += fit.bags().value(bag, input, bin) / fit.bags().count();
                }
                assertThat(mean).isCloseTo(effects.of(input, bin), within(1e-9));
            }
        }
    }

    @Test
    void aColumnWithoutAnyEffectOfItsOwnIsToldOfWithoutNumbers() {
        ColumnShape unused = Shapes.of(model(0, 0, 0, 0), bags(new double[4], new double[4]))
                .columns()
                .get(0);
        ColumnShape doubted = Shapes.of(model(0, 0, 0, 0), bags(new double[] {0, 0, 1, -1}, new double[] {0, 0, -1, 1}))
                .columns()
                .get(0);

        assertThat(unused).isEqualTo(ColumnShape.flat("x", 2));
        assertThat(unused.effects()).isEmpty();
        assertThat(unused.deviations()).containsExactly(List.of(), List.of());
        assertThat(doubted.effects()).containsExactly(0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void isWrittenAndReadBackWithoutLoss() {
        ModelShapes shapes = Shapes.of(model(0, .1, 1.0 / 3, -1), bags(new double[] {0, 0, .2, .1}));
        ModelShapes unused = Shapes.of(model(0, 0, 0, 0), bags(new double[4]));

        for (ModelShapes written : List.of(shapes, unused)) {
            assertThat(StrictJson.read("shapes.json", StrictJson.write(written), ModelShapes.class))
                    .isEqualTo(written);
        }
    }
}
