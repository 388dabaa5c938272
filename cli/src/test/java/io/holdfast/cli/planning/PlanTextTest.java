package io.holdfast.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.GainEstimate;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.PriceOfKnowing;
import io.holdfast.scoring.dataset.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTextTest {
    /** Of 30 euros 24 are taken up, 18 of them by what is carried out; of these 13 are at risk, and 5 more would be on shadows. */
    private static String text(int withheld, Language language) {
        return text(withheld, 2, language);
    }

    private static String text(int withheld, int explored, Language language) {
        PlanSummary summary = new PlanSummary(
                3,
                withheld,
                6,
                GainEstimate.ZERO,
                18,
                50,
                50,
                List.of(
                        new LimitUse("money", 24, 30, 0),
                        new LimitUse("team:desk", 4, 10, 0),
                        new LimitUse("team:field", 72, 80, 0, 70, 12),
                        new LimitUse("exploration-money", 18, 20, 0)),
                new PriceOfKnowing(explored, 15, 13, 4),
                List.of(),
                true);
        return String.join(
                "\n", PlanText.of(LocalDate.of(2026, 3, 2), 1, summary, Map.of(), Map.of(), 0, "EUR", language));
    }

    @Test
    void whatShadowsTakeUpIsNotSpentOfTheBudgetAndNotAtRiskOfTheRest() {
        assertThat(text(1, Language.ENGLISH))
                .contains("budget: 24.00 of 30.00 EUR (6.00 of it taken up by shadows, and not spent);")
                .contains("contacts of team desk: 4 of 10;")
                .contains("money at risk on unproven actions: 18.00 of 20.00 EUR"
                        + " (5.00 of it taken up by shadows, and not at risk);");
        assertThat(text(1, Language.CHINESE))
                .contains("预算：24.00 / 30.00 EUR（其中对照组占用而不支出 6.00）")
                .contains("未验证行动的风险金额：18.00 / 20.00 EUR（其中对照组占用、并无风险 5.00）");
    }

    @Test
    void whatOpenWorkTakesUpAndWhatCannotBeDoneInTimeIsSaid() {
        assertThat(text(0, Language.ENGLISH))
                .contains("contacts of team field: 72 of 80, 12 of which cannot be made before they expire, as capacity"
                        + " comes day by day (open work of earlier plans takes up 70 more); one more contact")
                .contains("contacts of team desk: 4 of 10; one more contact");
        assertThat(text(0, Language.CHINESE)).contains("72 / 80，其中 12 次按每日能力无法在失效前完成（此前计划未完成的工作另占 70），每增加");
    }

    @Test
    void oneCustomerStandsInTheSingular() {
        assertThat(text(0, 1, Language.ENGLISH)).contains("Price of knowing: 1 customer with an unproven action");
        assertThat(text(0, 2, Language.ENGLISH)).contains("Price of knowing: 2 customers with an unproven action");
        assertThat(text(0, 1, Language.CHINESE)).contains("求证的代价：未验证行动 1 名");
    }

    @Test
    void withoutShadowsNothingIsSaidOfThem() {
        assertThat(text(0, Language.ENGLISH))
                .contains("budget: 24.00 of 30.00 EUR;")
                .doesNotContain("by shadows");
        assertThat(text(0, Language.CHINESE)).contains("预算：24.00 / 30.00 EUR，").doesNotContain("占用");
    }
}
