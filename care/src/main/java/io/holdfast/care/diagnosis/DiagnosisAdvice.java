package io.holdfast.care.diagnosis;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What to do next about leaving, the most urgent first. */
public final class DiagnosisAdvice {
    private final Diagnosis diagnosis;
    private final ReasonCatalogue reasons;
    private final List<LocalizedText> steps = new ArrayList<>();

    private DiagnosisAdvice(Diagnosis diagnosis, ReasonCatalogue reasons) {
        this.diagnosis = diagnosis;
        this.reasons = reasons;
    }

    /** At least one step. */
    public static List<LocalizedText> of(Diagnosis diagnosis, ReasonCatalogue reasons) {
        DiagnosisAdvice advice = new DiagnosisAdvice(diagnosis, reasons);
        advice.fix();
        advice.hidden();
        advice.compare();
        advice.rising();
        advice.doubt();
        advice.ask();
        return List.copyOf(advice.steps);
    }

    private void fix() {
        if (diagnosis.customers().isNobody()) {
            say(
                    "Take nothing from this month: no decision stood for anybody, so that only leavings are known and not why anybody stays or wavers. Plan"
                            + " every month, or ask for a month with decisions.",
                    "请勿据本月下结论：本月没有任何有效决定，只知道有人离开，不知道其余客户的情况。请每月制定计划，或查看有决定的月份。");
            return;
        }
        if (diagnosis.fixes().isEmpty()) {
            say(
                    "Nothing to mend stands out: no cause of the company's side is named for %d customers or more.",
                    "没有突出的待改进项：公司方面的原因均不足 %d 名客户。", Diagnosis.FEWEST);
            return;
        }
        Fix first = diagnosis.fixes().get(0);
        boolean doubt = diagnosis.isModelInDoubt();
        if (doubt && first.told() < Diagnosis.FEWEST) {
            say(
                    "Nothing to mend stands out: the model's reasons are not to be taken for causes, and no cause of the company's side is stated or confirmed for %d customers or more.",
                    "没有突出的待改进项：模型原因不可当作起因，而客户自述或专员确认的公司方面原因均不足 %d 名客户。", Diagnosis.FEWEST);
            return;
        }
        steps.add(LocalizedText.of(
                "Mend first: " + name(first.code(), Language.ENGLISH) + ". " + named(first, doubt, false)
                        + stake(first, doubt, false)
                        + (first.owner().isEmpty()
                                ? "; nobody owns it yet, name somebody."
                                : "; with " + first.owner() + "."),
                "首先改进：" + name(first.code(), Language.CHINESE) + "。" + named(first, doubt, true)
                        + stake(first, doubt, true)
                        + (first.owner().isEmpty() ? "；尚无负责人，请指定。" : "；负责人：" + first.owner() + "。")));
    }

    /** Where the model is in doubt, what it names is no reason to mend. */
    private static String named(Fix fix, boolean doubt, boolean chinese) {
        String stated = count(fix.affected(Evidence.STATED), chinese);
        String confirmed = count(fix.affected(Evidence.CONFIRMED), chinese);
        if (doubt) {
            return chinese
                    ? "客户数：自述 " + stated + "，专员确认 " + confirmed + "；仅按这两者排序，因模型原因与之不够一致"
                    : "Customers: stated " + stated + ", confirmed by agents " + confirmed
                            + "; it goes by these alone, since the model's reasons agree too little with them";
        }
        String model = count(fix.affected(Evidence.MODEL), chinese);
        return chinese
                ? "客户数：模型推断 " + model + "，自述 " + stated + "，专员确认 " + confirmed
                : "Customers: by the model " + model + ", stated " + stated + ", confirmed by agents " + confirmed;
    }

    private static String stake(Fix fix, boolean doubt, boolean chinese) {
        if (fix.marginAtStake().isEmpty()) {
            return "";
        }
        OptionalInt of = fix.marginOf().shown();
        String whose = doubt ? (chinese ? "自述或确认" : "stated or confirmed") : (chinese ? "模型推断" : "by the model");
        String margin = String.format(Locale.ROOT, "%,.0f", fix.marginAtStake().getAsDouble());
        if (chinese) {
            return "；其中仍在且上报过毛利的" + (of.isPresent() ? " " + count(fix.marginOf(), true) + " 名" : "客户") + "（" + whose
                    + "）近十二个月毛利共 " + margin;
        }
        return "; at stake are " + margin + ", the margin of twelve months of "
                + (of.isPresent() ? "the " + count(fix.marginOf(), false) + " of them" : "those")
                + " still there of whom it was reported (" + whose + ")";
    }

    /** A young store has small groups: what they keep from being shown is named, so that nobody takes it for missing. */
    private void hidden() {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        if (isHidden(diagnosis.customers())) {
            english.add("all customers");
            chinese.add("全部客户");
        }
        for (GroupLine line : diagnosis.groups()) {
            if (isHidden(line.change().customers())) {
                english.add(DiagnosisWords.group(line.group()).in(Language.ENGLISH));
                chinese.add(DiagnosisWords.group(line.group()).in(Language.CHINESE));
            }
        }
        if (english.size() > 1) {
            steps.add(LocalizedText.of(
                    "Not shown this month is the number of " + String.join(", ", english)
                            + ": there are counts of 1 to " + (Diagnosis.FEWEST - 1)
                            + " customers, which could be worked out from it. It will be shown when they are more; report what becomes of customers, and ask by --month for"
                            + " a month with more.",
                    "本月未显示人数的有：" + String.join("、", chinese) + "；因为存在 1 至 " + (Diagnosis.FEWEST - 1)
                            + " 名客户的小人数，可由其推算。人数增加后即会显示；请持续上报客户结果，或用 --month 查看客户更多的月份。"));
        }
    }

    private static boolean isHidden(Count count) {
        return count.shown().isEmpty();
    }

    private void compare() {
        Cover cover = diagnosis.cover();
        if (cover.differs()) {
            steps.add(LocalizedText.of(
                    String.format(
                            Locale.ROOT,
                            "Do not compare this month with the one before, which is of other customers (with a decision this month: %s;"
                                    + " in the month before and not left: %s; in both: %s). Plan for the same customers every month.",
                            count(cover.now(), false),
                            count(cover.before(), false),
                            count(cover.both(), false)),
                    String.format(
                            Locale.ROOT,
                            "请勿与上月比较，两月客户不同（本月有决定的 %s，上月有决定且未离开的 %s，两月都有的 %s）。请每月对同样的客户制定计划。",
                            count(cover.now(), true),
                            count(cover.before(), true),
                            count(cover.both(), true))));
        }
    }

    private void rising() {
        for (GroupLine group : diagnosis.groups()) {
            for (ReasonLine line : group.reasons().getOrDefault(Evidence.MODEL, List.of())) {
                boolean rises = line.change().isShown()
                        && line.change().finding()
                        && line.change()
                                .difference()
                                .map(found -> found.point() > 0)
                                .orElse(false);
                if (rises && line.pooled() == 0) {
                    double points =
                            100 * line.change().difference().orElseThrow().point();
                    steps.add(LocalizedText.of(
                            String.format(
                                    Locale.ROOT,
                                    "Look into %s: it rose by %.1f points among the %s.",
                                    name(line.code(), Language.ENGLISH),
                                    points,
                                    group.group().code()),
                            String.format(
                                    Locale.ROOT,
                                    "查一查“%s”：在%s客户中上升 %.1f 个百分点。",
                                    name(line.code(), Language.CHINESE),
                                    DiagnosisWords.group(group.group()).in(Language.CHINESE),
                                    points)));
                }
            }
        }
    }

    /** A model that agrees with customers no better than one answer for all is no witness. */
    private void doubt() {
        for (Agreement agreement : diagnosis.agreements()) {
            if (agreement.isModelInDoubt()) {
                say(
                        "Do not take the model's reasons for causes: they agree with the "
                                + agreement.other().code()
                                + " ones in %.0f %%, and always naming the commonest would in %.0f %%.",
                        "不要把模型原因当作起因：与"
                                + DiagnosisWords.evidence(agreement.other()).in(Language.CHINESE)
                                + "一致 %.0f %%，而一律猜最常见的原因也有 %.0f %%。",
                        100 * agreement.share().orElseThrow().point(),
                        100 * agreement.majority());
            }
        }
    }

    private void ask() {
        int drawn = diagnosis.interviews().stream()
                .mapToInt(each -> each.customers().size())
                .sum();
        if (drawn > 0) {
            say(
                    "Ask the %,d customers drawn for interviews openly why, naming no reason, and report what they say"
                            + " (stated_reason) and what you find (confirmed_reason).",
                    "对抽中的 %,d 名客户作开放式访谈，不提示原因；把自述（stated_reason）与查明的原因（confirmed_reason）上报。", drawn);
        }
    }

    private static String count(Count count, boolean chinese) {
        return count.isShown()
                ? String.format(Locale.ROOT, "%,d", count.number())
                : DiagnosisWords.notShown().in(chinese ? Language.CHINESE : Language.ENGLISH);
    }

    private String name(String code, Language language) {
        return DiagnosisWords.reason(code, reasons).in(language);
    }

    private void say(String english, String chinese, Object... values) {
        steps.add(LocalizedText.of(
                String.format(Locale.ROOT, english, values), String.format(Locale.ROOT, chinese, values)));
    }
}
