package io.holdfast.serving.planning;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.OpenWork;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EarlierWorkTest {
    private static final Planning PLANNING = Playbook.read("calls.yaml", """
                    format: 2
                    name: calls
                    jurisdiction: checked
                    contactThreshold: 0.1
                    holdOut: {salt: calls, share: 0.1}
                    margin: {perValue: 6, months: 12}
                    periodDays: 5
                    teams: {retention: {contacts: 50, days: 5}}
                    actions:
                      - code: bill-review
                        reasons: [price]
                        priceAffecting: false
                        channel: phone
                        team: retention
                        effect: {change: -0.3, deviation: 0.1}
                        text: {en: Go through the bill., zh-CN: 核对账单。}
                    """.getBytes(StandardCharsets.UTF_8))
            .planning()
            .orElseThrow();

    @TempDir
    Path folder;

    private static OpenWork of(Store store, String planId, Instant now) {
        return EarlierWork.of(store, PLANNING, planId, Set.of(), LocalDate.ofInstant(now, ZoneOffset.UTC), now);
    }

    private static OpenWork work(int contacts) {
        return new OpenWork(Map.of("retention", contacts), Map.of(Channel.PHONE, contacts));
    }

    @Test
    void whatIsToBeDoneWithinTheDaysOfThePlanAndByNoPartOfItCounts() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", play("d-1", "A", 8), withheld("d-2", "B"), planned("d-3", "C")), WRITING);
            store.plans().keep(plan("plan-2", planned("d-4", "D")), WRITING);
            store.plans().keep(plan("next-2", planned("d-5", "E")), WRITING);

            assertThat(of(store, "next", NOW))
                    .as("of eight steps the four that are due before the fifth of February")
                    .isEqualTo(work(6));
            assertThat(EarlierWork.of(
                            store, PLANNING, "next", Set.of("plan-2"), LocalDate.ofInstant(NOW, ZoneOffset.UTC), NOW))
                    .as("of another part of the same list none")
                    .isEqualTo(work(5));
            store.plans().override("d-4", Optional.empty(), "on leave", "ann", WRITING);
            assertThat(of(store, "next", NOW)).isEqualTo(work(5));
            assertThat(of(store, "next", NOW.plus(Duration.ofDays(31))))
                    .as("all has expired")
                    .isEqualTo(OpenWork.NONE);
        }
    }

    @Test
    void ofAPlanThatWasKeptWhatWasTakenUpThenCounts() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            NewPlan first = plan("plan-1", planned("d-1", "A"));
            store.plans()
                    .keep(
                            new NewPlan(
                                    first.planId(),
                                    first.modelDigest(),
                                    first.playbookDigest(),
                                    first.holdOutSalt(),
                                    first.holdOutShare(),
                                    first.settings(),
                                    "{\"limits\":[{\"name\":\"money\",\"taken\":0},{\"name\":\"team:retention\",\"taken\":3},"
                                            + "{\"name\":\"channel:phone\",\"taken\":3}]}",
                                    first.predictions(),
                                    first.decisions()),
                            WRITING);
            store.plans().keep(plan("plan-2", planned("d-2", "B")), WRITING);

            assertThat(of(store, "plan-1", NOW)).isEqualTo(work(3));
            assertThat(of(store, "plan-2", NOW))
                    .as("its summary says nothing of it")
                    .isEqualTo(OpenWork.NONE);
            assertThat(of(store, "plan-3", NOW)).isEqualTo(work(2));
        }
    }
}
