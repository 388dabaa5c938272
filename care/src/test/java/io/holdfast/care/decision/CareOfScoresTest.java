package io.holdfast.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.Scorer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole way: a bundle with its playbook, a customer, a score, reasons, care. */
final class CareOfScoresTest {
    private final ModelBundle bundle = ModelBundle.of(
            TinyBundles.content(Map.of("playbook.yaml", PlaybookText.small().bytes())));
    private final Playbook playbook =
            Playbook.read("playbook.yaml", bundle.document("playbook.yaml").orElseThrow());
    private final InputSchema schema = InputSchema.of(bundle);
    private final Scorer scorer = new Scorer(bundle);
    private final Explainer explainer = new Explainer(bundle);

    /** The model gives price .875, inconvenience .8125 and neglect .75; the profile, 1.0625, is nothing to answer. */
    @Test
    void answersTheStrongestActionableReasonOfAScore() {
        playbook.requireFits(bundle.description());

        CareDecision decision = decide(playbook, risky("C-1", 50));

        assertThat(decision.status()).isEqualTo(CareStatus.RECOMMENDED);
        assertThat(decision.action()).map(CareAction::code).contains("bill-review");
    }

    @Test
    void cutsTheTierByTheValueOfTheScoredCustomer() {
        CareDecision decision = decide(playbook, risky("C-1", 20));

        assertThat(decision.action()).map(CareAction::code).contains("bill-letter");
    }

    @Test
    void comparesTheServedProbabilityWithTheThreshold() {
        CustomerRecord customer = risky("C-1", 95.5);
        double served = scorer.score(customer).probability();

        assertThat(decide(withThreshold(served), customer).status()).isEqualTo(CareStatus.RECOMMENDED);
        assertThat(decide(withThreshold(StrictMath.nextUp(served)), customer).cause())
                .contains(NoCareCause.BELOW_THRESHOLD);
    }

    @Test
    void drawsTheLotOfTheScoredCustomer() {
        Playbook half = PlaybookText.small()
                .with("share: 0, tiers: {key: 0}", "share: 0.5")
                .read();
        long withheld = IntStream.range(0, 1000)
                .mapToObj(i -> decide(half, risky("C-" + i, 95.5)))
                .filter(decision -> decision.status() == CareStatus.WITHHELD)
                .count();

        assertThat(withheld).isBetween(450L, 550L);
    }

    private CareDecision decide(Playbook by, CustomerRecord customer) {
        ChurnScore score = scorer.score(customer);
        ReasonRanking ranking = explainer.rank(score);
        return Care.by(Optional.of(by)).decide(score, ranking, false);
    }

    /** New, expensive, on a monthly contract, without support, paperless; of any value. */
    private CustomerRecord risky(String id, double value) {
        return TinyBundles.built(CustomerRecord.builder(schema, id, TinyBundles.AS_OF)
                .number(TinyBundles.TENURE, 2)
                .number(TinyBundles.MONTHLY_CHARGE, 95.5)
                .level(TinyBundles.CONTRACT, "monthly")
                .level(TinyBundles.SUPPORT, "none")
                .flag(TinyBundles.PAPERLESS, true)
                .value(value));
    }

    private static Playbook withThreshold(double threshold) {
        return PlaybookText.small()
                .with("contactThreshold: 0.3", "contactThreshold: " + threshold)
                .read();
    }
}
