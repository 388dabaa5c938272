package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Calls cost six each, whether or not they do anything, and none is proven. */
final class ExplorationMoneyTest {
    private static Planner planner(double share, double heldOut) {
        PlaybookText text = PlanText.small()
                .with("message: {cost: 0.1}", "message: {cost: 1000}")
                .with("explorationShare: 1", "explorationShare: 1, explorationMoney: " + share)
                .with("share: 0}", "share: " + heldOut + "}");
        return new Planner(text.read(), ActionEffects.none(), ReasonCatalogue.standard());
    }

    private static List<PlanCustomer> customers() {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            customers.add(at("c" + i, 0.5, 100 + i).reasons(PRICE).build());
        }
        return customers;
    }

    private static LimitUse use(CarePlan plan) {
        return plan.summary().limits().stream()
                .filter(use -> use.name().equals("exploration-money"))
                .findFirst()
                .orElseThrow();
    }

    private static long chosen(CarePlan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.play().isPresent())
                .count();
    }

    @Test
    void shadowsUseItAsThoseDoWhoGetThePlay() {
        CarePlan carried = planner(0.3, 0).plan(customers(), Budget.of(100), PlanSettings.of(DAY));
        CarePlan shadows = planner(0.3, 1).plan(customers(), Budget.of(100), PlanSettings.of(DAY));

        assertThat(chosen(carried)).as("five calls of six, of thirty").isEqualTo(5);
        assertThat(chosen(shadows)).isEqualTo(5);
        assertThat(shadows.decisions())
                .filteredOn(decision -> decision.play().isPresent())
                .allMatch(decision -> decision.status() == PlanStatus.WITHHELD);
        assertThat(use(shadows).used()).isCloseTo(30, within(1e-9));
    }

    @Test
    void withNoneOfItNothingIsTriedHoweverMuchMoneyThereIs() {
        for (double money : new double[] {1000, Double.POSITIVE_INFINITY}) {
            CarePlan plan = planner(0, 0).plan(customers(), Budget.of(money), PlanSettings.of(DAY));

            assertThat(chosen(plan)).isZero();
            assertThat(use(plan).limit()).isZero();
            assertThat(use(plan).used()).isZero();
        }
    }

    /** Three calls stand, of eighteen. */
    @Test
    void whatWasKeptUsesItUpAndMayGoBeyondIt() {
        Map<Integer, KeptRows.Decided> decided = new HashMap<>();
        for (int row = 0; row < 5; row++) {
            boolean call = row < 3;
            decided.put(
                    row,
                    new KeptRows.Decided(
                            call ? Optional.of("bill-review") : Optional.empty(),
                            call ? Optional.empty() : Optional.of(PlanCause.NO_CAPACITY),
                            OptionalDouble.empty()));
        }
        KeptRows kept = new KeptRows(decided);

        CarePlan two = planner(0.3, 0).plan(customers(), kept, Budget.of(100), PlanSettings.of(DAY));
        CarePlan none = planner(0.2, 0).plan(customers(), kept, Budget.of(100), PlanSettings.of(DAY));
        CarePlan beyond = planner(0.1, 0).plan(customers(), kept, Budget.of(100), PlanSettings.of(DAY));

        assertThat(chosen(two)).as("thirty less eighteen").isEqualTo(5);
        assertThat(chosen(none)).as("twenty less eighteen").isEqualTo(3);
        assertThat(chosen(beyond)).isEqualTo(3);
        assertThat(use(beyond).used())
                .isCloseTo(18, within(1e-9))
                .isGreaterThan(use(beyond).limit());
    }
}
