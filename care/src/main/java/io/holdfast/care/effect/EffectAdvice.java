package io.holdfast.care.effect;

import io.holdfast.care.inference.Estimate;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to do next about effects, the most urgent first: never more than the evidence carries. */
public final class EffectAdvice {
    private final EffectReport report;
    private final CareNames names;
    private final List<LocalizedText> steps = new ArrayList<>();

    private EffectAdvice(EffectReport report, CareNames names) {
        this.report = report;
        this.names = names;
    }

    /** At least one step. */
    public static List<LocalizedText> of(EffectReport report, CareNames names) {
        EffectAdvice advice = new EffectAdvice(report, names);
        advice.write();
        return List.copyOf(advice.steps);
    }

    private void write() {
        if (report.sampleRatio().isMismatch()) {
            say(
                    "Find out what chose beside the lot: the arms are not as large as it makes them. Until then, believe no figure here.",
                    "先查明抽签之外是什么在选择客户：两组人数与抽签不符。在此之前，本页数字均不可信。");
            return;
        }
        if (report.assigned() == 0 || report.shadow() == 0) {
            say(
                    "Keep a plan with a hold-out in the store: there is nobody to compare with yet. No one can say afterwards what care brought about.",
                    "请在库中保存一份带对照组的计划：目前没有可比较的客户，事后无人能说清关怀带来了什么。");
            return;
        }
        if (report.closedUntil().isEmpty()) {
            say(
                    "Report who stayed, left or came back, also when nobody left: without it no window closes.",
                    "请上报谁留存、流失或回流；即使无人流失也要上报，否则窗口无法结束。");
            return;
        }
        harms();
        if (report.estimates().isEmpty()) {
            waiting();
        }
        primary();
        findings();
        sooner();
    }

    /** Whatever else is known, harm is stopped first. */
    private void harms() {
        List<EffectEstimate> harms = report.estimates().stream()
                .filter(estimate -> estimate.verdict() == Verdict.HARMS)
                .toList();
        if (!harms.isEmpty()) {
            String names = names(harms, true);
            say(
                    "Stop, or change, what is done: care makes it worse (" + names
                            + "). Explore by action and reason to see which.",
                    "停止或调整目前的做法：关怀适得其反（" + names(harms, false) + "）。按行动与原因细看是哪一项。");
        }
    }

    private void primary() {
        Optional<EffectEstimate> primary =
                report.estimates().stream().filter(EffectEstimate::primary).findFirst();
        if (primary.isEmpty()) {
            long months = (EffectStudy.PRIMARY_DAYS + 29) / 30;
            say(
                    "Keep the hold-out as it is, and report margin (net of discounts and of what contacts cost) of everybody, held out or not: the primary"
                            + " effect cannot be told before the first customers have had "
                            + months + " months.",
                    "保持对照组不变，并上报所有客户（无论是否对照）的净毛利（扣除优惠与接触成本）：首批客户满 " + months + " 个月之前，主要效果无法得知。");
            return;
        }
        EffectEstimate known = primary.get();
        LocalizedText verdict = EffectWords.verdict(known);
        switch (known.verdict()) {
            case HELPS ->
                say(
                        "Go on with this care, and keep the hold-out: it pays" + perCustomer(known, false)
                                + ". Whether it goes on paying, only the hold-out can tell.",
                        "继续这项关怀并保留对照组：它有回报" + perCustomer(known, true) + "。是否持续有回报，只有对照组能说明。");
            case HARMS -> {
                // Said already, with all else that harms.
            }
            default ->
                say(
                        "Go on as planned and keep the hold-out: of the primary effect there is " + text(verdict, true)
                                + ". Do not judge by points alone.",
                        "按计划继续并保留对照组：主要效果" + text(verdict, false) + "。不要只看点估计。");
        }
    }

    private static String text(LocalizedText text, boolean english) {
        return text.in(english ? Language.ENGLISH : Language.CHINESE);
    }

    private static String perCustomer(EffectEstimate estimate, boolean chinese) {
        return estimate.comparison()
                .map(found -> found.sequence().orElse(found.difference()))
                .map(difference -> amounts(difference, chinese))
                .orElse("");
    }

    private static String amounts(Estimate difference, boolean chinese) {
        return String.format(
                Locale.ROOT,
                chinese ? "（每名客户 %+.2f，%+.2f 至 %+.2f）" : " (%+.2f a customer, %+.2f to %+.2f)",
                difference.point(),
                difference.low(),
                difference.high());
    }

    private void findings() {
        List<ExploredCell> findings =
                report.explored().stream().filter(ExploredCell::finding).toList();
        if (!findings.isEmpty()) {
            say(
                    "Give a plan of its own, with its own hold-out, to what stands out: "
                            + cells(findings, Language.ENGLISH, "; ")
                            + ". It was found by looking around, and is not yet a claim.",
                    "为突出的部分单独立项并设对照组：" + cells(findings, Language.CHINESE, "；") + "。这是探索所见，尚非结论。");
        }
    }

    private String cells(List<ExploredCell> findings, Language language, String between) {
        return findings.stream()
                .map(cell -> CellNames.of(report.question().cuts(), cell, names).in(language))
                .collect(Collectors.joining(between));
    }

    /** While nothing is told: of which share it will be first, and what brings that nearer; or that it would have been told by now, were it large. */
    private void sooner() {
        if (report.estimates().stream()
                .anyMatch(estimate -> estimate.verdict() == Verdict.HELPS || estimate.verdict() == Verdict.HARMS)) {
            return;
        }
        List<EffectEstimate> shares = report.estimates().stream()
                .filter(estimate -> estimate.metric().isRate() && estimate.verdict() == Verdict.NOT_ENOUGH_YET)
                .filter(estimate -> estimate.moreCustomers().isPresent())
                .toList();
        List<EffectEstimate> enough = shares.stream()
                .filter(estimate -> estimate.moreCustomers().getAsLong() == 0)
                .toList();
        if (!enough.isEmpty()) {
            say(
                    "A change of a fifth in who " + names(enough, true)
                            + " would by now have been seen in 80 of 100 cases, and none is. Smaller ones take more customers, one half as large about"
                            + " four times as many; or try another action.",
                    names(enough, false) + "若有五分之一的变化，百次中约八十次已能看出，目前未见。更小的变化需要更多客户（变化减半约需四倍）；也可试用其他行动。");
            return;
        }
        shares.stream()
                .min(Comparator.comparingLong(
                        estimate -> estimate.moreCustomers().getAsLong()))
                .ifPresent(first -> say(
                        String.format(
                                Locale.ROOT,
                                "To know sooner: a change of a fifth most likely shows first in who %s, after about %,d more customers. Choose more customers at a time,"
                                        + " try fewer actions at once, or hold out nearer to half of an unproven one (unprovenShare).",
                                text(EffectWords.name(first.metric(), first.days()), true),
                                first.moreCustomers().getAsLong()),
                        String.format(
                                Locale.ROOT,
                                "要更早得知：五分之一的变化最可能先见于%s，约需再有 %,d 名客户。每次多选客户、同时少试几种行动，或把未验证行动的对照比例提高到接近一半（unprovenShare）。",
                                text(EffectWords.name(first.metric(), first.days()), false),
                                first.moreCustomers().getAsLong())));
    }

    private void waiting() {
        Optional<Instant> closing = report.firstClosing();
        String day = closing.map(at -> at.toString().substring(0, 10)).orElse("?");
        say("Wait, and go on reporting: the first window closes on " + day + ".", "请继续上报并等待：首个窗口于 " + day + " 结束。");
    }

    private static String names(List<EffectEstimate> estimates, boolean english) {
        return estimates.stream()
                .map(estimate -> text(EffectWords.name(estimate.metric(), estimate.days()), english))
                .collect(Collectors.joining(english ? ", " : "、"));
    }

    private void say(String english, String chinese) {
        steps.add(LocalizedText.of(english, chinese));
    }
}
