package io.holdfast.care.posterior;

import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.EffectQuestion;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Renewals of a telecom company: 80,000 customers with 100,000 lines, whose contracts end over 18 months. An offer of three months takes leaving within 90 days from 10 % to
 * 8 % of those who look at the price, most of whom leave when it ends, and raises it from 6.4 % to 10 % of those who had forgotten their contract.
 */
final class Renewal {
    static final String PRICE = "price";
    static final String DISENGAGED = "disengagement";
    static final int MONTHS = 18;

    private static final int CUSTOMERS = 80_000;
    private static final double SHARE_OF_PRICE = 0.6;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static final PlaybookText PLAYBOOK = new PlaybookText("""
            format: 2
            name: renewal
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0
            holdOut: {salt: renewal, share: 0.1, campaignShare: 0.1}
            margin: {perValue: 6, months: 12}
            limits: {contacts: 1, days: 30, explorationShare: 0.3}
            teams: {desk: {contacts: 1500, days: 30}}
            channels: {phone: {cost: 0.5}}
            actions:
              - code: renewal-offer
                cadenceMonths: 12
                channel: phone
                team: desk
                priceAffecting: true
                offer: {cost: 1, acceptance: 0.3}
                effect: {change: -0.2, deviation: 0.1}
                text: {en: Offer the published discount., zh-CN: 介绍公开的优惠。}
            """);

    private final Playbook playbook = PLAYBOOK.read();
    private final List<DecidedUnit> decided = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final SplittableRandom chance;
    private final int[] disengagedTreated = new int[MONTHS];
    private final List<String> stopped = new ArrayList<>();

    private record Line(int customer, int number, int month, String reason, double fee) {}

    Renewal(long seed) {
        chance = new SplittableRandom(seed);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int own = customer % 4 == 0 ? 2 : 1;
            for (int line = 0; line < own; line++) {
                lines.add(new Line(
                        customer,
                        line,
                        chance.nextInt(MONTHS),
                        chance.nextDouble() < SHARE_OF_PRICE ? PRICE : DISENGAGED,
                        20 + 40 * chance.nextDouble()));
            }
        }
    }

    /** Plans and lives through all months, and waits until every window of 180 days is closed. */
    Renewal run() {
        for (int month = 0; month < MONTHS; month++) {
            month(month);
        }
        return this;
    }

    private void month(int month) {
        LocalDate day = START.plusMonths(month);
        List<Line> due = lines.stream().filter(line -> line.month() == month).toList();
        ActionEffects effects =
                PooledEffects.forPlan(study(day), playbook.planning().orElseThrow());
        CarePlan plan = new Planner(playbook, effects, ReasonCatalogue.standard())
                .plan(due.stream().map(Renewal::seen).toList(), Budget.of(1e5), PlanSettings.of(day));
        plan.summary().stopped().forEach(use -> stopped.add(use.reason()));
        for (int i = 0; i < due.size(); i++) {
            CareDecision decision = plan.decisions().get(i);
            if (decision.status() != PlanStatus.NONE) {
                decided.add(unit(due.get(i), decision, plan, day));
                boolean treated = decision.status() == PlanStatus.PLANNED;
                disengagedTreated[month] += treated && due.get(i).reason().equals(DISENGAGED) ? 1 : 0;
            }
        }
    }

    private static PlanCustomer seen(Line line) {
        return PlanCustomer.of("C" + line.customer(), line.reason().equals(PRICE) ? 0.10 : 0.064)
                .unit("L" + line.number())
                .tierValue(line.fee())
                .marginIfKept(6 * line.fee())
                .reasons(List.of(new CustomerReason(line.reason(), 1, 1)))
                .build();
    }

    private DecidedUnit unit(Line line, CareDecision decision, CarePlan plan, LocalDate day) {
        boolean treated = decision.status() == PlanStatus.PLANNED;
        double carriedOut = decision.candidates().stream()
                .filter(each -> each.action().equals("renewal-offer"))
                .findFirst()
                .orElseThrow()
                .assignmentProbability();
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new DecidedUnit(
                decision.customerId(),
                decision.customerId(),
                treated ? Side.ASSIGNED : Side.SHADOW,
                1 - carriedOut,
                plan.planId(),
                "renewal-offer",
                line.reason(),
                "",
                at,
                false,
                false,
                false,
                left(line, treated, at).stream().toList());
    }

    /** Within 90 days, or when the discount has ended, in the 60 days after. */
    private Optional<DatedOutcome> left(Line line, boolean treated, Instant at) {
        boolean price = line.reason().equals(PRICE);
        double soon = price ? (treated ? 0.08 : 0.10) : treated ? 0.10 : 0.064;
        double afterwards = price && treated ? 0.05 : 0.03;
        double drawn = chance.nextDouble();
        double when = chance.nextDouble();
        if (drawn >= soon + afterwards) {
            return Optional.empty();
        }
        double days = drawn < soon ? 1 + 88 * when : 92 + 60 * when;
        return Optional.of(new DatedOutcome(
                OutcomeKind.LEFT,
                at.plus(Duration.ofMinutes((long) (days * 24 * 60))),
                0,
                Optional.of(LeaveType.VOLUNTARY)));
    }

    EffectStudy study(LocalDate day) {
        Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        // What has not happened yet is not known yet.
        return new EffectStudy(decided, Map.of(OutcomeKind.LEFT, now));
    }

    /** All windows but the longest closed. */
    EffectReport report() {
        return study(START.plusMonths(MONTHS + 7)).answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON)));
    }

    /** What is believed in the end. */
    PooledEffect belief(String reason) {
        return new PooledEffects(study(START.plusMonths(MONTHS + 7)).cells())
                .measured().stream()
                        .filter(each -> each.reason().equals(reason))
                        .findFirst()
                        .orElseThrow();
    }

    /** How many of the disengaged got the offer in a month. */
    int disengagedTreated(int month) {
        return disengagedTreated[month];
    }

    int disengagedTreated() {
        int sum = 0;
        for (int treated : disengagedTreated) {
            sum += treated;
        }
        return sum;
    }

    /** Reasons for which a plan said that the offer is stopped. */
    List<String> stopped() {
        return stopped;
    }
}
