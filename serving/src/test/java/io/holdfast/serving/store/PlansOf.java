package io.holdfast.serving.store;

import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small plans for tests. */
public final class PlansOf {
    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");

    /** Who writes. */
    public static final Writing WRITING = new Writing("key:test", NOW);

    private PlansOf() {}

    /** A moment later. */
    public static Writing at(Instant moment) {
        return new Writing("key:test", moment);
    }

    /** A plan with these decisions. */
    public static NewPlan plan(String planId, NewDecision... decisions) {
        return planFor(planId, "[{\"code\":\"price\",\"impact\":0.4}]", decisions);
    }

    /** The same with these reasons of every score, a JSON array. */
    public static NewPlan planFor(String planId, String reasons, NewDecision... decisions) {
        List<StoredPrediction> predictions = new ArrayList<>();
        for (NewDecision decision : decisions) {
            decision.predictionId().ifPresent(id -> predictions.add(prediction(id, decision.customerId(), reasons)));
        }
        return new NewPlan(
                planId,
                "d".repeat(64),
                "e".repeat(64),
                "salt",
                0.1,
                "{\"budget\":100,\"campaign\":\"spring\",\"campaignShare\":0.02}",
                "{}",
                predictions,
                List.of(decisions));
    }

    private static StoredPrediction prediction(String id, String customer, String reasons) {
        return new StoredPrediction(
                id,
                customer,
                "tiny",
                "d".repeat(64),
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 3, 2),
                0.625,
                0.5108256237659907,
                93.75,
                "high",
                "{\"tenure\":2}",
                reasons);
    }

    /** A call to be made. */
    public static NewDecision planned(String decisionId, String customer) {
        return decision(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, 1);
    }

    /** A play of several steps. */
    public static NewDecision play(String decisionId, String customer, int steps) {
        return decision(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, steps);
    }

    /** The shadow of the same. */
    public static NewDecision withheld(String decisionId, String customer) {
        return decision(decisionId, customer, HoldOutMember.HELD_OUT, NewDecision.WITHHELD, 1);
    }

    /** A call to win back a unit. */
    public static NewDecision winBack(String decisionId, String customer, String unit) {
        Instant until = NOW.plus(Duration.ofDays(30));
        return NewDecision.of(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, until)
                .unit(unit)
                .goal(Optional.of(NewDecision.WIN_BACK))
                .action(
                        Optional.of("call"),
                        List.of(new DecisionStep(1, "phone", "desk", NOW, until, LocalizedText.same("Ask why."))))
                .candidates(List.of(new StoredCandidate("call", 1, OptionalDouble.of(1))), 1)
                .build();
    }

    /** That there is nothing to be done. */
    public static NewDecision nothing(String decisionId, String customer) {
        return NewDecision.of(
                        decisionId, customer, HoldOutMember.TREATED, NewDecision.NONE, NOW.plus(Duration.ofDays(30)))
                .owner("agent-7")
                .prediction(Optional.of("p-" + decisionId))
                .cause(Optional.of("no_gain"))
                .build();
    }

    private static NewDecision decision(String decisionId, String customer, String arm, String status, int steps) {
        List<DecisionStep> play = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            play.add(new DecisionStep(
                    i,
                    "phone",
                    "retention",
                    NOW.plus(Duration.ofDays(i)),
                    NOW.plus(Duration.ofDays(30)),
                    LocalizedText.of("Go through the bill.", "核对账单。")));
        }
        return NewDecision.of(decisionId, customer, arm, status, NOW.plus(Duration.ofDays(30)))
                .owner("agent-7")
                .prediction(Optional.of("p-" + decisionId))
                .action(Optional.of("bill-review"), play)
                .candidates(
                        List.of(
                                new StoredCandidate("bill-review", 0.9, OptionalDouble.of(12.5)),
                                new StoredCandidate("nothing", 0.1, OptionalDouble.of(0))),
                        0.9)
                .explanation("[{\"question\":\"why_this\"}]")
                .goal(Optional.of(NewDecision.RETAIN))
                .build();
    }
}
