package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.RandomCare;
import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.ForbiddenRule;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random playbooks, budgets and lists of customers, ten thousand in the slow tests: what no plan may ever do. */
final class PlannerPropertyTest {
    private static final int RUNS = 10_000;
    private static final int PARTS = 80;

    static IntStream first() {
        return IntStream.range(0, 1);
    }

    static IntStream others() {
        return IntStream.range(1, PARTS);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("others")
    void noPlanOfThousandsBreaksALimitOrARule(int part) {
        noPlanBreaksALimitOrARule(part);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("others")
    void inThousandsPriceIsNoMatterOfProfile(int part) {
        priceIsNoMatterOfProfile(part);
    }

    @ParameterizedTest
    @MethodSource("first")
    void noPlanBreaksALimitOrARule(int part) {
        for (int seed = part * RUNS / PARTS; seed < (part + 1) * RUNS / PARTS; seed++) {
            RandomCare random = new RandomCare(seed);
            Playbook playbook = random.playbook();
            List<PlanCustomer> customers = random.customers();
            Budget budget = random.budget();
            PlanSettings settings = PlanSettings.of(RandomCare.DAY).withCampaign("spring");

            CarePlan plan = planner(playbook).plan(customers, budget, settings);

            assertThat(plan.decisions()).hasSameSizeAs(customers);
            limitsHold(plan, playbook.planning().orElseThrow(), budget);
            for (int row = 0; row < customers.size(); row++) {
                PlanCustomer customer = customers.get(row);
                CareDecision decision = plan.decisions().get(row);
                if (customers.stream().anyMatch(each -> each.id().equals(customer.id()) && each.objects())) {
                    assertThat(decision.cause()).contains(PlanCause.EXCLUDED);
                    assertThat(decision.candidates()).isEmpty();
                } else {
                    rulesHold(customer, decision, playbook);
                }
            }
            oneArmAHouseholdAndOnePlayACustomer(plan, customers);
            assertThat(plan.summary().total())
                    .isLessThanOrEqualTo(plan.summary().bound() + 1e-9);
            assertThat(plan.summary().gap()).as("seed %d", seed).isLessThan(1e-9);
        }
    }

    /** Who is entitled to a price follows from published terms; risk, reasons, value and sensitive columns change nothing about it. */
    @ParameterizedTest
    @MethodSource("first")
    void priceIsNoMatterOfProfile(int part) {
        for (int seed = part * RUNS / PARTS; seed < (part + 1) * RUNS / PARTS; seed += 10) {
            RandomCare random = new RandomCare(seed);
            Playbook playbook = random.playbook();
            List<PlanCustomer> customers = random.customers().stream()
                    .filter(each -> !each.objects() && !Double.isNaN(each.marginIfKept()))
                    .toList();
            List<PlanCustomer> others = customers.stream()
                    .map(each -> each.toBuilder()
                            .reasons(random.reasons())
                            .columns(flipped(each))
                            .build())
                    .toList();

            CarePlan plan = planner(playbook).plan(customers, random.budget(), PlanSettings.of(RandomCare.DAY));
            CarePlan other = planner(playbook).plan(others, random.budget(), PlanSettings.of(RandomCare.DAY));

            Set<String> prices = playbook.planning().orElseThrow().plays().stream()
                    .filter(play -> play.conduct().priceAffecting())
                    .map(Play::code)
                    .collect(Collectors.toSet());
            for (int row = 0; row < customers.size(); row++) {
                CareDecision one = plan.decisions().get(row);
                CareDecision same = other.decisions().get(row);
                assertThat(same.entitlements()).isEqualTo(one.entitlements());
                assertThat(priced(same, prices)).isEqualTo(priced(one, prices));
                assertThat(one.entitlements()).containsAll(priced(one, prices));
            }
        }
    }

    private static Map<String, String> flipped(PlanCustomer customer) {
        Map<String, String> columns = new HashMap<>();
        for (String column : List.of("product", "term", "tenure", "debt", "contract_end")) {
            columns.put(column, customer.cell(column));
        }
        columns.put(RandomCare.SENSITIVE, customer.cell(RandomCare.SENSITIVE).equals("true") ? "false" : "true");
        return columns;
    }

    private static Set<String> priced(CareDecision decision, Set<String> prices) {
        return decision.candidates().stream()
                .map(Candidate::action)
                .filter(prices::contains)
                .collect(Collectors.toSet());
    }

    private static Planner planner(Playbook playbook) {
        return new Planner(playbook, ActionEffects.none(), ReasonCatalogue.standard());
    }

    /** No play is tried on more than its share of all customers; those of them who have a choice are fewer. */
    private static void placesHold(CarePlan plan, Planning planning) {
        Map<String, Integer> tried = new HashMap<>();
        for (CareDecision decision : plan.decisions()) {
            decision.play()
                    .filter(play -> decision.arm() != Arm.SERVED)
                    .ifPresent(play -> tried.merge(play.action(), 1, Integer::sum));
        }
        double most = planning.actionShare() < 1
                ? Math.ceil(planning.actionShare()
                        * planning.explorationShare()
                        * plan.decisions().size())
                : Double.POSITIVE_INFINITY;
        assertThat(tried.values()).allMatch(count -> count <= most);
    }

    private static void limitsHold(CarePlan plan, Planning planning, Budget budget) {
        placesHold(plan, planning);
        double money = 0;
        Map<String, Integer> contacts = new HashMap<>();
        for (CareDecision decision : plan.decisions()) {
            if (decision.play().isPresent()) {
                money += decision.play().get().cost();
                for (PlannedStep step : decision.play().get().steps()) {
                    contacts.merge(step.team(), 1, Integer::sum);
                    contacts.merge(step.channel().code(), 1, Integer::sum);
                }
            }
        }
        assertThat(money).isLessThanOrEqualTo(budget.money() + 1e-9);
        planning.teams()
                .forEach((team, most) -> assertThat(contacts.getOrDefault(team, 0))
                        .isLessThanOrEqualTo(budget.teams().getOrDefault(team, most)));
        for (Channel channel : Channel.values()) {
            double most = planning.channel(channel).capacity();
            assertThat((double) contacts.getOrDefault(channel.code(), 0))
                    .isLessThanOrEqualTo(
                            budget.channels().containsKey(channel)
                                    ? budget.channels().get(channel)
                                    : most);
        }
        plan.summary()
                .limits()
                .forEach(limit -> assertThat(limit.used()).as(limit.name()).isLessThanOrEqualTo(limit.limit() + 1e-9));
    }

    private static void rulesHold(PlanCustomer customer, CareDecision decision, Playbook playbook) {
        Planning planning = playbook.planning().orElseThrow();
        assertThat(decision.customerId()).isEqualTo(customer.id());
        assertThat(decision.play().isPresent()).isEqualTo(decision.status() != PlanStatus.NONE);
        assertThat(decision.cause().isPresent()).isEqualTo(decision.status() == PlanStatus.NONE);
        double sum = decision.candidates().stream()
                .mapToDouble(Candidate::assignmentProbability)
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(decision.candidates()).extracting(Candidate::action).contains(Candidate.NOTHING);
        if (decision.status() == PlanStatus.NONE) {
            return;
        }
        PlannedPlay given = decision.play().orElseThrow();
        Play play = planning.plays().stream()
                .filter(each -> each.code().equals(given.action()))
                .findFirst()
                .orElseThrow();
        boolean service = play.conduct().service();
        assertThat(customer.optedOut()).isFalse();
        assertThat(play.winBack()).isEqualTo(customer.lost());
        assertThat(given.gain().expected() > 0 || service).isTrue();
        given.steps().forEach(step -> {
            assertThat(customer.refusedChannels()).doesNotContain(step.channel());
            assertThat(planning.quiet().quiet(step.dueAt())).isFalse();
            assertThat(step.dueAt()).isAfterOrEqualTo(RandomCare.DAY);
        });
        if (customer.serviceCases().contains(ServiceCase.COMPLAINT)) {
            assertThat(service || play.conduct().help()).isTrue();
        }
        if (play.isOffer()) {
            assertThat(customer.filedRequests()).isEmpty();
            assertThat(customer.serviceCases()).doesNotContain(ServiceCase.VULNERABLE);
            for (ForbiddenRule rule : planning.forbidden()) {
                assertThat(rule.when().stream().allMatch(condition -> condition.holds(customer::cell)))
                        .isFalse();
            }
        }
        if (!service && play.triggers().reasons().size() > 0 && !customer.lost()) {
            assertThat(customer.risk()).isGreaterThanOrEqualTo(playbook.contactThreshold());
        }
        if (decision.status() == PlanStatus.PLANNED && customer.serviceCases().isEmpty() && !service) {
            assertThat(decision.arm()).isNotEqualTo(Arm.HELD_OUT);
            if (customer.household().isEmpty()) {
                assertThat(new HoldOut(playbook.holdOut())
                                .withholds(customer.id(), decision.tier(), "spring", planning.campaignShare()))
                        .isFalse();
            }
        }
    }

    private static void oneArmAHouseholdAndOnePlayACustomer(CarePlan plan, List<PlanCustomer> customers) {
        Set<String> served = new HashSet<>();
        Map<String, PlanStatus> households = new HashMap<>();
        for (int row = 0; row < customers.size(); row++) {
            CareDecision decision = plan.decisions().get(row);
            if (decision.play().isPresent()) {
                assertThat(served.add(decision.customerId())).isTrue();
                if (!decision.household().isEmpty() && decision.arm() != Arm.SERVED) {
                    PlanStatus before = households.putIfAbsent(decision.household(), decision.status());
                    assertThat(before == null || before == decision.status()).isTrue();
                }
            }
        }
    }
}
