package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.about;
import static io.holdfast.serving.store.OutcomesOf.correcting;
import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.margin;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store promises about outcomes, whatever its database. */
abstract class OutcomesContract extends OpenStore {
    private RowOutcome add(Outcome outcome) {
        return store.outcomes().addAll(List.of(outcome), WRITING).get(0);
    }

    private void requireRefused(Outcome outcome, String code) {
        RowOutcome receipt = add(outcome);
        assertThat(receipt.written()).isFalse();
        WriteRefusedException refusal = receipt.refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.text().in(Language.ENGLISH)).contains("expected:").endsWith(".");
        assertThat(refusal.text().in(Language.CHINESE)).contains("应为");
    }

    @Test
    void givesBackWhatItWasGiven() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), at(NOW.minusSeconds(60)));
        Outcome outcome = about(margin("o-1", "C-1", -12.25, NOW), Optional.of("p-d-1"), Optional.of("d-1"), NOW);

        RowOutcome receipt = add(outcome);

        assertThat(receipt.written()).isTrue();
        assertThat(receipt.flags()).isEmpty();
        assertThat(store.outcomes().of("C-1")).containsExactly(outcome);
    }

    @Test
    void keepsIdsByteForByte() {
        for (String id : StoreContract.DIFFICULT_IDS) {
            assertThat(add(left("o " + id, id, NOW)).written()).isTrue();
        }
        for (String id : StoreContract.DIFFICULT_IDS) {
            assertThat(store.outcomes().of(id)).containsExactly(left("o " + id, id, NOW));
        }
    }

    @Test
    void countsTheSameOutcomeOnce() {
        assertThat(add(left("o-1", "C-1", NOW)).written()).isTrue();
        RowOutcome again = add(left("o-1", "C-1", NOW));

        assertThat(again.written()).isFalse();
        assertThat(again.refusal()).isEmpty();
        assertThat(again.flags()).as("as at first").containsExactly(OutcomeFlag.UNKNOWN_CUSTOMER);
        requireRefused(left("o-1", "C-1", NOW.minusSeconds(1)), "outcome_exists");
        assertThat(store.outcomes().of("C-1")).containsExactly(left("o-1", "C-1", NOW));
        assertThat(store.audit().verify().entries()).isEqualTo(1);
    }

    @Test
    void letsAnOutcomeBeToldAnewAndKnowsAllItsVersions() {
        Outcome first = margin("o-1", "C-1", 10, NOW);
        Outcome second = correcting(margin("o-1", "C-1", 12, NOW), "o-1");
        add(first);

        assertThat(add(second).written()).isTrue();
        assertThat(store.outcomes().of("C-1"))
                .extracting(outcome -> outcome.amount().orElseThrow())
                .containsExactly(12.0);
        assertThat(add(first).refusal()).as("a repetition takes nothing back").isEmpty();
        assertThat(add(second).written()).isFalse();
        assertThat(store.outcomes().of("C-1"))
                .extracting(outcome -> outcome.amount().orElseThrow())
                .containsExactly(12.0);
        requireRefused(correcting(margin("o-1", "C-2", 12, NOW), "o-1"), "other_customer");
    }

    @Test
    void takesTheLastTellingForTheLatestAndTheFirstOnlyFirst() {
        add(correcting(margin("o-1", "C-1", 12, NOW), "o-1"));

        requireRefused(margin("o-1", "C-1", 10, NOW), "outcome_exists");
        assertThat(amounts()).as("nothing is taken back").containsExactly(12.0);

        Instant later = NOW.plusSeconds(60);
        Outcome back = about(margin("o-1", "C-1", 10, NOW), Optional.empty(), Optional.empty(), later);
        assertThat(add(correcting(back, "o-1")).written()).isTrue();
        assertThat(amounts()).containsExactly(10.0);
        assertThat(add(correcting(margin("o-1", "C-1", 12, NOW), "o-1")).written())
                .as("reported when it was reported before, it is that telling again")
                .isFalse();
        assertThat(amounts()).containsExactly(10.0);
    }

    /** Of two corrections that come in the wrong order the older one would stand. */
    @Test
    void refusesATellingAnewThatWasReportedEarlier() {
        Instant later = NOW.plusSeconds(60);
        add(about(margin("o-1", "C-1", 10, NOW), Optional.empty(), Optional.empty(), later));

        requireRefused(correcting(margin("o-1", "C-1", 12, NOW), "o-1"), "earlier_report");
        assertThat(amounts()).containsExactly(10.0);
        Outcome sameDay = about(
                margin("o-1", "C-1", 14, NOW), Optional.empty(), Optional.empty(), NOW.truncatedTo(ChronoUnit.DAYS));
        assertThat(add(correcting(sameDay, "o-1")).written())
                .as("of a day nobody knows the hour")
                .isTrue();
        assertThat(amounts()).containsExactly(14.0);
    }

    private List<Double> amounts() {
        return store.outcomes().of("C-1").stream()
                .map(outcome -> outcome.amount().orElseThrow())
                .toList();
    }

    @Test
    void letsNobodyElsesCorrectionStandInTheWay() {
        assertThat(add(correcting(left("o-9", "C-2", NOW), "o-1")).flags()).contains(OutcomeFlag.UNKNOWN_CORRECTED);
        add(left("o-1", "C-1", NOW));

        assertThat(add(correcting(left("o-2", "C-1", NOW.minusSeconds(99)), "o-1"))
                        .written())
                .isTrue();
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-2");
        assertThat(store.outcomes().of("C-2")).extracting(Outcome::outcomeId).containsExactly("o-9");
        requireRefused(correcting(left("o-3", "C-1", NOW), "o-1"), "already_corrected");
    }

    @Test
    void leavesNothingInTheAuditThatTellsWhomAnOutcomeIsAbout() {
        Outcome outcome = left("o-1", "C-1", NOW);
        add(outcome);
        store.people().erase("C-1", WRITING);

        List<String> details = store.connections()
                .read(handle -> handle.createQuery("select detail from audit order by seq")
                        .mapTo(String.class)
                        .list());
        assertThat(details.get(0)).contains("o-1", "left");
        assertThat(details)
                .noneMatch(detail -> detail.contains(outcome.fingerprint()))
                .noneMatch(detail -> detail.contains("C-1"));
    }

    @Test
    void letsOneOutcomeCorrectAnother() {
        add(left("o-1", "C-1", NOW));
        RowOutcome correction = add(correcting(left("o-2", "C-1", NOW.minusSeconds(99)), "o-1"));

        assertThat(correction.flags()).isEmpty();
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-2");
        requireRefused(correcting(left("o-3", "C-1", NOW), "o-1"), "already_corrected");
        requireRefused(correcting(left("o-4", "C-2", NOW), "o-2"), "other_customer");
        assertThat(add(correcting(left("o-5", "C-1", NOW), "o-2")).written()).isTrue();
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-5");
    }

    @Test
    void refusesCorrectionsInACircle() {
        add(correcting(left("o-2", "C-1", NOW.plusSeconds(2)), "o-1"));
        add(correcting(left("o-3", "C-1", NOW.plusSeconds(3)), "o-2"));

        requireRefused(correcting(left("o-1", "C-1", NOW), "o-3"), "circular_correction");
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-3");
        assertThat(add(left("o-1", "C-1", NOW)).written()).isTrue();
        assertThat(add(correcting(left("o-4", "C-1", NOW), "o-3")).written()).isTrue();
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-4");
    }

    /** It would be acknowledged, and count no more than before. */
    @Test
    void tellsNothingAnewThatWasCorrected() {
        Outcome first = margin("o-1", "C-1", 10, NOW);
        add(first);
        add(correcting(margin("o-2", "C-1", 20, NOW), "o-1"));

        requireRefused(correcting(margin("o-1", "C-1", 12, NOW), "o-1"), "already_corrected");
        assertThat(add(first).refusal()).as("a repetition").isEmpty();
        assertThat(add(correcting(margin("o-2", "C-1", 21, NOW), "o-2")).written())
                .as("the latest one")
                .isTrue();
        assertThat(amounts()).containsExactly(21.0);
    }

    @Test
    void comesToTheSameInWhateverOrder() {
        List<Outcome> outcomes = new ArrayList<>(List.of(
                left("o-1", "C-1", NOW),
                correcting(left("o-2", "C-1", NOW.minusSeconds(99)), "o-1"),
                correcting(left("o-3", "C-1", NOW.minusSeconds(50)), "o-2"),
                margin("o-4", "C-1", 5, NOW),
                correcting(margin("o-5", "C-1", 6, NOW), "o-4")));
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(outcomes, new Random(round));
            String customer = "C-" + round;
            List<Outcome> own = outcomes.stream()
                    .map(outcome -> new Outcome(
                            customer + outcome.outcomeId(),
                            customer,
                            "",
                            outcome.kind(),
                            outcome.leave(),
                            outcome.reason(),
                            outcome.amount(),
                            Optional.empty(),
                            Optional.empty(),
                            outcome.supersedes().map(id -> customer + id),
                            outcome.occurredAt(),
                            outcome.reportedAt()))
                    .toList();
            assertThat(store.outcomes().addAll(own, WRITING)).allMatch(RowOutcome::written);
            assertThat(store.outcomes().addAll(own, WRITING)).noneMatch(RowOutcome::written);
            assertThat(store.outcomes().of(customer))
                    .extracting(Outcome::outcomeId)
                    .containsExactlyInAnyOrder(customer + "o-3", customer + "o-5");
        }
    }

    /** The clock stands at noon UTC of the last of January: in the east it is February, nowhere yet the second. */
    @Test
    void aDayIsEarlyOrToComeOnlyAsAWhole() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        Optional<String> none = Optional.empty();
        Optional<String> decision = Optional.of("d-1");
        Instant today = NOW.truncatedTo(ChronoUnit.DAYS);
        Instant tomorrow = today.plus(1, ChronoUnit.DAYS);

        assertThat(add(about(left("o-1", "C-1", today), none, decision, NOW)).flags())
                .isEmpty();
        assertThat(add(about(left("o-2", "C-1", today.minus(1, ChronoUnit.DAYS)), none, decision, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.EARLY);
        assertThat(add(about(left("o-3", "C-1", tomorrow), none, none, NOW)).flags())
                .isEmpty();
        assertThat(add(about(left("o-4", "C-1", tomorrow.plusSeconds(1)), none, none, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.FUTURE);
        assertThat(add(about(left("o-5", "C-1", tomorrow.plus(1, ChronoUnit.DAYS)), none, none, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.FUTURE);
    }

    @Test
    void saysWhatIsOdd() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        Optional<String> none = Optional.empty();

        assertThat(add(about(left("o-1", "C-1", NOW.minusSeconds(1)), none, Optional.of("d-1"), NOW))
                        .flags())
                .containsExactly(OutcomeFlag.EARLY);
        assertThat(add(about(left("o-2", "C-1", NOW.minus(Duration.ofDays(15))), none, none, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.LATE);
        assertThat(add(about(left("o-3", "C-1", NOW.plus(Duration.ofDays(3650))), none, none, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.FUTURE);
        assertThat(add(left("o-4", "C-9", NOW)).flags()).containsExactly(OutcomeFlag.UNKNOWN_CUSTOMER);
        assertThat(add(about(left("o-5", "C-1", NOW), Optional.of("p-9"), none, NOW))
                        .flags())
                .containsExactly(OutcomeFlag.UNKNOWN_PREDICTION);
        assertThat(add(correcting(left("o-6", "C-1", NOW), "o-99")).flags())
                .containsExactly(OutcomeFlag.UNKNOWN_CORRECTED);
    }

    @Test
    void refusesDecisionsThatAreNoneOrSomebodyElses() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        long before = store.audit().verify().entries();

        requireRefused(about(left("o-1", "C-1", NOW), Optional.empty(), Optional.of("d-0"), NOW), "no_such_decision");
        requireRefused(about(left("o-1", "C-2", NOW), Optional.empty(), Optional.of("d-1"), NOW), "other_customer");
        assertThat(store.outcomes().of("C-1")).isEmpty();
        assertThat(store.audit().verify().entries()).isEqualTo(before);
    }

    @Test
    void refusesTheWrongOnesAlone() {
        List<RowOutcome> receipts = store.outcomes()
                .addAll(
                        List.of(
                                left("o-1", "C-1", NOW),
                                about(left("o-2", "C-1", NOW), Optional.empty(), Optional.of("d-0"), NOW),
                                left("o-1", "C-1", NOW.plusSeconds(1)),
                                left("o-3", "C-1", NOW)),
                        WRITING);

        assertThat(receipts).extracting(RowOutcome::written).containsExactly(true, false, false, true);
        assertThat(store.outcomes().of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-1", "o-3");
    }

    @Test
    void followsMergesAndIsHandedOutAndErased() {
        add(left("o-1", "A", NOW));
        add(correcting(margin("o-2", "B", 3, NOW), "o-2"));
        store.people().merge("A", "B", WRITING);

        assertThat(store.outcomes().of("B")).extracting(Outcome::outcomeId).containsExactly("o-1", "o-2");
        assertThat(store.outcomes().of("A")).extracting(Outcome::customerId).containsExactly("A", "B");
        JsonNode file = store.people().export("A", WRITING).orElseThrow();
        assertThat(file.path("outcome").path(0).path("kind").textValue()).isEqualTo("left");
        assertThat(file.path("outcome").path(0).path("occurred_at").textValue())
                .isEqualTo("2026-01-31T12:00:00.123456Z");
        assertThat(file.path("outcome_version")).hasSize(2);

        store.people().erase("B", WRITING);

        assertThat(store.outcomes().of("A")).isEmpty();
        for (String table : List.of("outcome", "outcome_version")) {
            long rows = store.connections()
                    .read(handle -> handle.createQuery("select count(*) from " + table)
                            .mapTo(Long.class)
                            .one());
            assertThat(rows).as(table).isZero();
        }
        assertThat(store.audit().verify().isWhole()).isTrue();
    }

    @Test
    void comesBackFromABackup() {
        add(margin("o-1", "C-1", 0.1, NOW));
        add(correcting(margin("o-1", "C-1", 0.2, NOW), "o-1"));
        Path backup = directory.resolve("outcomes.db");
        store.backUp(backup);

        try (Store restored = Store.open(location())) {
            restored.restore(backup);
            assertThat(restored.outcomes().of("C-1")).isEqualTo(store.outcomes().of("C-1"));
            assertThat(restored.outcomes().addAll(List.of(margin("o-1", "C-1", 0.1, NOW)), WRITING))
                    .noneMatch(RowOutcome::written);
        }
    }
}
