package io.holdfast.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void baseReasonsProtectorsAndOtherSumToTheLogOddsWhateverIsAskedFor() {
        for (long seed = 0; seed < 60; seed++) {
            ModelBundle bundle = RandomModels.bundle(seed);
            Explainer explainer = new Explainer(bundle);
            Scorer scorer = new Scorer(bundle);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 5; i++) {
                ChurnScore score = scorer.score(RandomModels.customer(bundle, "C-" + i, random));
                for (int reasons = 0; reasons <= ExplainOptions.MOST; reasons++) {
                    for (int protectors = 0; protectors <= ExplainOptions.MOST; protectors += 2) {
                        Language language = reasons % 2 == 0 ? Language.ENGLISH : Language.CHINESE;
                        Explanation explanation =
                                explainer.explain(score, new ExplainOptions(reasons, protectors, language));

                        assertThat(explanation.reasons()).hasSizeLessThanOrEqualTo(reasons);
                        assertThat(explanation.protectors()).hasSizeLessThanOrEqualTo(protectors);
                        assertThat(total(score, explanation))
                                .as("seed %d", seed)
                                .isCloseTo(score.logOdds(), within(TOLERANCE));
                        explanation.reasons().forEach(shown -> assertSound(score, shown, 1, language));
                        explanation.protectors().forEach(shown -> assertSound(score, shown, -1, language));
                    }
                }
                assertSoundRanking(explainer.rank(score));
                assertOutlines(explainer, score);
            }
        }
    }

    private static void assertOutlines(Explainer explainer, ChurnScore score) {
        for (int reasons = 0; reasons <= ExplainOptions.MOST; reasons++) {
            ReasonOutline outline = explainer.outline(score, reasons);
            Explanation explanation = explainer.explain(score, new ExplainOptions(reasons, 0, Language.ENGLISH));

            assertThat(outline.ranking().raising())
                    .isEqualTo(explanation.ranking().raising());
            assertThat(outline.ranking().lowering()).isEmpty();
            assertThat(outline.listed())
                    .isEqualTo(explanation
                            .ranking()
                            .raising()
                            .subList(0, outline.listed().size()))
                    .hasSameSizeAs(explanation.reasons());
            assertThat(outline.otherImpact()).isEqualTo(explanation.otherImpact());
        }
    }

    private static double total(ChurnScore score, Explanation explanation) {
        double sum = score.baseLogOdds() + explanation.otherImpact();
        for (ReasonShare shown : explanation.reasons()) {
            sum += shown.impact();
        }
        for (ReasonShare shown : explanation.protectors()) {
            sum += shown.impact();
        }
        return sum;
    }

    private static void assertSound(ChurnScore score, ReasonShare shown, int sign, Language language) {
        assertThat(shown.impact() * sign).isPositive();
        double impact = 0;
        for (Contribution feature : shown.features()) {
            assertThat(feature.impact()).isEqualTo(score.contribution(feature.input()));
            impact += feature.impact();
        }
        assertThat(impact).isCloseTo(shown.impact(), within(TOLERANCE));
        assertThat(shown.features())
                .extracting(feature -> sign * feature.impact())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(shown.text()).isNotBlank().doesNotContain(Reason.EVIDENCE);
        assertThat(shown.say())
                .isEqualTo(ReasonCatalogue.standard().reason(shown.code()).say().in(language));
    }

    private static void assertSoundRanking(ReasonRanking ranking) {
        for (List<RankedReason> ranked : List.of(ranking.raising(), ranking.lowering())) {
            assertThat(ranked.stream().mapToDouble(RankedReason::share).sum()).isLessThanOrEqualTo(1 + 1e-12);
            assertThat(ranked).allMatch(reason -> reason.share() >= 0.05);
        }
        boolean actionable = ranking.raising().stream().anyMatch(RankedReason::actionable);
        assertThat(ranking.leadingActionable().isPresent()).isEqualTo(actionable);
        ranking.raising().stream().findFirst().ifPresent(first -> assertMayLead(first, ranking));
    }

    private static void assertMayLead(RankedReason first, ReasonRanking ranking) {
        List<String> actionable = ranking.raising().stream()
                .filter(RankedReason::actionable)
                .map(reason -> reason.reason().code())
                .toList();
        switch (first.reason().code()) {
            case "profile" -> assertThat(actionable).isEmpty();
            case "disengagement" -> assertThat(actionable).isSubsetOf("disengagement");
            default -> assertThat(first.reason().actionable()).isTrue();
        }
    }

    @Test
    void whatIsNotListedIsOther() {
        ReasonCase columns = new ReasonCase()
                .with("price", 0.5)
                .with("neglect", 0.25)
                .with("competitor", -0.125)
                .with("profile", -1);

        assertThat(columns.explain(10, 10).otherImpact()).isZero();
        assertThat(columns.explain(1, 10).otherImpact()).isEqualTo(0.25);
        assertThat(columns.explain(0, 10).otherImpact()).isEqualTo(0.75);
        assertThat(columns.explain(1, 1).otherImpact()).isEqualTo(0.125);
        assertThat(columns.explain(0, 0).otherImpact()).isEqualTo(-0.375);
        assertThat(columns.explain(0, 0).ranking().raising()).hasSize(2);
    }

    @Test
    void ranksAreCountedFromOne() {
        Explanation explanation = new ReasonCase()
                .with("price", 0.5)
                .with("neglect", 0.25)
                .with("competitor", -1)
                .explain(3, 3);

        assertThat(explanation.reasons()).extracting(ReasonShare::rank).containsExactly(1, 2);
        assertThat(explanation.protectors()).extracting(ReasonShare::rank).containsExactly(1);
        assertThat(explanation.reasons()).extracting(ReasonShare::code).containsExactly("price", "neglect");
        assertThat(explanation.reasons().get(0).share()).isEqualTo(2.0 / 3);
    }

    @Test
    void everyReasonCanBeListedHoweverLittleItSays() {
        for (long seed = 0; seed < 40; seed++) {
            ModelBundle bundle = RandomModels.bundle(seed);
            Explainer explainer = new Explainer(bundle);
            ChurnScore score =
                    new Scorer(bundle).score(RandomModels.customer(bundle, "C-1", new SplittableRandom(seed)));

            List<ReasonShare> every = explainer.everyReason(score, Language.CHINESE);

            double sum = score.baseLogOdds();
            for (ReasonShare reason : every) {
                sum += reason.impact();
            }
            assertThat(sum).isCloseTo(score.logOdds(), within(TOLERANCE));
            assertThat(every).extracting(ReasonShare::code).doesNotHaveDuplicates();
            assertThat(every).flatExtracting(ReasonShare::features).hasSize(score.contributions());
            List<RankedReason> named = new ArrayList<>(explainer.rank(score).raising());
            named.addAll(explainer.rank(score).lowering());
            assertThat(every.stream().map(ReasonShare::ranked).filter(named::contains))
                    .containsExactlyElementsOf(named);
            assertThat(every).noneMatch(reason -> reason.text().contains(Reason.EVIDENCE));
        }
    }

    @Test
    void everyColumnsContributionCanBeListed() {
        ModelBundle bundle = TinyBundles.bundle();
        ChurnScore score = new Scorer(bundle).score(TinyBundles.built(TinyBundles.risky("C-1")));

        List<Contribution> all = new Explainer(bundle).contributions(score, Language.ENGLISH);

        assertThat(all)
                .extracting(Contribution::name)
                .containsExactly("tenure", "monthly_charge", "contract", "support", "paperless");
        assertThat(all).extracting(Contribution::impact).containsExactly(0.9375, 0.875, 0.625, 0.75, 0.1875);
        assertThat(all)
                .extracting(Contribution::value)
                .containsExactly("2 months", "95.5 euros", "month to month", "not booked", "yes");
    }

    @Test
    void manyThreadsMayShareOne() {
        ModelBundle bundle = RandomModels.bundle(11);
        Explainer explainer = new Explainer(bundle);
        ExplainOptions options = new ExplainOptions(5, 5, Language.CHINESE);
        List<ChurnScore> scores = IntStream.range(0, 100)
                .mapToObj(
                        i -> new Scorer(bundle).score(RandomModels.customer(bundle, "C-" + i, new SplittableRandom(i))))
                .toList();
        List<Explanation> alone =
                scores.stream().map(score -> explainer.explain(score, options)).toList();

        List<Explanation> together = scores.parallelStream()
                .map(score -> explainer.explain(score, options))
                .toList();

        assertThat(together).usingRecursiveComparison().isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MAX_VALUE})
    void refusesToListFewerThanNoneOrMoreThanTen(int number) {
        assertThatThrownBy(() -> new ExplainOptions(number, 0, Language.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reasons: " + number + " (expected: 0 to 10)");
        assertThatThrownBy(() -> new ExplainOptions(0, number, Language.ENGLISH))
                .hasMessage("protectors: " + number + " (expected: 0 to 10)");
    }
}
