package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.at;
import static io.holdfast.care.plan.OnePlan.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.playbook.Channel;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk of the small playbook makes ten contacts in the thirty days of a plan; its calls expire after a fortnight. */
final class CapacityTest {
    private static final Budget OPEN_WORK =
            Budget.of(1000).withOpenWork(new OpenWork(Map.of("desk", 7), Map.of(Channel.PHONE, 7)));

    private static LimitUse desk(Budget budget, int customers) {
        CarePlan plan = plan(
                PlanText.small(),
                budget,
                IntStream.range(0, customers)
                        .mapToObj(i -> at("c" + i, 0.6, 95).reasons(PRICE).build())
                        .toArray(PlanCustomer[]::new));
        return plan.summary().limits().stream()
                .filter(use -> use.name().equals("team:desk"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void openWorkOfEarlierPlansTakesUpCapacity() {
        LimitUse beside = desk(OPEN_WORK, 20);

        assertThat(beside.used()).isEqualTo(3);
        assertThat(beside.limit()).isEqualTo(3);
        assertThat(beside.taken()).isEqualTo(7);
        assertThat(beside.price()).isPositive();
        assertThat(desk(Budget.of(1000), 20).used()).isEqualTo(10);
        assertThat(desk(OPEN_WORK.withOpenWork(new OpenWork(Map.of("desk", 70), Map.of())), 20)
                        .limit())
                .as("more than there is")
                .isZero();
    }

    @Test
    void openWorkTakesUpWhatIsGivenInsteadToo() {
        Budget given = new Budget(1000, Map.of("desk", 9), Map.of()).withOpenWork(OPEN_WORK.openWork());

        assertThat(desk(given, 20)).extracting(LimitUse::used, LimitUse::taken).containsExactly(2.0, 7);
    }

    @Test
    void theSharesOfPartsAddUp() {
        OpenWork first = OPEN_WORK.openWork().share(0, 3, 10);
        OpenWork second = OPEN_WORK.openWork().share(3, 4, 10);
        OpenWork third = OPEN_WORK.openWork().share(7, 3, 10);

        assertThat(Stream.of(first, second, third)
                        .mapToInt(part -> part.teams().getOrDefault("desk", 0))
                        .sum())
                .isEqualTo(7);
        assertThat(first).isEqualTo(new OpenWork(Map.of("desk", 2), Map.of(Channel.PHONE, 2)));
    }

    /** Half of the ten by the fifteenth day, on which the calls expire. */
    @Test
    void contactsThatExpireBeforeTheirTurnAreCounted() {
        assertThat(desk(Budget.of(1000), 20).late()).isEqualTo(5);
        assertThat(desk(Budget.of(1000), 5).late()).isZero();
        assertThat(desk(OPEN_WORK, 20).late()).as("open work comes first").isEqualTo(3);
    }
}
