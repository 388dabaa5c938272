package io.holdfast.serving.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.decision.CareStatus;
import io.holdfast.care.decision.NoCareCause;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CustomerDeskTest {
    private static final ModelBundle BUNDLE = TinyBundles.bundle();
    private static final ExplainOptions OPTIONS = new ExplainOptions(3, 2, Language.ENGLISH);
    private static final String PLAYBOOK = """
            format: 1
            name: tiny-care
            contactThreshold: 0.30
            holdOut: {salt: tiny, share: SHARE}
            actions:
              - code: bill-review
                reasons: [price]
                channel: phone
                priceAffecting: false
                text: {en: Go through the last bill together., zh-CN: 一起核对最近的账单。}
            """;

    private static CustomerDesk desk(String share) {
        byte[] yaml = PLAYBOOK.replace("SHARE", share).getBytes(StandardCharsets.UTF_8);
        return new CustomerDesk(BUNDLE, Optional.of(Playbook.read("playbook.yaml", yaml)));
    }

    private static CustomerQuery risky(String id) {
        return CustomerQuery.Legible.of(TinyBundles.built(TinyBundles.risky(id)));
    }

    private static CustomerAnswer.Scored scored(CustomerDesk desk, String id) {
        return (CustomerAnswer.Scored)
                desk.answer(List.of(risky(id)), OPTIONS, TinyBundles.AS_OF).get(0);
    }

    @Test
    void holdsCustomersOutByLotAndKeepsTheShadow() {
        CustomerDesk desk = desk("0.5");
        int withheld = 0;
        for (int i = 0; i < 200; i++) {
            CustomerAnswer.Scored answer = scored(desk, "C-" + i);
            assertThat(answer.care().action().orElseThrow().code()).isEqualTo("bill-review");
            if (answer.care().status() == CareStatus.WITHHELD) {
                withheld++;
                assertThat(answer.care().text(Language.ENGLISH)).isEmpty();
            }
        }
        // Of 200 fair lots between 70 and 130 fall on one side but for one time in 10^4.
        assertThat(withheld).isBetween(70, 130);
    }

    @Test
    void decidesNothingWithoutAPlaybook() {
        assertThat(scored(new CustomerDesk(BUNDLE, Optional.empty()), "A")
                        .care()
                        .cause())
                .contains(NoCareCause.NO_PLAYBOOK);
    }

    @Test
    void decidesNothingForAStaleScore() {
        CustomerDesk desk = desk("0");
        List<CustomerQuery> query = List.of(risky("A"));

        CustomerAnswer.Scored fresh = (CustomerAnswer.Scored)
                desk.answer(query, OPTIONS, TinyBundles.AS_OF.plusDays(14)).get(0);
        assertThat(fresh.stale()).isFalse();
        assertThat(fresh.care().status()).isEqualTo(CareStatus.RECOMMENDED);
        assertThat(fresh.warnings()).isEmpty();

        CustomerAnswer.Scored stale = (CustomerAnswer.Scored)
                desk.answer(query, OPTIONS, TinyBundles.AS_OF.plusDays(15)).get(0);
        assertThat(stale.stale()).isTrue();
        assertThat(stale.validUntil()).isEqualTo(TinyBundles.AS_OF.plusDays(14));
        assertThat(stale.care().cause()).contains(NoCareCause.STALE);
        assertThat(stale.warnings()).containsExactly(InputWarning.STALE);
        assertThat(stale.status()).isEqualTo(AnswerStatus.WARNED);
    }

    @Test
    void refusesTwinsOfDifferentWorth() {
        CustomerQuery other = CustomerQuery.Legible.of(
                TinyBundles.built(TinyBundles.risky("A").value(1)));

        List<CustomerAnswer> answers =
                desk("0").answer(List.of(risky("A"), other, risky("B")), OPTIONS, TinyBundles.AS_OF);

        assertThat(answers)
                .extracting(CustomerAnswer::status)
                .containsExactly(AnswerStatus.REFUSED, AnswerStatus.REFUSED, AnswerStatus.OK);
    }

    @Test
    void passesOnWhatCouldNotBeRead() {
        Refusal refusal = new Refusal("wrong_type", "tenure", LocalizedText.same("The value is a string."));
        CustomerQuery query = new CustomerQuery.Illegible(Optional.of("A"), refusal, "/customers/0/features/tenure");

        assertThat(desk("0").answer(List.of(query), OPTIONS, TinyBundles.AS_OF))
                .containsExactly(new CustomerAnswer.Refused(Optional.of("A"), refusal, "/customers/0/features/tenure"));
    }

    @Test
    void givesTheSameBitsOnManyThreads() {
        CustomerDesk desk = desk("0");
        List<CustomerQuery> queries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            queries.add(risky("C-" + i));
        }
        List<CompletableFuture<List<Long>>> runs = new ArrayList<>();
        for (int run = 0; run < 16; run++) {
            runs.add(CompletableFuture.supplyAsync(() -> desk.answer(queries, OPTIONS, TinyBundles.AS_OF).stream()
                    .map(answer -> Double.doubleToLongBits(
                            ((CustomerAnswer.Scored) answer).score().logOdds()))
                    .toList()));
        }

        assertThat(runs.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
}
