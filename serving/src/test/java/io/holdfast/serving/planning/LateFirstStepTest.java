package io.holdfast.serving.planning;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.PastContact;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A play whose first step waits for two days, after which the decision is due already. */
final class LateFirstStepTest {
    private static final Planning PLANNING = Playbook.read("calls.yaml", """
                    format: 2
                    name: calls
                    jurisdiction: checked
                    currency: EUR
                    contactThreshold: 0.1
                    holdOut: {salt: calls, share: 0.1}
                    margin: {perValue: 6, months: 12}
                    teams: {desk: {contacts: 50, days: 30}}
                    channels: {phone: {cost: 6}}
                    actions:
                      - code: bill-review
                        reasons: [price]
                        priceAffecting: false
                        effect: {change: -0.3, deviation: 0.1}
                        steps:
                          - {channel: phone, team: desk, afterDays: 2, text: {en: Go through the bill., zh-CN: 核对账单。}}
                          - {channel: phone, team: desk, afterDays: 7, text: {en: Ask again., zh-CN: 回访。}}
                    """.getBytes(StandardCharsets.UTF_8))
            .planning()
            .orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void aShadowsContactsAreCountedFromItsFirstStepOn() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
            Instant now = NOW.plus(Duration.ofDays(30));

            assertThat(new StoreFacts(store, PLANNING, "next", LocalDate.ofInstant(now, ZoneOffset.UTC), now)
                            .addTo(List.of(PlanCustomer.of("A", 0.2).build()))
                            .get(0)
                            .contacts())
                    .extracting(PastContact::day)
                    .as("the first step is due on the first of February, the other one five days later")
                    .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 6));
        }
    }
}
