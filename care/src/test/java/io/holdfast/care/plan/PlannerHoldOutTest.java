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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
