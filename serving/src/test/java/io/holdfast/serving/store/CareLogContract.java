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
        return changed(PlansOf.withheld(id, customer), NewDecision.WITHHELD, Optional.empty(), with);
    }

    private static NewDecision nothing(String id) {
        return changed(PlansOf.withheld(id, "nobody"), NewDecision.NONE, Optional.of("below_threshold"), 1);
    }

    private static NewDecision changed(NewDecision made, String status, Optional<String> cause, double with) {
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
                .build();
    }
}
