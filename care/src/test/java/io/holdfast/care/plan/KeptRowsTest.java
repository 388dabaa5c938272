package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.inference.Estimate;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A plan that goes on after a part of it was kept keeps within the limits of the whole list. */
final class KeptRowsTest {
    /** Six euros a call: three calls. */
    private static final Budget THREE_CALLS = Budget.of(18);

    private static final PlaybookText CALLS = PlanText.small().with("message: {cost: 0.1}", "message: {cost: 1000}");

    private static Planner planner(PlaybookText text, ActionEffects effects) {
        return new Planner(text.read(), effects, ReasonCatalogue.standard());
    }

    /** The first half was at a higher risk when it was kept, the second one is by now. */
    private static List<PlanCustomer> customers(double first, double second) {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            customers.add(
                    at("c" + i, i < 5 ? first : second, 100 + i).reasons(PRICE).build());
        }
        return customers;
    }

    private static KeptRows.Decided kept(CareDecision decision) {
        OptionalDouble share =
                decision.campaignShare() > 0 ? OptionalDouble.of(decision.campaignShare()) : OptionalDouble.empty();
        return new KeptRows.Decided(decision.play().map(PlannedPlay::action), decision.cause(), share);
    }

    private static KeptRows firstHalf(CarePlan plan) {
        Map<Integer, KeptRows.Decided> decided = new HashMap<>();
        for (int row = 0; row < 5; row++) {
            CareDecision decision = plan.decisions().get(row);
            decided.put(row, kept(decision));
        }
        return new KeptRows(decided);
    }

    private static List<String> planned(CarePlan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.status() == PlanStatus.PLANNED)
                .map(CareDecision::customerId)
                .toList();
    }

    @Test
    void whatWasKeptUsesUpTheLimitsOfAll() {
        Planner planner = planner(CALLS, ActionEffects.none());
        CarePlan before = planner.plan(customers(0.5, 0.3), THREE_CALLS, PlanSettings.of(DAY));
        CarePlan anew = planner.plan(customers(0.3, 0.5), THREE_CALLS, PlanSettings.of(DAY));

        CarePlan on = planner.plan(customers(0.3, 0.5), firstHalf(before), THREE_CALLS, PlanSettings.of(DAY));

        assertThat(planned(before)).containsExactly("c2", "c3", "c4");
        assertThat(planned(anew)).as("six calls with those that were kept").containsExactly("c7", "c8", "c9");
        assertThat(planned(on)).containsExactly("c2", "c3", "c4");
        assertThat(on.summary().cost()).isCloseTo(18, within(1e-9));
        assertThat(on.summary().gap()).isZero();
        assertThat(on.decisions().get(0).cause())
                .isEqualTo(before.decisions().get(0).cause());
        assertThat(on.decisions().get(9).cause()).contains(PlanCause.NO_CAPACITY);
    }

    @Test
    void theOthersCompeteForWhatIsLeftOfMoneyTeamsAndExploration() {
        Planner planner = planner(CALLS, ActionEffects.none());
        CarePlan before = planner.plan(customers(0.5, 0.3), THREE_CALLS, PlanSettings.of(DAY));
        KeptRows kept = firstHalf(before);

        assertThat(planned(planner.plan(customers(0.3, 0.5), kept, Budget.of(24), PlanSettings.of(DAY))))
                .containsExactly("c2", "c3", "c4", "c9");
        assertThat(planned(planner.plan(
                        customers(0.3, 0.5),
                        kept,
                        new Budget(1000, Map.of("desk", 5), Map.of()),
                        PlanSettings.of(DAY))))
                .containsExactly("c2", "c3", "c4", "c8", "c9");
        Planner fewer = planner(CALLS.with("explorationShare: 1", "explorationShare: 0.4"), ActionEffects.none());
        assertThat(planned(fewer.plan(customers(0.3, 0.5), kept, Budget.of(1000), PlanSettings.of(DAY))))
                .as("four of ten")
                .containsExactly("c2", "c3", "c4", "c9");
    }

    @Test
    void whatIsStoppedByNowStandsAndRefusalsDoToo() {
        Planner planner = planner(CALLS, ActionEffects.none());
        KeptRows kept = firstHalf(planner.plan(customers(0.5, 0.3), THREE_CALLS, PlanSettings.of(DAY)));
        Measured by = new Measured(900, 100, 180, new Estimate(0.2, 0.1, 0.3), 0.99);
        ActionEffects harmful =
                ActionEffects.of(Map.of("bill-review", new ActionEffect(0.2, 0.05, Evidence.HARMFUL, Optional.of(by))));
        List<PlanCustomer> customers = new ArrayList<>(customers(0.5, 0.3));
        customers.set(4, customers.get(4).toBuilder().optedOut().build());

        CarePlan on = planner(CALLS, harmful).plan(customers, kept, THREE_CALLS, PlanSettings.of(DAY));

        assertThat(planned(on)).as("not assigned to anybody else").containsExactly("c2", "c3");
        assertThat(on.decisions().get(4).cause()).contains(PlanCause.OPTED_OUT);
        assertThat(on.decisions().get(9).cause()).contains(PlanCause.NO_GAIN);
        assertThat(planned(planner.plan(customers, kept, THREE_CALLS, PlanSettings.of(DAY))))
                .as("who refuses since may have been called before")
                .containsExactly("c2", "c3");
    }

    @Test
    void anotherUnitOfWhoHasAPlayHasNone() {
        List<PlanCustomer> units = List.of(
                at("a", 0.3, 100).unit("1").reasons(PRICE).build(),
                at("a", 0.9, 100).unit("2").reasons(PRICE).build(),
                PlanCustomer.departed("a").toBuilder().unit("3").build());
        KeptRows kept = new KeptRows(
                Map.of(0, new KeptRows.Decided(Optional.of("bill-review"), Optional.empty(), OptionalDouble.empty())));

        List<CareDecision> decisions = planner(CALLS, ActionEffects.none())
                .plan(units, kept, Budget.of(1000), PlanSettings.of(DAY))
                .decisions();

        assertThat(decisions.get(0).status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decisions.get(1).cause()).contains(PlanCause.OTHER_UNIT);
        assertThat(decisions.get(2).cause()).contains(PlanCause.ALREADY_LEFT);
    }

    private static List<CareDecision> afterOneWasKept(
            String action, PlanCustomer.Builder first, PlanCustomer.Builder second) {
        return planner(CALLS, ActionEffects.none())
                .plan(
                        List.of(first.unit("1").build(), second.unit("2").build()),
                        new KeptRows(Map.of(
                                0,
                                new KeptRows.Decided(Optional.of(action), Optional.empty(), OptionalDouble.empty()))),
                        Budget.of(1000),
                        PlanSettings.of(DAY))
                .decisions();
    }

    @Test
    void refusalsAreToldOfAllUnitsOfWhoHasAPlay() {
        List<CareDecision> decisions = afterOneWasKept(
                "bill-review",
                at("a", 0.3, 100).reasons(PRICE).optedOut(),
                at("a", 0.9, 100).reasons(PRICE));

        assertThat(decisions).extracting(CareDecision::cause).containsOnly(Optional.of(PlanCause.OPTED_OUT));
        assertThat(decisions.get(1).candidates())
                .extracting(Candidate::action)
                .as("nothing is weighed for who refuses")
                .containsExactly(Candidate.NOTHING);
    }

    @Test
    void whatStandsAgainstAnotherUnitIsToldAsIfNothingHadBeenKept() {
        assertThat(afterOneWasKept("bill-review", at("a", 0.3, 100).reasons(PRICE), at("a", 0.9, 100))
                        .get(1)
                        .cause())
                .contains(PlanCause.NO_TRIGGER);
        assertThat(afterOneWasKept(
                                "bill-review",
                                at("a", 0.3, 100).reasons(PRICE),
                                at("a", 0.21, 0.1).reasons(PRICE))
                        .get(1)
                        .cause())
                .contains(PlanCause.NO_GAIN);
    }

    @Test
    void whatIsNoChoiceAnyMoreIsAnEarlierDecisionThatTakesNobodysRight() {
        PlanCustomer.Builder called =
                at("a", 0.3, 100).reasons(PRICE).contacts(List.of(new PastContact(DAY, "bill-review")));

        List<CareDecision> decisions =
                afterOneWasKept("bill-review", called, at("a", 0.9, 100).serviceCase(ServiceCase.COMPLAINT));

        assertThat(decisions.get(0).cause()).contains(PlanCause.EARLIER_DECISION);
        assertThat(decisions.get(1).status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decisions.get(1).play().map(PlannedPlay::action)).contains("recovery");
    }

    /** What is proven meanwhile would draw for the others of a household by another share, and so part it. */
    @Test
    void theLotOfAHouseholdStaysTheOneByWhichOneOfItWasKept() {
        PlaybookText lots = CALLS.with("share: 0}", "share: 0.1, campaignShare: 0.02, unprovenShare: 0.5}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            customers.add(at("c" + i, 0.5, 100)
                    .household("h" + i % 100)
                    .reasons(PRICE)
                    .build());
        }
        Budget all = new Budget(1e6, Map.of("desk", 1000), Map.of());
        CarePlan before = planner(lots, ActionEffects.none()).plan(customers, all, PlanSettings.of(DAY));
        Map<Integer, KeptRows.Decided> half = new HashMap<>();
        for (int row = 0; row < 100; row++) {
            half.put(row, kept(before.decisions().get(row)));
        }
        ActionEffects proven = ActionEffects.of(
                Map.of("bill-review", new ActionEffect(-0.3, 0.02, Evidence.PROVEN, Optional.empty())));

        CarePlan on = planner(lots, proven).plan(customers, new KeptRows(half), all, PlanSettings.of(DAY));

        int shadows = 0;
        for (int row = 0; row < 100; row++) {
            CareDecision kept = before.decisions().get(row);
            CareDecision other = on.decisions().get(100 + row);
            assertThat(other.arm()).isEqualTo(kept.arm());
            assertThat(other.campaignShare()).isEqualTo(kept.campaignShare()).isIn(0.0, 0.5);
            shadows += kept.arm() == Arm.HELD_OUT && kept.campaignShare() > 0 ? 1 : 0;
        }
        assertThat(shadows).isBetween(25, 65);
        assertThat(planner(lots, proven)
                        .plan(customers, all, PlanSettings.of(DAY))
                        .summary()
                        .withheld())
                .as("by what is known now fewer would be held out")
                .isLessThan(on.summary().withheld());
    }

    @Test
    void aServiceThatDoesNotFitIsNotWhyAnotherUnitGetsNothingBesideWhatWasKept() {
        List<PlanCustomer> units = List.of(
                at("a", 0.3, 100).unit("1").reasons(PRICE).build(),
                at("a", 0.9, 100).unit("2").reasons(PRICE).build(),
                at("a", 0.9, 100).unit("3").serviceCase(ServiceCase.COMPLAINT).build());
        KeptRows kept = new KeptRows(
                Map.of(0, new KeptRows.Decided(Optional.of("bill-review"), Optional.empty(), OptionalDouble.empty())));

        List<CareDecision> decisions = planner(CALLS, ActionEffects.none())
                .plan(units, kept, Budget.of(6), PlanSettings.of(DAY))
                .decisions();

        assertThat(decisions)
                .extracting(CareDecision::cause)
                .containsExactly(
                        Optional.empty(), Optional.of(PlanCause.OTHER_UNIT), Optional.of(PlanCause.NO_CAPACITY));
    }

    @Test
    void nobodyIsServedTwice() {
        List<CareDecision> decisions = afterOneWasKept(
                "recovery",
                at("a", 0.3, 100).serviceCase(ServiceCase.COMPLAINT),
                at("a", 0.9, 100).serviceCase(ServiceCase.COMPLAINT));

        assertThat(decisions.get(0).status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decisions.get(1).cause()).contains(PlanCause.OTHER_UNIT);
    }

    /** By what is known now they are no less of an experiment. */
    @Test
    void whatWasKeptAndIsStoppedByNowGoesOnExploring() {
        PlaybookText few = PlanText.small().with("explorationShare: 1", "explorationShare: 0.4");
        KeptRows kept = firstHalf(
                planner(CALLS, ActionEffects.none()).plan(customers(0.5, 0.3), THREE_CALLS, PlanSettings.of(DAY)));
        Measured by = new Measured(900, 100, 180, new Estimate(0.2, 0.1, 0.3), 0.99);
        ActionEffects harmful =
                ActionEffects.of(Map.of("bill-review", new ActionEffect(0.2, 0.05, Evidence.HARMFUL, Optional.of(by))));

        CarePlan on = planner(few, harmful).plan(customers(0.5, 0.3), kept, Budget.of(1000), PlanSettings.of(DAY));

        assertThat(planned(on)).as("three of four were kept").containsExactly("c2", "c3", "c4", "c9");
        LimitUse exploration = on.summary().limits().stream()
                .filter(limit -> limit.name().equals("exploration"))
                .findFirst()
                .orElseThrow();
        assertThat(exploration.used()).isEqualTo(4);
        assertThat(exploration.limit()).isEqualTo(4);
        assertThat(on.summary().price().explored()).isEqualTo(4);
    }

    @Test
    void whereNothingElseIsKnownItIsTheSamePlan() {
        Planner planner = planner(CALLS, ActionEffects.none());
        List<PlanCustomer> customers = customers(0.5, 0.3);

        CarePlan one = planner.plan(customers, THREE_CALLS, PlanSettings.of(DAY));
        CarePlan kept = planner.plan(customers, firstHalf(one), THREE_CALLS, PlanSettings.of(DAY));

        assertThat(kept.summary().gain()).isEqualTo(one.summary().gain());
        assertThat(kept.summary().gap()).isZero();
        assertThat(planned(kept)).isEqualTo(planned(one));
    }
}
