package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases that the practice tells, decided by the playbooks that ship. */
final class CasesTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 21);

    /** Contracts about to expire are contacted before, with published terms and without any gift. */
    @Test
    void aPolicyAboutToExpireIsReviewedInTime() {
        CareDecision decision = decide(
                "insurance",
                PlanCustomer.of("P/2024/001", 0.3)
                        .unit("policy-7")
                        .owner("agent-3")
                        .tierValue(1000)
                        .marginIfKept(1000)
                        .contacts(List.of(new PastContact(DAY.minusMonths(5), "regular-call-back")))
                        .columns(Map.of("contract_end", "2026-11-20")));

        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("renewal-review");
        assertThat(play.priceAffecting()).isFalse();
        assertThat(play.steps())
                .extracting(PlannedStep::dueAt)
                .containsExactly(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 20));
        assertThat(decision.owner()).isEqualTo("agent-3");
        assertThat(words(decision, Language.ENGLISH))
                .contains("Tier ordinary", "Belongs to the occasion: end of contract.", "on 2026-11-20");
        assertThat(words(decision, Language.CHINESE)).contains("普通客户", "对应时机：合约到期。", "合约到期日期为 2026-11-20");
    }

    /** Regular call-backs come round by themselves, whatever the risk. */
    @Test
    void aPolicyHolderIsCalledBackRegularly() {
        CareDecision decision = decide(
                "insurance", PlanCustomer.of("0012345", 0.08).tierValue(2000).marginIfKept(2000));

        assertThat(decision.play().orElseThrow().action()).isEqualTo("regular-call-back");
        assertThat(words(decision, Language.CHINESE)).contains("按固定周期安排");
    }

    /** Lost shoppers get a satisfaction call-back or a coupon, by what brings more. */
    @Test
    void aLostShopperIsWonBack() {
        CareDecision dear = decide(
                "retail", PlanCustomer.of("-A7", 0.10).lost().tierValue(2000).marginIfKept(2000));
        CareDecision small = decide(
                "retail", PlanCustomer.of("A8", 0.10).lost().tierValue(100).marginIfKept(100));

        assertThat(dear.play().orElseThrow().action()).isEqualTo("win-back-call");
        assertThat(words(dear, Language.ENGLISH)).contains("the probability of coming back rises by 2.5 %");
        assertThat(words(dear, Language.CHINESE)).contains("回流概率预计上升 2.5 %");
        assertThat(small.play().orElseThrow().action())
                .as("a call would cost more than it brings")
                .isEqualTo("win-back-coupon");
    }

    /** A drop in activity triggers a message; the members' voucher where it is worth what would-be stayers take of it. */
    @Test
    void aDropInActivityIsAnswered() {
        List<CustomerEvent> drop = List.of(new CustomerEvent("activity-drop", DAY.minusDays(1)));
        CareDecision member = decide(
                "online-ordering",
                PlanCustomer.of("客户甲", 0.5)
                        .tierValue(300)
                        .marginIfKept(300)
                        .events(drop)
                        .columns(Map.of("member", "yes")));
        CareDecision guest = decide(
                "online-ordering",
                PlanCustomer.of("客户乙", 0.5)
                        .tierValue(300)
                        .marginIfKept(300)
                        .events(drop)
                        .columns(Map.of("member", "no")));

        assertThat(member.play().orElseThrow().action()).isEqualTo("activity-drop-offer");
        assertThat(member.entitlements()).containsExactly("activity-drop-offer");
        assertThat(guest.play().orElseThrow().action()).isEqualTo("activity-drop-message");
        assertThat(words(guest, Language.CHINESE)).contains("响应事件“activity-drop”");
    }

    /** A complaint is answered, and asked about again after a week. */
    @Test
    void aComplaintIsRecovered() {
        CareDecision decision = decide(
                "retail",
                PlanCustomer.of("a", 0.2).tierValue(300).marginIfKept(300).serviceCase(ServiceCase.COMPLAINT));

        assertThat(decision.play().orElseThrow().action()).isEqualTo("complaint-recovery");
        assertThat(decision.arm()).isEqualTo(Arm.SERVED);
        assertThat(decision.play().orElseThrow().steps())
                .extracting(PlannedStep::dueAt)
                .containsExactly(DAY, DAY.plusDays(7));
        assertThat(words(decision, Language.ENGLISH)).contains("never held out");
    }

    @Test
    void thePointsProgrammeAndMidAutumnAreOccasions() {
        CareDecision points = decide(
                "retail",
                PlanCustomer.of("a", 0.4)
                        .tierValue(300)
                        .marginIfKept(300)
                        .reasons(List.of(new CustomerReason("neglect", 1, 0.9))));
        CareDecision festival =
                decide("retail", PlanCustomer.of("b", 0.2).tierValue(2000).marginIfKept(2000));

        assertThat(points.play().orElseThrow().action()).isEqualTo("points-reminder");
        assertThat(festival.play().orElseThrow().action()).isEqualTo("mid-autumn-greeting");
        assertThat(festival.play().orElseThrow().first().dueAt()).isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(words(festival, Language.CHINESE)).contains("中秋节日期为 2026-09-25");
    }

    private static CareDecision decide(String playbook, PlanCustomer.Builder customer) {
        Playbook read = Playbook.read(Path.of("..", "datasets", "playbooks", playbook + ".yaml"));
        return new Planner(read, ActionEffects.none(), ReasonCatalogue.standard())
                .plan(List.of(customer.build(), other()), Budget.of(10_000), PlanSettings.of(DAY))
                .decisions()
                .get(0);
    }

    /** With one customer alone, half of the customers may not explore. */
    private static PlanCustomer other() {
        return PlanCustomer.of("other", 0.21)
                .tierValue(1)
                .marginIfKept(0.001)
                .reasons(List.of(new CustomerReason("neglect", 1, 0.6), new CustomerReason("disengagement", 0.5, 0.4)))
                .build();
    }

    private static String words(CareDecision decision, Language language) {
        return decision.explanation().stream()
                .map(part -> part.text().in(language))
                .collect(Collectors.joining(" "));
    }
}
