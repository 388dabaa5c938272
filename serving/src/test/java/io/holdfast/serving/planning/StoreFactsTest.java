package io.holdfast.serving.planning;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
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

final class StoreFactsTest {
    /** A call, and another one a week later. */
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
                        coolDownDays: 60
                        effect: {change: -0.3, deviation: 0.1}
                        steps:
                          - {channel: phone, team: desk, text: {en: Go through the bill., zh-CN: 核对账单。}}
                          - {channel: phone, team: desk, afterDays: 7, text: {en: Ask again., zh-CN: 回访。}}
                    """.getBytes(StandardCharsets.UTF_8))
            .planning()
            .orElseThrow();

    @TempDir
    Path folder;

    private List<PastContact> contacts(Store store, String planId, Duration later) {
        Instant now = NOW.plus(later);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new StoreFacts(store, PLANNING, planId, day, now)
                .addTo(List.of(PlanCustomer.of("A", 0.2).build()))
                .get(0)
                .contacts();
    }

    /** As if it had been carried out: else the shadow would get the play a month later, and nothing would be measured. */
    @Test
    void aShadowHasHadTheContactsThatItWouldHaveHad() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", withheld("d-1", "A"), planned("d-2", "B")), WRITING);

            assertThat(contacts(store, "next", Duration.ofHours(1)))
                    .as("due tomorrow")
                    .isEmpty();
            assertThat(contacts(store, "next", Duration.ofDays(2)))
                    .containsExactly(new PastContact(LocalDate.of(2026, 2, 1), "bill-review"));
            assertThat(contacts(store, "next", Duration.ofDays(8)))
                    .containsExactly(
                            new PastContact(LocalDate.of(2026, 2, 1), "bill-review"),
                            new PastContact(LocalDate.of(2026, 2, 8), "bill-review"));
            assertThat(contacts(store, "plan-1", Duration.ofDays(8)))
                    .as("what came of the same plan does not count")
                    .isEmpty();
        }
    }
}
