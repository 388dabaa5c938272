package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.RowOutcome;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effects of as many customers as it takes for every figure, held against the contract as all replies are. */
final class EffectRoutesIT {
    private static final Instant DECIDED = PlansOf.NOW.minus(Duration.ofDays(400));
    private static final int CUSTOMERS = 480;

    @TempDir
    Path directory;

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void haveEveryFigureThatTheContractDescribes() {
        try (TestServer server = TestServer.start(
                TestServer.settings(directory).withStore(TestDatabase.sqlite(directory)),
                Clock.fixed(PlansOf.NOW, ZoneOffset.UTC))) {
            fill(server.server().store().orElseThrow());

            Reply reply = server.get("/v1/effects?by=action");

            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            JsonNode effects = reply.json();
            assertThat(effects.path("assigned").intValue()).isEqualTo(CUSTOMERS / 2);
            assertThat(effects.path("shadowAssigned").intValue()).isEqualTo(CUSTOMERS / 2);
            assertThat(effects.path("effects").findValuesAsText("metric"))
                    .contains("leave_rate", "return_rate", "satisfaction", "retained_months", "margin");
            for (JsonNode effect : effects.path("effects")) {
                for (String figure : List.of("difference", "sequence")) {
                    assertThat(effect.path(figure).path("low").isNumber())
                            .as(effect.toString())
                            .isTrue();
                }
                assertThat(effect.path("assigned").path("reported").intValue())
                        .as(effect.toString())
                        .isPositive()
                        .isLessThanOrEqualTo(
                                effect.path("assigned").path("closed").intValue());
            }
            JsonNode primary = effects.path("effects").path(0);
            assertThat(primary.path("primary").booleanValue()).isTrue();
            assertThat(primary.path("verdict").textValue()).isEqualTo("helps");
            assertThat(primary.path("assigned").path("reported").intValue()).isEqualTo(CUSTOMERS / 2);
            assertThat(primary.path("shadowAssigned").path("reported").intValue())
                    .isEqualTo(CUSTOMERS / 2 - 2);
            assertThat(effects.path("explored").findValuesAsText("metric"))
                    .containsExactly("leave_rate", "return_rate", "leave_rate", "return_rate");
            assertThat(effects.path("explored").path(0).path("falseDiscovery").isNumber())
                    .isTrue();
            assertThat(effects.has("page")).isFalse();
            assertThat(server.get("/v1/effects?by=action&page=true")
                            .json()
                            .path("page")
                            .textValue())
                    .as("the same page as browsers get")
                    .isEqualTo(server.get("/v1/effects?by=action", "Accept", "text/html")
                            .text());
            assertThat(server.get("/v1/effects?page=perhaps").code()).isEqualTo("bad_value");
            assertThat(effects.path("wrongReadings")
                            .path("treatedAgainstEverybody")
                            .path("first")
                            .intValue())
                    .as("those to be won back are not among them")
                    .isEqualTo(CUSTOMERS / 4);
        }
    }

    /** Half are held out, half of each are to be won back. */
    private void fill(Store store) {
        List<NewDecision> decisions = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean held = i % 2 == 0;
            boolean lost = i % 4 > 1;
            decisions.add(decision(i, held, lost));
            if (i > 2 || !held) {
                tell(i, OutcomeKind.MARGIN, 30, held ? i % 7 : 40 + i % 5);
            }
            tell(i, OutcomeKind.SATISFACTION, 20, i % 5);
            if (i / 4 % 3 == 0) {
                tell(i, lost ? OutcomeKind.RETURNED : OutcomeKind.LEFT, 40 + i % 9, 0);
            }
        }
        NewPlan plan = new NewPlan("plan-1", "d", "e", "salt", 0.5, "{}", "{}", List.of(), decisions);
        store.plans().keep(plan, PlansOf.at(DECIDED));
        assertThat(store.outcomes().addAll(outcomes, PlansOf.WRITING)).allMatch(RowOutcome::written);
    }

    private static NewDecision decision(int i, boolean held, boolean lost) {
        return NewDecision.of(
                        "d-" + i,
                        "C-" + i,
                        held ? HoldOutMember.HELD_OUT : HoldOutMember.TREATED,
                        held ? NewDecision.WITHHELD : NewDecision.PLANNED,
                        DECIDED.plus(Duration.ofDays(30)))
                .action(Optional.of(i < CUSTOMERS / 2 ? "bill-review" : "check-up"), List.of())
                .candidates(List.of(), 0.5)
                .goal(Optional.of(lost ? NewDecision.WIN_BACK : NewDecision.RETAIN))
                .build();
    }

    private void tell(int i, OutcomeKind kind, int days, double amount) {
        Instant at = DECIDED.plus(Duration.ofDays(days));
        outcomes.add(new Outcome(
                "o-" + outcomes.size(),
                "C-" + i,
                "",
                kind,
                kind == OutcomeKind.LEFT ? Optional.of(LeaveType.VOLUNTARY) : Optional.empty(),
                Optional.empty(),
                kind.hasAmount() ? OptionalDouble.of(amount) : OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                PlansOf.NOW));
    }
}
