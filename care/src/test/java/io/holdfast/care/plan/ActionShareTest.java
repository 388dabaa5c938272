package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A hundred customers, each worth a call of six; letters cost a tenth and bring less. */
final class ActionShareTest {
    private static final PlaybookText HALF_EXPLORE = PlanText.small()
            .with("explorationShare: 1", "explorationShare: 0.5, actionShare: SHARE")
            .with("share: 0}", "share: 0.1}");

    private static PlaybookText share(double share) {
        return HALF_EXPLORE.with("SHARE", Double.toString(share));
    }

    private static List<PlanCustomer> customers() {
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            customers.add(at("c" + i, 0.5, 100 + i).reasons(PRICE).build());
        }
        return customers;
    }

    private static CarePlan plan(PlaybookText text, ActionEffects effects, double money) {
        return new Planner(text.read(), effects, ReasonCatalogue.standard())
                .plan(customers(), new Budget(money, Map.of("desk", 1000), Map.of()), PlanSettings.of(DAY));
    }

    private static long given(CarePlan plan, String action) {
        return plan.decisions().stream()
                .filter(decision -> decision.play()
                        .map(play -> play.action().equals(action))
                        .orElse(false))
                .count();
    }

    private static LimitUse use(CarePlan plan, String limit) {
        return plan.summary().limits().stream()
                .filter(use -> use.name().equals(limit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatPromisesMostTakesAllPlacesUnlessItHasAShare() {
        CarePlan all = plan(share(1), ActionEffects.none(), 1e6);
        CarePlan fifth = plan(share(0.2), ActionEffects.none(), 1e6);

        assertThat(given(all, "bill-review")).isEqualTo(50);
        assertThat(all.summary().limits())
                .extracting(LimitUse::name)
                .noneMatch(name -> name.startsWith("exploration:"));
        assertThat(given(fifth, "bill-review")).as("shadows included").isEqualTo(10);
        assertThat(given(fifth, "bill-letter")).isEqualTo(10);
        assertThat(use(fifth, "exploration").used()).isEqualTo(20);
    }

    /** A fifth of two hundred is the price of six calls and a part of a seventh. */
    @Test
    void whatIsDearTakesNoMoreThanItsShareOfTheMoney() {
        PlaybookText text = share(0.2).with("explorationShare: 0.5", "explorationShare: 1, explorationMoney: 0.2");

        CarePlan plan = plan(text, ActionEffects.none(), 1000);

        assertThat(given(plan, "bill-review")).isEqualTo(7);
        assertThat(given(plan, "bill-letter")).isEqualTo(20);
    }

    @Test
    void whatIsProvenIsGivenAsOftenAsItPays() {
        ActionEffects proven = new ActionEffects(
                Map.of(new ActionEffects.Cell("bill-review", "", ""), new ActionEffect(-0.2, 0.01, Evidence.PROVEN)));

        assertThat(given(plan(share(0.1), proven, 1e6), "bill-review")).isEqualTo(100);
    }

    /** It ends, and who leaves because it does has left, 14 + 1 + 105 + 30 days later: five times the period of a plan. */
    @Test
    void whatLastsHasAsMuchForAllPlansThatAreMadeUntilItsEnd() {
        PlaybookText lasting = share(0.2).with("coolDownDays: 30", "coolDownDays: 30\n    lastsDays: 105");

        CarePlan plan = plan(lasting, ActionEffects.none(), 1e6);

        assertThat(given(plan, "bill-review")).isEqualTo(2);
        assertThat(given(plan, "bill-letter")).isEqualTo(10);
    }

    @Test
    void withNoShareNothingIsTriedAndWithFewCustomersOneIs() {
        CarePlan none = plan(share(0), ActionEffects.none(), 1e6);
        CarePlan few = plan(share(0.001), ActionEffects.none(), 1e6);

        assertThat(given(none, "bill-review") + given(none, "bill-letter")).isZero();
        assertThat(given(few, "bill-review")).isEqualTo(1);
        assertThat(given(few, "bill-letter")).isEqualTo(1);
    }

    @Test
    void theBestCustomersGetThePlaces() {
        CarePlan plan = plan(share(0.2), ActionEffects.none(), 1e6);

        for (int i = 0; i < 100; i++) {
            String action =
                    plan.decisions().get(i).play().map(PlannedPlay::action).orElse("");
            assertThat(action).isEqualTo(i >= 90 ? "bill-review" : i >= 80 ? "bill-letter" : "");
        }
    }

    @Test
    void whatIsFreeIsTriedThoughNoMoneyMayBeAtRisk() {
        PlaybookText free = share(0.2)
                .with("explorationShare: 0.5", "explorationShare: 0.5, explorationMoney: 0")
                .with("message: {cost: 0.1}", "message: {cost: 0}");

        CarePlan plan = plan(free, ActionEffects.none(), 1000);

        assertThat(given(plan, "bill-letter")).isEqualTo(10);
        assertThat(given(plan, "bill-review")).isZero();
    }

    /** A play that nobody can carry out takes no places of one that somebody can. */
    @Test
    void placesAreForWhatTeamsCanDo() {
        PlaybookText text = share(0.5).with("explorationShare: 0.5", "explorationShare: 1");
        for (int calls : new int[] {0, 5}) {
            CarePlan plan = new Planner(text.read(), ActionEffects.none(), ReasonCatalogue.standard())
                    .plan(customers(), new Budget(1e6, Map.of("desk", calls), Map.of()), PlanSettings.of(DAY));

            assertThat(given(plan, "bill-review")).isEqualTo(calls);
            assertThat(given(plan, "bill-letter")).isEqualTo(50);
        }
    }

    @Test
    void whatWasKeptTakesItsPlacesThoughItIsNoChoiceAnyMore() {
        Map<Integer, KeptRows.Decided> decided = new HashMap<>();
        List<PlanCustomer> customers = new ArrayList<>(customers());
        for (int row = 0; row < 8; row++) {
            decided.put(
                    row, new KeptRows.Decided(Optional.of("bill-review"), Optional.empty(), OptionalDouble.empty()));
            customers.set(row, at("c" + row, 0.5, 100).build());
        }

        CarePlan plan = new Planner(share(0.2).read(), ActionEffects.none(), ReasonCatalogue.standard())
                .plan(
                        customers,
                        new KeptRows(decided),
                        new Budget(1e6, Map.of("desk", 1000), Map.of()),
                        PlanSettings.of(DAY));

        assertThat(given(plan, "bill-review")).as("ten less eight").isEqualTo(2);
    }

    @Test
    void whatWasKeptTakesItsPlaces() {
        Map<Integer, KeptRows.Decided> decided = new HashMap<>();
        for (int row = 0; row < 4; row++) {
            decided.put(
                    row, new KeptRows.Decided(Optional.of("bill-review"), Optional.empty(), OptionalDouble.empty()));
        }

        CarePlan plan = new Planner(share(0.2).read(), ActionEffects.none(), ReasonCatalogue.standard())
                .plan(
                        customers(),
                        new KeptRows(decided),
                        new Budget(1e6, Map.of("desk", 1000), Map.of()),
                        PlanSettings.of(DAY));

        assertThat(given(plan, "bill-review")).isEqualTo(10);
        assertThat(plan.decisions().subList(0, 4)).allMatch(each -> each.play().isPresent());
    }

    @Test
    void whoIsLeftOutHearsWhyInBothLanguages() {
        CareDecision decision =
                plan(share(0.2), ActionEffects.none(), 1e6).decisions().get(85);

        assertThat(words(decision, Language.ENGLISH))
                .contains("customers on whom bill-review may be tried while it is unproven (actionShare)");
        assertThat(words(decision, Language.CHINESE)).contains("可试行未验证行动 bill-review 的客户数（actionShare）");
        assertThat(plan(share(0.2), ActionEffects.none(), 1e6)
                        .decisions()
                        .get(5)
                        .cause())
                .contains(PlanCause.NO_CAPACITY);
    }

    private static String words(CareDecision decision, Language language) {
        return decision.explanation().stream()
                .map(part -> part.text().in(language))
                .collect(Collectors.joining(" "));
    }
}
