package io.holdfast.care.diagnosis;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        advice.compare();
        advice.rising();
        advice.doubt();
        advice.ask();
        return List.copyOf(advice.steps);
    }

    private void fix() {
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
                        + (first.owner().isEmpty() ? "；尚无负责人，请指定。" : "；负责 " + first.owner() + "。")));
    }

    /** Where the model is in doubt, what it names is no reason to mend. */
    private static String named(Fix fix, boolean doubt, boolean chinese) {
        String stated = count(fix.affected(), Evidence.STATED);
        String confirmed = count(fix.affected(), Evidence.CONFIRMED);
        if (doubt) {
            return chinese
                    ? "自述 " + stated + " 名，专员确认 " + confirmed + " 名；仅按这两者排序，因模型原因与之不够一致"
                    : stated + " customers say so, agents found it with " + confirmed
                            + "; it goes by these alone, since the model's reasons agree too little with them";
        }
        String model = count(fix.affected(), Evidence.MODEL);
        return chinese
                ? "模型指出 " + model + " 名客户，自述 " + stated + " 名，专员确认 " + confirmed + " 名"
                : "The model names it for " + model + " customers, " + stated + " say so, agents found it with "
                        + confirmed;
    }

    private static String stake(Fix fix, boolean doubt, boolean chinese) {
        if (fix.marginAtStake().isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                chinese
                        ? "；其中仍在的 %,d 名（%s）近十二个月毛利共 %,.0f"
                        : "; at stake are %3$,.0f, the margin of twelve months of the %1$,d of them still there (%2$s)",
                fix.marginOf(),
                doubt ? (chinese ? "自述或确认" : "stated or confirmed") : (chinese ? "模型指出" : "by the model"),
                fix.marginAtStake().getAsDouble());
    }

    private void compare() {
        Cover cover = diagnosis.cover();
        if (cover.differs()) {
            say(
                    "Do not compare this month with the one before: of %s customers with a decision, and %s in the"
                            + " month before (who had not left), only %s are in both. Plan for the same customers every"
                            + " month.",
                    "请勿与上月比较：本月 %s 名客户有有效决定，上月（未离开者）%s 名，两月皆有者仅 %s 名。请每月对同样的客户制定计划。",
                    count(cover.now()),
                    count(cover.before()),
                    count(cover.both()));
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
                                + "一致 %.0f %%，而总说最常见的一个也有 %.0f %%。",
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

    private static String count(Map<Evidence, Integer> affected, Evidence evidence) {
        return count(affected.getOrDefault(evidence, 0));
    }

    private static String count(int count) {
        return Diagnosis.isSmall(count) ? "< " + Diagnosis.FEWEST : String.format(Locale.ROOT, "%,d", count);
    }

    private String name(String code, Language language) {
        return DiagnosisWords.reason(code, reasons).in(language);
    }

    private void say(String english, String chinese, Object... values) {
        steps.add(LocalizedText.of(
                String.format(Locale.ROOT, english, values), String.format(Locale.ROOT, chinese, values)));
    }
}
