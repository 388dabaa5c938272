package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditiveModelTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void interceptPlusContributionsIsTheSumOfAllTerms() {
        contributionsSum(0, 10);
    }

    @Tag("slow")
    @Test
    void interceptPlusContributionsIsTheSumOfAllTermsOfManyModels() {
        contributionsSum(10, 300);
    }

    private static void contributionsSum(long from, long to) {
        for (long seed = from; seed < to; seed++) {
            AdditiveModel model = new AdditiveModel(RandomModels.parts(seed));
            SplittableRandom random = new SplittableRandom(seed);
            for (int r = 0; r < 20; r++) {
                CodedRow row = RandomModels.row(model, random);
                double[] contributions = new double[model.inputs().size()];
                double logOdds = model.logOdds(row, contributions);

                double sum = model.intercept();
                for (double contribution : contributions) {
                    sum += contribution;
                }
                assertThat(logOdds).as("seed %d", seed).isEqualTo(sum);
                assertThat(logOdds).as("seed %d", seed).isCloseTo(termByTerm(model, row), within(TOLERANCE));
            }
        }
    }

    /** What the terms say by their definitions, without sharing among inputs. */
    private static double termByTerm(AdditiveModel model, CodedRow row) {
        double sum = model.intercept();
        for (Term term : model.terms()) {
            if (term instanceof LinearTerm linear) {
                double value = row.number(linear.input());
                sum += Double.isNaN(value) ? linear.missing() : linear.slope() * (value - linear.centre());
            } else if (term instanceof TableTerm table) {
                int cell = 0;
                for (TableAxis axis : table.axes()) {
                    cell = cell * axis.size() + axis.cell(row.bin(axis.input()));
                }
                sum += table.values()[cell];
            } else if (term instanceof ForestTerm forest) {
                sum += leafByLeaf(forest, marginal -> row.bin(marginal.input()));
            }
        }
        return sum;
    }

    /** The mean of all leaves, each as often as a row like this meets it, less the mean over all rows. */
    private static double leafByLeaf(ForestTerm forest, ToIntFunction<Marginal> bin) {
        double sum = 0;
        for (ObliviousTree tree : forest.trees()) {
            for (int leaf = 0; leaf < tree.values().length; leaf++) {
                double met = 1;
                double metByAll = 1;
                for (Marginal marginal : forest.marginals()) {
                    int own = bin.applyAsInt(marginal);
                    double share = share(forest, tree, leaf, marginal);
                    metByAll *= share;
                    met *= marginal.share(own) == 0 ? share : leads(forest, tree, leaf, marginal.input(), own) ? 1 : 0;
                }
                sum += (met - metByAll) * tree.values()[leaf];
            }
        }
        return sum;
    }

    private static double share(ForestTerm forest, ObliviousTree tree, int leaf, Marginal marginal) {
        return IntStream.range(0, marginal.bins())
                .filter(bin -> leads(forest, tree, leaf, marginal.input(), bin))
                .mapToDouble(marginal::share)
                .sum();
    }

    /** Whether a bin gives the answers that lead to a leaf. */
    private static boolean leads(ForestTerm forest, ObliviousTree tree, int leaf, int input, int bin) {
        int count = tree.questions().size();
        return IntStream.range(0, count).allMatch(q -> {
            BinQuestion question = forest.questions().get(tree.questions().get(q));
            return question.input() != input || question.yes(bin) == ((leaf >> (count - 1 - q) & 1) == 1);
        });
    }

    @Test
    void worksOutByHand() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());
        CodedRow row = model.newRow();
        row.number(TinyBundles.TENURE, 2);
        row.number(TinyBundles.MONTHLY_CHARGE, 95.5);
        row.level(TinyBundles.CONTRACT, "monthly");
        row.level(TinyBundles.SUPPORT, "none");
        row.level(TinyBundles.PAPERLESS, "true");
        double[] contributions = new double[5];

        double logOdds = model.logOdds(row, contributions);

        // The pair of contract and support adds 0.25, half of it to each.
        assertThat(contributions).containsExactly(0.9375, 0.875, 0.625, 0.75, 0.1875);
        assertThat(logOdds).isEqualTo(2.125);
    }

    @Test
    void overwritesWhatStoodInTheContributions() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());
        double[] fresh = new double[5];
        double[] used = {1, 2, 3, 4, Double.NaN};

        assertThat(model.logOdds(model.newRow(), used)).isEqualTo(model.logOdds(model.newRow(), fresh));
        assertThat(used).containsExactly(fresh);
    }

    @Test
    void everyInputOfANewRowIsMissing() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());
        double[] contributions = new double[5];

        model.logOdds(model.newRow(), contributions);

        assertThat(contributions).containsExactly(0.125, 0.0, 0.25 + 0.03125, 0.03125, 0.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "2.1972245773362196, 0.9", "-2.1972245773362196, 0.1", "40, 1", "-710, 0", "800, 1"})
    void turnsLogOddsIntoProbability(double logOdds, double probability) {
        assertThat(AdditiveModel.probability(logOdds)).isCloseTo(probability, within(1e-15));
    }

    @Test
    void probabilityRisesWithTheLogOddsAndStaysBetweenZeroAndOne() {
        double before = 0;
        for (double logOdds = -800; logOdds <= 800; logOdds += 0.5) {
            double probability = AdditiveModel.probability(logOdds);
            assertThat(probability).isBetween(before, 1.0);
            before = probability;
        }
    }

    @Test
    void minusZeroContributesWhatZeroDoes() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());
        CodedRow zero = model.newRow();
        zero.number(TinyBundles.TENURE, 0.0);
        CodedRow minusZero = model.newRow();
        minusZero.number(TinyBundles.TENURE, -0.0);
        double[] one = new double[5];
        double[] other = new double[5];

        assertThat(Double.doubleToRawLongBits(model.logOdds(zero, one)))
                .isEqualTo(Double.doubleToRawLongBits(model.logOdds(minusZero, other)));
        assertThat(other).containsExactly(one);
    }

    @Test
    void holdsNumbersInsideTheTrainingRange() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());

        assertThat(logOddsOfTenure(model, 1e300)).isEqualTo(logOddsOfTenure(model, 72));
        assertThat(logOddsOfTenure(model, -5)).isEqualTo(logOddsOfTenure(model, 0));
        assertThat(logOddsOfTenure(model, Double.NEGATIVE_INFINITY)).isEqualTo(logOddsOfTenure(model, 0));
    }

    private static double logOddsOfTenure(AdditiveModel model, double months) {
        CodedRow row = model.newRow();
        row.number(TinyBundles.TENURE, months);
        return model.logOdds(row, new double[5]);
    }

    @Test
    void findsInputsByName() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());

        assertThat(model.input("support")).contains(TinyBundles.SUPPORT);
        assertThat(model.input("Support")).isEmpty();
    }

    @Test
    void aModelWithoutTermsAnswersItsIntercept() {
        AdditiveModel model = new AdditiveModel(new AdditiveParts(
                "base-rate",
                "1",
                "0",
                -1.5,
                List.of(new ModelInput("age", new NumberCoding(List.of(), 18, 99))),
                List.of(),
                Map.of()));

        assertThat(model.logOdds(model.newRow(), new double[1])).isEqualTo(-1.5);
    }

    @Test
    void keepsItsNameAndRefusesJavaSerialisation() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());

        assertThatThrownBy(() -> model.setName("other")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(model))
                .isInstanceOf(NotSerializableException.class);
    }
}
