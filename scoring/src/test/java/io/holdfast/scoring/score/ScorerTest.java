package io.holdfast.scoring.score;

import static io.holdfast.scoring.fixture.TinyBundles.CONTRACT;
import static io.holdfast.scoring.fixture.TinyBundles.MONTHLY_CHARGE;
import static io.holdfast.scoring.fixture.TinyBundles.PAPERLESS;
import static io.holdfast.scoring.fixture.TinyBundles.SUPPORT;
import static io.holdfast.scoring.fixture.TinyBundles.TENURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
    private final ModelBundle bundle = TinyBundles.bundle();
    private final Scorer scorer = new Scorer(bundle);

    private static CustomerRecord risky() {
        return TinyBundles.built(TinyBundles.risky("C-1"));
    }

    private CustomerRecord.Builder nobody() {
        return CustomerRecord.builder(InputSchema.of(bundle), "C-2", TinyBundles.AS_OF);
    }

    private ChurnScore score(CustomerRecord.Builder builder) {
        return scorer.score(TinyBundles.built(builder));
    }

    private static List<String> codes(ChurnScore score) {
        return score.warnings().stream()
                .map(warning -> warning.code() + " " + warning.field())
                .toList();
    }

    @Test
    void scoresWhatTheModelSays() {
        ChurnScore score = scorer.score(risky());

        assertThat(score.baseLogOdds()).isEqualTo(-1.25);
        assertThat(score.logOdds()).isEqualTo(2.125);
        assertThat(score.contributions()).isEqualTo(5);
        assertThat(score.contribution(TENURE)).isEqualTo(0.9375);
        assertThat(score.contribution(MONTHLY_CHARGE)).isEqualTo(0.875);
        assertThat(score.contribution(CONTRACT)).isEqualTo(0.625);
        assertThat(score.contribution(SUPPORT)).isEqualTo(0.75);
        assertThat(score.contribution(PAPERLESS)).isEqualTo(0.1875);
        // 1 / (1 + e^-2.125) by bc -l.
        assertThat(score.probability()).isCloseTo(0.89330940, within(1e-8));
        assertThat(score.score()).isEqualTo(89);
        assertThat(score.warnings()).isEmpty();
        assertThat(score.customer().id()).isEqualTo("C-1");
    }

    @Test
    void baseAndContributionsAreTheLogOddsOfTheProbability() {
        for (long seed = 0; seed < 60; seed++) {
            ModelBundle random = RandomModels.bundle(seed);
            Scorer randomScorer = new Scorer(random);
            SplittableRandom draws = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                CustomerRecord customer = RandomModels.customer(random, "C-" + i, draws);

                ChurnScore score = randomScorer.score(customer);

                double sum = score.baseLogOdds();
                for (int input = 0; input < score.contributions(); input++) {
                    sum += score.contribution(input);
                }
                assertThat(sum).isCloseTo(score.logOdds(), within(1e-9));
                assertThat(score.probability()).isEqualTo(1 / (1 + StrictMath.exp(-score.logOdds())));
                assertThat(score.score()).isEqualTo((int) StrictMath.round(100 * score.probability()));
                assertThat(randomScorer.logOdds(customer)).isEqualTo(score.logOdds());
                assertThat(score.percentile()).isEqualTo(percentBelow(random, score.logOdds()));
            }
        }
    }

    private static double percentBelow(ModelBundle bundle, double logOdds) {
        List<Double> reference = bundle.reference().logOdds();
        return 100.0 * reference.stream().filter(other -> other < logOdds).count() / reference.size();
    }

    @Test
    void doesNotWarnOfAMissingValueThatIsAnAnswerAndThatTrainingSaw() {
        String declared =
                TinyBundles.datasetYaml().replace("reason: neglect", "reason: neglect\n    mayBeMissing: true");
        BundleContent content = TinyBundles.content(TinyBundles.parts(), declared, Map.of());
        CustomerRecord customer = TinyBundles.built(nobody().number(TENURE, 2).number(MONTHLY_CHARGE, 95.5));

        assertThat(codes(new Scorer(ModelBundle.of(content)).score(customer)))
                .containsExactly("missing_value contract", "missing_value paperless");
        assertThat(codes(new Scorer(ModelBundle.of(neverMissing(content))).score(customer)))
                .as("what training never saw is not usual, whatever the description says")
                .containsExactly("missing_value contract", "missing_value support", "missing_value paperless");
        assertThat(new Scorer(ModelBundle.of(content)).score(customer).logOdds())
                .isEqualTo(scorer.score(customer).logOdds());
    }

    private static BundleContent neverMissing(BundleContent content) {
        ReferencePopulation old = content.reference();
        List<ColumnSummary> columns = old.columns().stream()
                .map(column -> {
                    List<Long> bins = new ArrayList<>(column.binCounts());
                    bins.set(0, 0L);
                    return new ColumnSummary(column.name(), column.typical(), bins);
                })
                .toList();
        return new BundleContent(
                content.model(),
                content.datasetYaml(),
                new ReferencePopulation(old.rows(), old.positives(), old.logOdds(), columns, old.fingerprints()),
                content.training(),
                content.documents(),
                content.trainedAt());
    }

    @Test
    void givesTheSameBitsOnEveryThread() throws Exception {
        List<CustomerRecord> customers = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            customers.add(RandomModels.customer(bundle, "C-" + i, random));
        }
        List<String> alone = fingerprints(customers);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(() -> fingerprints(customers));
            }
            for (Future<List<String>> result : threads.invokeAll(work)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> fingerprints(List<CustomerRecord> customers) {
        Scorer own = new Scorer(bundle);
        List<String> fingerprints = new ArrayList<>();
        for (CustomerRecord customer : customers) {
            ChurnScore score = own.score(customer);
            StringBuilder text = new StringBuilder(score.predictionId());
            for (int i = 0; i < score.contributions(); i++) {
                text.append(' ').append(Double.doubleToRawLongBits(score.contribution(i)));
            }
            fingerprints.add(text.append(' ')
                    .append(Double.doubleToRawLongBits(score.probability()))
                    .append(' ')
                    .append(score.percentile())
                    .append(score.band())
                    .append(score.warnings())
                    .toString());
        }
        return fingerprints;
    }

    @ParameterizedTest
    @CsvSource({
        "0, LOW",
        "49, LOW",
        "50, ELEVATED",
        "79, ELEVATED",
        "80, HIGH",
        "94, HIGH",
        "95, CRITICAL",
        "100, CRITICAL"
    })
    void bandsBeginExactlyAtTheirCuts(int below, RiskBand band) {
        ChurnScore score = new Scorer(withReference(below, TinyBundles.datasetYaml())).score(risky());

        assertThat(score.percentile()).isEqualTo(below);
        assertThat(score.band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"9, LOW", "10, ELEVATED", "20, HIGH", "29, HIGH", "30, CRITICAL"})
    void theDescriptionMayCutTheBandsElsewhere(int below, RiskBand band) {
        String yaml = TinyBundles.datasetYaml()
                .replace("language: en", "language: en\nbands: {elevated: 10, high: 20, critical: 30}");

        assertThat(new Scorer(withReference(below, yaml)).score(risky()).band()).isEqualTo(band);
    }

    /** A hundred customers, as many of them as given below the risky one's 2.125, the first of the rest exactly there. */
    private static ModelBundle withReference(int below, String yaml) {
        BundleContent content = TinyBundles.content(TinyBundles.parts(), yaml, Map.of());
        List<Double> logOdds = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            logOdds.add(2.125 + (i - below) * 0.25);
        }
        return ModelBundle.of(new BundleContent(
                content.model(),
                yaml,
                new ReferencePopulation(
                        100,
                        25,
                        logOdds,
                        content.reference().columns(),
                        content.reference().fingerprints()),
                content.training(),
                content.documents(),
                content.trainedAt()));
    }

    @Test
    void bandsHaveNamesForFilesAndReplies() {
        assertThat(RiskBand.values()).extracting(RiskBand::code).containsExactly("low", "elevated", "high", "critical");
    }

    @Test
    void aNumberOutsideTheTrainingRangeCountsAsTheNearestInsideAndIsWarnedOf() {
        ChurnScore beyond = score(nobody().number(TENURE, 73).number(MONTHLY_CHARGE, 1e300));
        ChurnScore edge = score(nobody().number(TENURE, 72).number(MONTHLY_CHARGE, 118.5));

        assertThat(beyond.logOdds()).isEqualTo(edge.logOdds());
        assertThat(codes(beyond)).startsWith("out_of_range tenure", "out_of_range monthly_charge");
        assertThat(codes(edge)).noneMatch(code -> code.startsWith("out_of_range"));
        assertThat(codes(score(nobody().number(TENURE, -0.25)))).contains("out_of_range tenure");
        assertThat(codes(score(nobody().number(TENURE, 0)))).doesNotContain("out_of_range tenure");
    }

    @ParameterizedTest
    @CsvSource({
        "grows, 72, 0, false",
        "grows, 73, 0, true",
        "grows, 102, 30, false",
        "grows, 102.5, 30, true",
        "grows, 73, -30, true",
        "grows, -1, 30, true",
        "falls, -30, 30, false",
        "falls, -31, 30, true",
        "falls, 73, 30, true",
        "none, 73, 30, true"
    })
    void whatGrowsOrFallsByItselfMayLieOutsideByTheDaysThatHavePassed(
            String daily, double tenure, int days, boolean warned) {
        String yaml = TinyBundles.datasetYaml().replace("reason: profile", "reason: profile\n    daily: " + daily);
        ModelBundle dated = learnedUntil(TinyBundles.AS_OF.minusDays(days).toString(), yaml);
        CustomerRecord customer = TinyBundles.built(nobody().number(TENURE, tenure));

        ChurnScore score = new Scorer(dated).score(customer);

        assertThat(codes(score).contains("out_of_range tenure")).isEqualTo(warned);
        assertThat(score.logOdds())
                .as("scored as the nearest value seen, warned of or not")
                .isEqualTo(scorer.score(customer).logOdds());
    }

    @Test
    void whereNobodyKnowsWhenItLearnedEveryValueOutsideIsWarnedOf() {
        String yaml = TinyBundles.datasetYaml().replace("reason: profile", "reason: profile\n    daily: grows");

        assertThat(codes(new Scorer(learnedUntil("", yaml)).score(TinyBundles.built(nobody().number(TENURE, 73)))))
                .contains("out_of_range tenure");
    }

    private static ModelBundle learnedUntil(String lastAsOf, String yaml) {
        BundleContent content = TinyBundles.content(TinyBundles.parts(), yaml, Map.of());
        ReferencePopulation old = content.reference();
        return ModelBundle.of(new BundleContent(
                content.model(),
                yaml,
                new ReferencePopulation(
                        old.rows(), old.positives(), old.logOdds(), old.columns(), old.fingerprints(), lastAsOf),
                content.training(),
                content.documents(),
                content.trainedAt()));
    }

    @Test
    void missingAndUnseenValuesAreScoredAndWarnedOfInTheOrderOfTheInputs() {
        ChurnScore score = score(nobody().level(SUPPORT, "gold").number(TENURE, 12));

        assertThat(codes(score))
                .containsExactly(
                        "missing_value monthly_charge",
                        "missing_value contract",
                        "unknown_category support",
                        "missing_value paperless");
        // Missing contract 0.25, the pair's cell of "neither" 0.0625, tenure (12 - 32) * -0.03125.
        assertThat(score.logOdds()).isEqualTo(-1.25 + 0.625 + 0.25 + 0.0625);
        assertThat(score.warnings())
                .allSatisfy(warning -> assertThat(warning.message(Language.ENGLISH))
                        .endsWith(".")
                        .doesNotContain("gold"));
        assertThatThrownBy(() -> score.warnings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void minusZeroIsZero() {
        ChurnScore minusZero = score(nobody().number(TENURE, -0.0));
        ChurnScore zero = score(nobody().number(TENURE, 0.0));

        assertThat(minusZero.predictionId()).isEqualTo(zero.predictionId());
        assertThat(Double.doubleToRawLongBits(minusZero.logOdds()))
                .isEqualTo(Double.doubleToRawLongBits(zero.logOdds()));
        assertThat(minusZero.warnings()).isEqualTo(zero.warnings());
    }
}
