package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import io.holdfast.care.plan.ExplanationPart.Question;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a decision into words, in both languages. */
final class PlanWords {
    private final PlanParts parts;
    private final Allocation allocation;
    private final String unit;

    PlanWords(PlanParts parts, Allocation allocation) {
        this.parts = parts;
        this.allocation = allocation;
        this.unit = parts.planning().currency().isEmpty()
                ? ""
                : " " + parts.planning().currency();
    }

    List<ExplanationPart> explain(PlanCustomer customer, Arm arm, int chosen, PlanCause cause, List<Found> found) {
        List<ExplanationPart> words = new ArrayList<>();
        words.add(who(customer));
        if (chosen < 0) {
            words.add(new ExplanationPart(Question.WHY_THIS, CauseWords.of(cause)));
            if (cause == PlanCause.HARMFUL) {
                found.stream()
                        .map(each -> parts.terms().get(each.play()))
                        .filter(terms -> terms.isStopped(customer))
                        .forEach(terms -> words.add(stopped(customer, terms)));
            }
            runnerUp(customer, -1, found).ifPresent(words::add);
            return words;
        }
        Found play =
                found.stream().filter(each -> each.play() == chosen).findFirst().orElseThrow();
        words.add(whyThis(customer, play));
        words.add(whyNow(play));
        runnerUp(customer, chosen, found).ifPresent(words::add);
        words.add(gain(customer, parts.terms().get(chosen)));
        words.add(howSure(customer, parts.terms().get(chosen)));
        words.add(lot(arm));
        return words;
    }

    private ExplanationPart who(PlanCustomer customer) {
        String tier = parts.screening().tier(customer).map(ValueTier::code).orElse("unknown");
        String stage =
                parts.screening().stage(customer).map(LifecycleStage::code).orElse("unknown");
        String value =
                customer.tierValue().isPresent() ? number(customer.tierValue().getAsDouble()) : "";
        return part(
                Question.WHO,
                "Tier " + tier + (value.isEmpty() ? "" : " (value " + value + ")") + ", stage " + stage + ".",
                "价值层级：" + TierWords.tier(tier) + (value.isEmpty() ? "" : "（价值 " + value + "）") + "；生命周期阶段："
                        + TierWords.stage(stage) + "。");
    }

    private ExplanationPart whyThis(PlanCustomer customer, Found found) {
        String code = found.trigger().code();
        return switch (found.trigger().kind()) {
            case REASON -> {
                CustomerReason reason = customer.reasons().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow();
                yield part(
                        Question.WHY_THIS,
                        "Answers “" + name(code, Language.ENGLISH) + "”, " + percent(reason.share())
                                + " of what raises the risk of leaving (" + percent(customer.risk()) + ").",
                        "针对“" + name(code, Language.CHINESE) + "”：流失风险为 " + percentChinese(customer.risk())
                                + "，该原因在推高风险的因素中占 " + percentChinese(reason.share()) + "。");
            }
            case EVENT ->
                part(Question.WHY_THIS, "Answers the event “" + code + "”.", "响应事件“" + TierWords.event(code) + "”。");
            case CADENCE -> {
                int months =
                        parts.planning().plays().get(found.play()).triggers().cadenceMonths();
                yield part(
                        Question.WHY_THIS,
                        "Comes round every " + (months == 1 ? "month." : months + " months."),
                        "按固定周期安排（每 " + months + " 个月一次）。");
            }
            case OCCASION -> {
                LocalizedText name = found.timing().name();
                yield part(
                        Question.WHY_THIS,
                        "Belongs to the occasion: " + name.in(Language.ENGLISH) + ".",
                        "对应时机：" + name.in(Language.CHINESE) + "。");
            }
        };
    }

    private ExplanationPart whyNow(Found found) {
        if (found.timing().name().isEmpty()) {
            return part(
                    Question.WHY_NOW,
                    "Due " + found.due() + ": as soon as possible.",
                    "应于 " + found.due() + " 执行：尽快处理。");
        }
        LocalizedText name = found.timing().name();
        return part(
                Question.WHY_NOW,
                "Due " + found.due() + ", for " + name.in(Language.ENGLISH) + " on "
                        + found.timing().occasion() + ".",
                "应于 " + found.due() + " 执行，" + name.in(Language.CHINESE) + "日期为 "
                        + found.timing().occasion() + "。");
    }

    /** The best of what was not chosen, doing nothing among it. */
    private Optional<ExplanationPart> runnerUp(PlanCustomer customer, int chosen, List<Found> found) {
        Optional<PlayTerms> second = found.stream()
                .filter(each -> each.play() != chosen)
                .map(each -> parts.terms().get(each.play()))
                .filter(terms -> !terms.isStopped(customer))
                .max(Comparator.comparingDouble((PlayTerms terms) -> known(terms.gain(customer))));
        double own = chosen < 0
                ? 0
                : ComputedPlan.gain(parts.terms().get(chosen), customer).expected();
        if (second.isEmpty() || (chosen >= 0 && known(second.get().gain(customer)) < 0)) {
            return chosen < 0
                    ? Optional.empty()
                    : Optional.of(part(
                            Question.WHY_NOT_RUNNER_UP,
                            "The only alternative is to do nothing, which would bring 0 against " + money(own) + ".",
                            "另一选择是不采取行动，收益为 0，本行动为 " + money(own) + "。"));
        }
        PlayTerms terms = second.get();
        double gain = ComputedPlan.gain(terms, customer).expected();
        String code = terms.play().code();
        if (gain <= own) {
            return Optional.of(part(
                    Question.WHY_NOT_RUNNER_UP,
                    "Next best is " + code + ", which would bring " + money(gain) + " against " + money(own) + ".",
                    "次优行动为 " + code + "，预期收益 " + money(gain) + "，低于 " + money(own) + "。"));
        }
        List<LocalizedText> tooSmall = tooSmall(customer, parts.terms().indexOf(terms));
        if (!tooSmall.isEmpty()) {
            return Optional.of(part(
                    Question.WHY_NOT_RUNNER_UP,
                    code + " would bring more here (" + money(gain) + " against " + money(own)
                            + "), but the plan has no room for it: " + listed(tooSmall, Language.ENGLISH, ", ") + ".",
                    code + " 在此客户上的预期收益更高（" + money(gain) + "，本选择为 " + money(own) + "），但本次计划容不下："
                            + listed(tooSmall, Language.CHINESE, "、") + "。"));
        }
        List<LocalizedText> scarce = scarce(customer, parts.terms().indexOf(terms));
        return Optional.of(part(
                Question.WHY_NOT_RUNNER_UP,
                code + " would bring more here (" + money(gain) + " against " + money(own)
                        + "), but what it needs does more for others"
                        + (scarce.isEmpty() ? "" : ": " + listed(scarce, Language.ENGLISH, ", ")) + ".",
                code + " 在此客户上的预期收益更高（" + money(gain) + "，本选择为 " + money(own) + "），但所需资源用于其他客户收益更大"
                        + (scarce.isEmpty() ? "" : "：" + listed(scarce, Language.CHINESE, "、")) + "。"));
    }

    /** The limits that are too small for a play even if nobody else got anything. */
    private List<LocalizedText> tooSmall(PlanCustomer customer, int play) {
        Limits limits = parts.limits();
        double[] most = limits.most();
        List<LocalizedText> names = new ArrayList<>();
        for (int limit = 0; limit < limits.count(); limit++) {
            if (needed(play, customer, limit) > most[limit]) {
                names.add(LimitUse.tooSmall(limits.name(limit)));
            }
        }
        return names;
    }

    /** The limits that bind and that a play needs. */
    private List<LocalizedText> scarce(PlanCustomer customer, int play) {
        List<LocalizedText> names = new ArrayList<>();
        if (parts.tried().isFull(play, customer)) {
            String code = parts.terms().get(play).play().code();
            names.add(LocalizedText.of(
                    "customers on whom " + code + " may be tried while it is unproven (actionShare)",
                    "可试行未验证行动 " + code + " 的客户数（actionShare）"));
        }
        for (int limit = 0; limit < parts.limits().count(); limit++) {
            if (needed(play, customer, limit) > 0 && allocation.price(limit) > 0) {
                names.add(LimitUse.text(parts.limits().name(limit)));
            }
        }
        return names;
    }

    /** What a play for a customer takes of a limit, as the plan reckons it: of the budget with the offer. */
    private double needed(int play, PlanCustomer customer, int limit) {
        Limits limits = parts.limits();
        return limits.use(
                limits.kind(play, customer),
                limit,
                parts.terms().get(play).cost(customer),
                limits.atRisk(play, customer));
    }

    private static String listed(List<LocalizedText> names, Language language, String between) {
        return names.stream().map(name -> name.in(language)).collect(Collectors.joining(between));
    }

    private ExplanationPart gain(PlanCustomer customer, PlayTerms terms) {
        GainEstimate gain = ComputedPlan.gain(terms, customer);
        boolean back = terms.play().winBack();
        double after = customer.risk() + (back ? 1 : -1) * terms.helped(customer);
        boolean rises = after >= customer.risk();
        int months = parts.planning().valueMonths();
        boolean valued = !Double.isNaN(customer.marginIfKept());
        return part(
                Question.EXPECTED_GAIN,
                "Expected net gain against doing nothing " + money(gain.expected()) + ": the probability of "
                        + (back ? "coming back " : "leaving ") + (rises ? "rises" : "falls") + " from "
                        + percent(customer.risk()) + " to " + percent(after)
                        + (valued
                                ? "; margin over " + months + (back ? " months if won back " : " months if kept ")
                                        + money(customer.marginIfKept()) + ", expected spending "
                                : "; margin unknown, expected spending ")
                        + money(terms.cost(customer)) + ".",
                "与不采取行动相比，预期净收益 " + money(gain.expected()) + "：" + (back ? "回流" : "流失") + "概率预计由 "
                        + percentChinese(customer.risk()) + (rises ? " 升至 " : " 降至 ") + percentChinese(after) + "；"
                        + (valued
                                ? (back ? "挽回" : "留住") + "客户后 " + months + " 个月的毛利为 " + money(customer.marginIfKept())
                                        + "，"
                                : "毛利未知，")
                        + "预期支出 " + money(terms.cost(customer)) + "。");
    }

    private ExplanationPart howSure(PlanCustomer customer, PlayTerms terms) {
        GainEstimate gain = ComputedPlan.gain(terms, customer);
        LocalizedText known = known(customer, terms);
        return part(
                Question.HOW_SURE,
                "95 % interval " + money(gain.low()) + " to " + money(gain.high()) + "; " + known.in(Language.ENGLISH),
                "95% 区间 " + money(gain.low()) + " 至 " + money(gain.high()) + "；" + known.in(Language.CHINESE));
    }

    private LocalizedText known(PlanCustomer customer, PlayTerms terms) {
        return MeasuredWords.of(
                terms.effect(customer),
                terms.play().winBack(),
                parts.planning().daysToSeeItsEnd(terms.play()),
                parts.effects().lotKept());
    }

    private ExplanationPart stopped(PlanCustomer customer, PlayTerms terms) {
        String code = terms.play().code();
        LocalizedText known = known(customer, terms);
        return part(
                Question.HOW_SURE, code + ": " + known.in(Language.ENGLISH), code + "：" + known.in(Language.CHINESE));
    }

    private static ExplanationPart lot(Arm arm) {
        return switch (arm) {
            case TREATED -> part(Question.LOT, "Not held out: to be carried out.", "未列入对照组：予以执行。");
            case HELD_OUT ->
                part(
                        Question.LOT,
                        "Held out by lot: not to be carried out, kept to measure by.",
                        "抽签列入对照组：不执行，仅供效果评估。");
            case SERVED -> part(Question.LOT, "A case for service: never held out.", "服务事项：不列入对照组，始终处理。");
            case UNMEASURED ->
                part(
                        Question.LOT,
                        "Nobody of this tier is held out: the effect on it stays unknown.",
                        "该层级不设对照组：其效果无法得知。");
        };
    }

    private String name(String reason, Language language) {
        return parts.reasons().has(reason)
                ? parts.reasons().reason(reason).name().in(language)
                : reason;
    }

    private String money(double amount) {
        return number(amount) + unit;
    }

    private static String number(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount + 0.0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** As Chinese writes it. */
    private static String percentChinese(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static double known(double number) {
        return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
    }

    private static ExplanationPart part(Question question, String english, String chinese) {
        return new ExplanationPart(question, LocalizedText.of(english, chinese));
    }
}
