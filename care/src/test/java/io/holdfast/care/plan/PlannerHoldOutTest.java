package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.at;
import static io.holdfast.care.plan.OnePlan.plan;
import static io.holdfast.care.plan.OnePlan.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.inference.Estimate;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerHoldOutTest {
    @Test
    void whoIsKnownToBeHeldOutIsSoWhateverTheLotSays() {
        CareDecision shadow =
                plan(at(0.4, 100).reasons(PRICE).heldOut()).decisions().get(0);

        assertThat(shadow.status()).isEqualTo(PlanStatus.WITHHELD);
        assertThat(shadow.arm()).isEqualTo(Arm.HELD_OUT);
        assertThat(shadow.candidates())
                .filteredOn(candidate -> candidate.action().equals(Candidate.NOTHING))
                .singleElement()
                .extracting(Candidate::assignmentProbability)
                .isEqualTo(1.0);
        assertThat(plan(at(0.4, 100).serviceCase(ServiceCase.COMPLAINT).heldOut())
                        .decisions()
                        .get(0)
                        .status())
                .as("what is a right stays one")
                .isEqualTo(PlanStatus.PLANNED);
    }

    @Test
    void aHeldOutCustomerHasTheSameDecisionAsAShadow() {
        PlanCustomer customer = at(0.4, 100).reasons(PRICE).build();
        CareDecision carried =
                plan(PlanText.small(), Budget.of(1000), customer).decisions().get(0);

        CareDecision shadow = plan(PlanText.small().with("share: 0}", "share: 1}"), Budget.of(1000), customer)
                .decisions()
                .get(0);

        assertThat(shadow.status()).isEqualTo(PlanStatus.WITHHELD);
        assertThat(shadow.play()).isEqualTo(carried.play());
        assertThat(shadow.arm()).isEqualTo(Arm.HELD_OUT);
        assertThat(carried.arm())
                .as("with a share of 0 nothing can be measured")
                .isEqualTo(Arm.UNMEASURED);
    }

    @Test
    void theProbabilityOfAssignmentIsThatOfTheLot() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0.2, campaignShare: 0.5}");

        CareDecision decision = plan(
                        lots, Budget.of(1000), at(0.4, 100).reasons(PRICE).build())
                .decisions()
                .get(0);

        Map<String, Double> probabilities = decision.candidates().stream()
                .collect(Collectors.toMap(Candidate::action, Candidate::assignmentProbability));
        assertThat(probabilities.get("bill-review")).isCloseTo(0.8 * 0.5, within(1e-12));
        assertThat(probabilities.get("bill-letter")).isZero();
        assertThat(probabilities.get(Candidate.NOTHING)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void campaignsHoldOutOthersAndTheHouseholdStaysTogether() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0, campaignShare: 0.5}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            customers.add(PlanCustomer.of("c" + i, 0.5)
                    .household("h" + i / 2)
                    .tierValue(100)
                    .marginIfKept(500)
                    .reasons(PRICE)
                    .build());
        }
        Planner planner = planner(lots);
        Budget budget = new Budget(1e6, Map.of("desk", 1000), Map.of());

        CarePlan spring = planner.plan(customers, budget, PlanSettings.of(DAY).withCampaign("spring"));
        CarePlan summer = planner.plan(customers, budget, PlanSettings.of(DAY).withCampaign("summer"));

        assertThat(spring.summary().withheld()).isBetween(140, 260);
        int changed = 0;
        for (int i = 0; i < 400; i += 2) {
            assertThat(spring.decisions().get(i + 1).status())
                    .isEqualTo(spring.decisions().get(i).status());
            changed += spring.decisions().get(i).status()
                            == summer.decisions().get(i).status()
                    ? 0
                    : 1;
        }
        assertThat(changed).isBetween(60, 140);
    }

    private static final PlaybookText MORE_OF_UNPROVEN =
            PlanText.small().with("share: 0}", "share: 0.1, campaignShare: 0.05, unprovenShare: 0.5}");

    private static ActionEffects proven(String tier) {
        return new ActionEffects(Map.of(
                new ActionEffects.Cell("bill-review", "price", tier), new ActionEffect(-0.3, 0.02, Evidence.PROVEN)));
    }

    private static CarePlan measured(PlaybookText text, ActionEffects effects, List<PlanCustomer> customers) {
        return new Planner(text.read(), effects, ReasonCatalogue.standard())
                .plan(customers, new Budget(1e6, Map.of("desk", 10_000), Map.of()), PlanSettings.of(DAY));
    }

    private static double withheldWith(CareDecision decision) {
        return decision.candidates().stream()
                .filter(each -> each.action().equals(Candidate.NOTHING))
                .findFirst()
                .orElseThrow()
                .assignmentProbability();
    }

    @Test
    void ofThoseWithAnUnprovenPlayMoreAreHeldOutAnew() {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            customers.add(at("c" + i, 0.4, i % 2 == 0 ? 100 : 50).reasons(PRICE).build());
        }

        CarePlan plan = measured(MORE_OF_UNPROVEN, proven("key"), customers);

        int[] withheld = new int[2];
        HoldOut holdOut = new HoldOut(MORE_OF_UNPROVEN.read().holdOut());
        for (int i = 0; i < 1000; i++) {
            CareDecision decision = plan.decisions().get(i);
            boolean known = i % 2 == 0;
            boolean forGood = holdOut.withholds(decision.customerId(), decision.tier());
            assertThat(decision.play().orElseThrow().evidence()).isEqualTo(known ? Evidence.PROVEN : Evidence.UNPROVEN);
            assertThat(decision.campaignShare()).isEqualTo(forGood ? 0 : known ? 0.05 : 0.5);
            assertThat(withheldWith(decision)).isCloseTo(1 - 0.9 * (known ? 0.95 : 0.5), within(1e-12));
            withheld[i % 2] += decision.status() == PlanStatus.WITHHELD ? 1 : 0;
        }
        assertThat(withheld[0]).isBetween(45, 105);
        assertThat(withheld[1]).isBetween(240, 310);
    }

    private static CarePlan harmful(PlaybookText text, double harm) {
        Measured measured = new Measured(400, 300, 90, new Estimate(-0.1, -0.3, 0.1), harm);
        ActionEffects effects = new ActionEffects(Map.of(
                new ActionEffects.Cell("bill-review", "price", ""),
                new ActionEffect(-0.1, 0.1, Evidence.UNPROVEN, Optional.of(measured))));
        return measured(text, effects, List.of(at("a", 0.4, 100).reasons(PRICE).build()));
    }

    private static double shareAt(PlaybookText text, double harm) {
        return harmful(text, harm).decisions().get(0).campaignShare();
    }

    @Test
    void theNearerAPlayIsToBeingKnownToHelpTheFewerAreHeldOut() {
        PlaybookText text = PlanText.small().with("share: 0}", "share: 0, campaignShare: 0.05, unprovenShare: 0.4}");
        PlaybookText lasting = text.with("coolDownDays: 30", "coolDownDays: 30\n    lastsDays: 90");

        assertThat(shareAt(text, 0.5)).as("nothing is known").isEqualTo(0.4);
        assertThat(shareAt(text, 0.9)).isEqualTo(0.4);
        assertThat(shareAt(text, 0.25)).isEqualTo(0.2);
        assertThat(shareAt(text, 0.126)).isEqualTo(0.2);
        assertThat(shareAt(text, 0.03)).as("a quarter, and no fewer").isEqualTo(0.1);
        assertThat(shareAt(text.with("campaignShare: 0.05", "campaignShare: 0.15"), 0.03))
                .as("never fewer than of what is proven")
                .isEqualTo(0.15);
        assertThat(shareAt(lasting, 0.25)).as("its end was not seen yet").isEqualTo(0.4);
    }

    /** Whom the small share withholds, the large one does too: a play that is proven meanwhile changes nobody's side but for the better. */
    @Test
    void theLotOfTheSmallShareIsAPartOfThatOfTheLargeOne() {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            customers.add(at("c" + i, 0.4, 100).reasons(PRICE).build());
        }
        CarePlan unproven = measured(MORE_OF_UNPROVEN, ActionEffects.none(), customers);
        CarePlan known = measured(MORE_OF_UNPROVEN, proven("key"), customers);

        for (int i = 0; i < 500; i++) {
            if (known.decisions().get(i).status() == PlanStatus.WITHHELD) {
                assertThat(unproven.decisions().get(i).status()).isEqualTo(PlanStatus.WITHHELD);
            }
        }
        assertThat(known.summary().withheld()).isLessThan(unproven.summary().withheld());
    }

    @Test
    void aHouseholdWithAnUnprovenPlayIsDrawnByTheLargerShareAsAWhole() {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            customers.add(at("c" + i, 0.4, i % 2 == 0 ? 100 : 50)
                    .household("h" + i / 2)
                    .reasons(PRICE)
                    .build());
        }
        CarePlan plan = measured(MORE_OF_UNPROVEN, proven("key"), customers);

        for (int i = 0; i < 400; i += 2) {
            CareDecision one = plan.decisions().get(i);
            CareDecision other = plan.decisions().get(i + 1);
            assertThat(one.status()).isEqualTo(other.status());
            assertThat(one.campaignShare()).isEqualTo(other.campaignShare()).isIn(0.0, 0.5);
            assertThat(withheldWith(one)).isCloseTo(0.55, within(1e-12));
        }
    }

    /** Key customers of a tier that is never held out, ordinary ones by the general share, small ones by a larger one. */
    @Test
    void sharesOfTiersHoldForWhatACampaignDrawsToo() {
        PlaybookText lots = PlanText.small()
                .with("share: 0}", "share: 0.1, campaignShare: 0, unprovenShare: 0.5, tiers: {key: 0, small: 0.4}}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            customers.add(at("c" + i, 0.4, List.of(100, 50, 20).get(i % 3))
                    .reasons(PRICE)
                    .build());
        }

        CarePlan plan = measured(lots, ActionEffects.none(), customers);

        HoldOut holdOut = new HoldOut(lots.read().holdOut());
        int byTheCampaign = 0;
        for (int i = 0; i < 600; i++) {
            CareDecision decision = plan.decisions().get(i);
            if (i % 3 == 0) {
                assertThat(decision.arm()).isEqualTo(Arm.UNMEASURED);
                assertThat(decision.campaignShare()).isZero();
                assertThat(withheldWith(decision)).isZero();
                continue;
            }
            boolean forGood = holdOut.withholds(decision.customerId(), decision.tier());
            assertThat(decision.campaignShare())
                    .as("a larger share of another tier holds nobody out for good")
                    .isEqualTo(forGood ? 0 : 0.5);
            assertThat(withheldWith(decision)).isCloseTo(1 - (i % 3 == 1 ? 0.9 : 0.6) * 0.5, within(1e-12));
            byTheCampaign += i % 3 == 1 && !forGood && decision.arm() == Arm.HELD_OUT ? 1 : 0;
        }
        assertThat(byTheCampaign).isBetween(60, 120);
    }

    @Test
    void whatACampaignDrawsByItselfIsNothingForWhoIsHeldOutForGood() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0.2, campaignShare: 0.5}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            customers.add(PlanCustomer.of("c" + i, 0.4)
                    .tierValue(100)
                    .marginIfKept(500)
                    .reasons(PRICE)
                    .build());
        }
        customers.add(at(0.4, 100).reasons(PRICE).heldOut().build());
        CarePlan plan = plan(lots, Budget.of(1e6), customers.toArray(PlanCustomer[]::new));
        HoldOut holdOut = new HoldOut(lots.read().holdOut());

        for (CareDecision decision : plan.decisions().subList(0, 300)) {
            boolean forGood = holdOut.withholds(decision.customerId(), decision.tier());
            assertThat(decision.campaignShare()).isEqualTo(forGood ? 0 : 0.5);
            assertThat(!forGood || decision.arm() == Arm.HELD_OUT).isTrue();
        }
        assertThat(plan.decisions().get(300).campaignShare()).isZero();
        assertThat(plan.decisions()).extracting(CareDecision::campaignShare).contains(0.0, 0.5);
        assertThat(plan.hasPlay(0)).isEqualTo(plan.decisions().get(0).play().isPresent());
    }
}
