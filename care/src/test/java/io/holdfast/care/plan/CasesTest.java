package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases that the practice tells, decided by the playbooks that ship. */
final class CasesTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 21);

    /** Contracts about to expire are contacted before, with the published benefit of a new one. */
    @Test
    void aContractAboutToExpireIsRenewedInTime() {
        CareDecision decision = expiring();

        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("contract-benefit");
        assertThat(play.first().dueAt()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(decision.entitlements()).containsExactly("contract-benefit");
        assertThat(words(decision, Language.CHINESE)).contains("对应时机：合约到期。", "合约到期日期为 2026-11-15");
    }

    /** The telecom playbook for a table that knows when contracts end. */
    private static CareDecision expiring() {
        String text = text("telecom")
                .replace("cadenceMonths: 12", "when: {occasion: contract-end, column: contract_end, daysBefore: 45}");
        return decide(
                Playbook.read("telecom.yaml", text.getBytes(StandardCharsets.UTF_8)),
                PlanCustomer.of("0012345", 0.6)
                        .tierValue(80)
                        .marginIfKept(384)
                        .columns(Map.of("contract", "Month-to-month", "contract_end", "2026-11-15", "tenure", "14")));
    }

    /** Every sentence of every case, as people read and accepted it in both languages. */
    @Test
    void readsAsAccepted() throws IOException {
        StringBuilder read = new StringBuilder();
        cases().forEach((name, decision) -> {
            read.append("== ").append(name).append('\n');
            for (Language language : Language.values()) {
                decision.explanation()
                        .forEach(part -> read.append(part.text().in(language)).append('\n'));
                decision.play().stream()
                        .flatMap(play -> play.steps().stream())
                        .forEach(step -> read.append("-> ")
                                .append(step.dueAt())
                                .append(' ')
                                .append(step.channel().code())
                                .append(": ")
                                .append(step.text().in(language))
                                .append('\n'));
            }
        });
        try (InputStream accepted = CasesTest.class.getResourceAsStream("cases.txt")) {
            assertThat(read.toString())
                    .isEqualTo(new String(Objects.requireNonNull(accepted).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, CareDecision> cases() {
        Map<String, CareDecision> cases = new LinkedHashMap<>();
        cases.put("telecom: the contract ends in eight weeks", expiring());
        cases.put(
                "telecom: the leading reason is the price",
                decide(
                        "telecom",
                        PlanCustomer.of("-A7", 0.5)
                                .tierValue(95)
                                .marginIfKept(456)
                                .reasons(List.of(new CustomerReason("price", 0.8, 0.6)))
                                .columns(Map.of("contract", "One year", "tenure", "30"))));
        cases.put("insurance: the policy ends", expiringPolicy());
        cases.put("insurance: the regular call-back", regular());
        cases.put("retail: a lost shopper of value", lost("-A7", 2000));
        cases.put("retail: a lost shopper of little value", lost("A8", 100));
        cases.put("online ordering: a member orders less", dropped("yes"));
        cases.put("online ordering: a guest orders less", dropped("no"));
        cases.put("retail: a complaint", complaint());
        cases.put("retail: the points programme", points());
        cases.put("retail: Mid-Autumn", festival());
        cases.put(
                "retail: nothing to be done",
                decide("retail", PlanCustomer.of("b", 0.2).tierValue(50).marginIfKept(50)));
        return cases;
    }

    /** Contracts about to expire are contacted before, with published terms and without any gift. */
    @Test
    void aPolicyAboutToExpireIsReviewedInTime() {
        CareDecision decision = expiringPolicy();

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

    private static CareDecision expiringPolicy() {
        return decide(
                "insurance",
                PlanCustomer.of("P/2024/001", 0.3)
                        .unit("policy-7")
                        .owner("agent-3")
                        .tierValue(1000)
                        .marginIfKept(1000)
                        .contacts(List.of(new PastContact(DAY.minusMonths(5), "regular-call-back")))
                        .columns(Map.of("contract_end", "2026-11-20")));
    }

    private static CareDecision regular() {
        return decide(
                "insurance", PlanCustomer.of("0012345", 0.08).tierValue(2000).marginIfKept(2000));
    }

    private static CareDecision lost(String id, double value) {
        return decide(
                "retail", PlanCustomer.of(id, 0.10).lost().tierValue(value).marginIfKept(value));
    }

    private static CareDecision dropped(String member) {
        return decide(
                "online-ordering",
                PlanCustomer.of("客户甲", 0.5)
                        .tierValue(300)
                        .marginIfKept(300)
                        .events(List.of(new CustomerEvent("activity-drop", DAY.minusDays(1))))
                        .columns(Map.of("member", member)));
    }

    private static CareDecision complaint() {
        return decide(
                "retail",
                PlanCustomer.of("a", 0.2).tierValue(300).marginIfKept(300).serviceCase(ServiceCase.COMPLAINT));
    }

    private static CareDecision points() {
        return decide(
                "retail",
                PlanCustomer.of("a", 0.4)
                        .tierValue(300)
                        .marginIfKept(300)
                        .reasons(List.of(new CustomerReason("neglect", 1, 0.9))));
    }

    private static CareDecision festival() {
        return decide("retail", PlanCustomer.of("b", 0.2).tierValue(2000).marginIfKept(2000));
    }

    /** Regular call-backs come round by themselves, whatever the risk. */
    @Test
    void aPolicyHolderIsCalledBackRegularly() {
        CareDecision decision = regular();

        assertThat(decision.play().orElseThrow().action()).isEqualTo("regular-call-back");
        assertThat(words(decision, Language.CHINESE)).contains("按固定周期安排（每 6 个月一次）");
    }

    /** Lost shoppers get a satisfaction call-back or a coupon, by what brings more. */
    @Test
    void aLostShopperIsWonBack() {
        CareDecision dear = lost("-A7", 2000);
        CareDecision small = lost("A8", 100);

        assertThat(dear.play().orElseThrow().action()).isEqualTo("win-back-call");
        assertThat(words(dear, Language.ENGLISH))
                .contains(
                        "the probability of coming back rises from 10.0 % to 12.5 %",
                        "margin over 12 months if won back 2000.00");
        assertThat(words(dear, Language.CHINESE)).contains("回流概率预计由 10.0% 升至 12.5%", "挽回客户后 12 个月的毛利为 2000.00");
        assertThat(small.play().orElseThrow().action())
                .as("a call would cost more than it brings")
                .isEqualTo("win-back-coupon");
    }

    /** A drop in activity triggers a message; the members' voucher where it is worth what would-be stayers take of it. */
    @Test
    void aDropInActivityIsAnswered() {
        CareDecision member = dropped("yes");
        CareDecision guest = dropped("no");

        assertThat(member.play().orElseThrow().action()).isEqualTo("activity-drop-offer");
        assertThat(member.entitlements()).containsExactly("activity-drop-offer");
        assertThat(guest.play().orElseThrow().action()).isEqualTo("activity-drop-message");
        assertThat(words(guest, Language.CHINESE)).contains("响应事件“activity-drop”");
    }

    /** A complaint is answered, and asked about again after a week. */
    @Test
    void aComplaintIsRecovered() {
        CareDecision decision = complaint();

        assertThat(decision.play().orElseThrow().action()).isEqualTo("complaint-recovery");
        assertThat(decision.arm()).isEqualTo(Arm.SERVED);
        assertThat(decision.play().orElseThrow().steps())
                .extracting(PlannedStep::dueAt)
                .containsExactly(DAY, DAY.plusDays(7));
        assertThat(words(decision, Language.ENGLISH)).contains("never held out");
    }

    @Test
    void thePointsProgrammeAndMidAutumnAreOccasions() {
        CareDecision points = points();
        CareDecision festival = festival();

        assertThat(points.play().orElseThrow().action()).isEqualTo("points-reminder");
        assertThat(festival.play().orElseThrow().action()).isEqualTo("mid-autumn-greeting");
        assertThat(festival.play().orElseThrow().first().dueAt()).isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(words(festival, Language.CHINESE)).contains("中秋节日期为 2026-09-25");
    }

    private static String text(String playbook) {
        try {
            return Files.readString(Path.of("..", "datasets", "playbooks", playbook + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CareDecision decide(String playbook, PlanCustomer.Builder customer) {
        return decide(Playbook.read(playbook, text(playbook).getBytes(StandardCharsets.UTF_8)), customer);
    }

    private static CareDecision decide(Playbook playbook, PlanCustomer.Builder customer) {
        return new Planner(playbook, ActionEffects.none(), ReasonCatalogue.standard())
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
