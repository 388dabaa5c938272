package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about its log of care, whatever its database. */
abstract class CareLogContract extends OpenStore {
    private List<String> log() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long lines;
        try (CsvWriter csv = CsvWriter.to(out, CsvStyle.raw())) {
            lines = store.careLog().write(csv);
        }
        List<String> written = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(written).hasSize((int) lines + 1);
        assertThat(written.get(0))
                .isEqualTo("customer_id,unit,assigned_at,arm,hold_out_share,campaign,campaign_share,play");
        return written.subList(1, written.size());
    }

    @Test
    void hasALineForEachDecisionForCareAndItsShadowWithTheProbabilityOfThat() {
        assertThat(log()).isEmpty();
        store.plans()
                .keep(PlansOf.plan("plan-2", PlansOf.planned("d-3", "late")), PlansOf.at(PlansOf.NOW.plusSeconds(60)));
        store.plans()
                .keep(
                        PlansOf.plan(
                                "plan-1",
                                PlansOf.planned("d-1", "=1+1"),
                                withheld("d-2", "0012345", 0.1),
                                nothing("d-4")),
                        PlansOf.WRITING);

        assertThat(log())
                .containsExactly(
                        "=1+1,,2026-01-31T12:00:00.123456Z,assigned,,spring,,bill-review",
                        "0012345,,2026-01-31T12:00:00.123456Z,shadow,0.1,spring,0.02,bill-review",
                        "late,,2026-01-31T12:01:00.123456Z,assigned,,spring,,bill-review");
    }

    /** Of who is held out for good the decision notes no share of the campaign; the probability says which one would have been drawn. */
    @Test
    void saysByWhichShareACampaignDrewOrWouldHave() {
        NewPlan plan = PlansOf.plan(
                "plan-1",
                withheld("d-1", "drawn", 0.51, 0.5),
                withheld("d-2", "known", 0.0396, 0.02),
                withheld("d-3", "for-good", 0.51, 0),
                withheld("d-4", "for-good-known", 0.0396, 0),
                withheld("d-5", "for-good-key", 0.505, 0),
                withheld("d-6", "for-good-half", 1 - 0.98 * 0.75, 0),
                withheld("d-7", "for-good-quarter", 1 - 0.98 * 0.875, 0));
        store.plans()
                .keep(
                        new NewPlan(
                                plan.planId(),
                                plan.modelDigest(),
                                plan.playbookDigest(),
                                plan.holdOutSalt(),
                                plan.holdOutShare(),
                                "{\"campaign\":\"spring\",\"campaignShare\":0.02,\"unprovenShare\":0.5,\"holdOutShares\":[0.02,0.01]}",
                                plan.summary(),
                                plan.predictions(),
                                plan.decisions()),
                        PlansOf.WRITING);

        assertThat(log())
                .extracting(line -> line.split(",", -1))
                .extracting(cells -> cells[0] + " " + cells[6])
                .containsExactly(
                        "drawn 0.5",
                        "known 0.02",
                        "for-good 0.5",
                        "for-good-known 0.02",
                        "for-good-key 0.5",
                        "for-good-half 0.25",
                        "for-good-quarter 0.125");
    }

    @Test
    void whoIsOnNoSideCountsAsAssigned() {
        store.plans()
                .keep(
                        PlansOf.plan("plan-1", PlansOf.planned("d-1", "one"), withheld("d-2", "two", 0.1)),
                        PlansOf.WRITING);
        store.people().merge("two", "one", PlansOf.at(PlansOf.NOW.plus(Duration.ofDays(1))));

        assertThat(log())
                .containsExactly(
                        "one,,2026-01-31T12:00:00.123456Z,assigned,,spring,,bill-review",
                        "two,,2026-01-31T12:00:00.123456Z,assigned,,spring,,bill-review");
    }

    /** The held-out are served as well, so that nobody stands for who is. */
    @Test
    void serviceThatEverybodyGetsIsNotInIt() {
        NewDecision served = NewDecision.of(
                        "d-1", "complains", "served", NewDecision.PLANNED, PlansOf.NOW.plus(Duration.ofDays(30)))
                .action(Optional.of("bill-review"), List.of())
                .build();
        store.plans().keep(PlansOf.plan("plan-1", served, PlansOf.planned("d-2", "one")), PlansOf.WRITING);

        assertThat(log()).containsExactly("one,,2026-01-31T12:00:00.123456Z,assigned,,spring,,bill-review");
    }

    private static NewDecision withheld(String id, String customer, double with) {
        return withheld(id, customer, with, 0);
    }

    private static NewDecision withheld(String id, String customer, double with, double anew) {
        return changed(PlansOf.withheld(id, customer), NewDecision.WITHHELD, Optional.empty(), with, anew);
    }

    private static NewDecision nothing(String id) {
        return changed(PlansOf.withheld(id, "nobody"), NewDecision.NONE, Optional.of("below_threshold"), 1, 0);
    }

    private static NewDecision changed(
            NewDecision made, String status, Optional<String> cause, double with, double anew) {
        return NewDecision.of(made.decisionId(), made.customerId(), made.arm(), status, made.expiresAt())
                .unit(made.unit())
                .household(made.household())
                .owner(made.owner())
                .prediction(made.predictionId())
                .cause(cause)
                .action(
                        cause.isPresent() ? Optional.empty() : made.action(),
                        cause.isPresent() ? List.of() : made.steps())
                .candidates(made.candidates(), with)
                .explanation(made.explanation())
                .campaignShare(anew)
                .build();
    }
}
