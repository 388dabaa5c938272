package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.Locale;

/** What was measured of an effect, in words. */
final class MeasuredWords {
    private MeasuredWords() {}

    /**
     * How well an effect is known; goes on after a semicolon.
     *
     * @param daysToSeeItsEnd from how many on a window shows what comes after the end of what is given; 0 where nothing lasts
     * @param lotKept whether what was measured is believed
     */
    static LocalizedText of(ActionEffect effect, boolean winBack, int daysToSeeItsEnd, boolean lotKept) {
        if (effect.measured().isEmpty() && !lotKept) {
            return LocalizedText.of(
                    "the effect is unproven: an expectation of the playbook, since the lot was not kept and what was"
                            + " measured is not believed.",
                    "效果尚未验证：仅为方案的预期；分组与抽签不符，测量结果不予采信。");
        }
        if (effect.measured().isEmpty()) {
            return effect.evidence() == Evidence.PROVEN
                    ? LocalizedText.of("the effect is proven against held-out customers.", "效果已通过对照组验证。")
                    : LocalizedText.of(
                            "the effect is unproven: an expectation of the playbook, measured on no customer yet.",
                            "效果尚未验证：仅为方案的预期，尚未在任何客户上测量。");
        }
        Measured measured = effect.measured().get();
        return switch (effect.evidence()) {
            case PROVEN ->
                LocalizedText.of(
                        "the effect is proven: " + english(measured, winBack) + ".",
                        "效果已验证：" + chinese(measured, winBack) + "。");
            case UNPROVEN ->
                measured.isHarm()
                        ? despiteHarm(measured, winBack)
                        : measured.days() < daysToSeeItsEnd
                                ? endNotSeen(measured, winBack, daysToSeeItsEnd)
                                : LocalizedText.of(
                                        "the effect is unproven yet, and the playbook's expectation counts beside what was "
                                                + english(measured, winBack) + ".",
                                        "效果尚未验证，方案的预期与测量结果一并计入：" + chinese(measured, winBack) + "。");
            case HARMFUL ->
                LocalizedText.of(
                        "it does harm: " + english(measured, winBack) + ".",
                        "测得有害：" + chinese(measured, winBack) + "。");
        };
    }

    private static LocalizedText endNotSeen(Measured measured, boolean winBack, int days) {
        return LocalizedText.of(
                "the effect is unproven yet, since what is given lasts and only windows of " + days
                        + " days or more show what comes after its end; until then what was measured counts where it is"
                        + " worse than the playbook's expectation, not where it is better: "
                        + english(measured, winBack) + ".",
                "效果尚未验证：所给予的内容持续一段时间，只有 " + days + " 天及以上的窗口才能反映其结束之后的情况；在此之前，测量结果只在差于方案预期时计入，优于预期时不计："
                        + chinese(measured, winBack) + "。");
    }

    private static LocalizedText despiteHarm(Measured measured, boolean winBack) {
        return LocalizedText.of(
                "measured to do harm; assigned by the playbook's word: " + english(measured, winBack) + ".",
                "测得有害；按方案的规定仍予执行：" + chinese(measured, winBack) + "。");
    }

    static LocalizedText stopped(ActionEffects.Cell use, boolean winBack, Measured measured, ReasonCatalogue reasons) {
        return harm("Stopped: ", "已停止：", use, winBack, measured, reasons);
    }

    static LocalizedText harmful(ActionEffects.Cell use, boolean winBack, Measured measured, ReasonCatalogue reasons) {
        return harm("Harmful: ", "有害：", use, winBack, measured, reasons);
    }

    private static LocalizedText harm(
            String before,
            String beforeInChinese,
            ActionEffects.Cell use,
            boolean winBack,
            Measured measured,
            ReasonCatalogue reasons) {
        String english = use.reason().isEmpty() ? "" : name(use.reason(), reasons, Language.ENGLISH);
        String chinese = use.reason().isEmpty() ? "" : name(use.reason(), reasons, Language.CHINESE);
        return LocalizedText.of(
                before + use.action() + whom(english, use.tier()) + " does harm: "
                        + english(measured, winBack) + "; probability of harm "
                        + String.format(Locale.ROOT, "%.1f %%", 100 * measured.harm()) + ".",
                beforeInChinese + use.action() + whomInChinese(chinese, use.tier()) + "测得有害："
                        + chinese(measured, winBack) + "；有害概率 "
                        + String.format(Locale.ROOT, "%.1f%%", 100 * measured.harm()) + "。");
    }

    private static String name(String code, ReasonCatalogue reasons, Language language) {
        if (code.equals(ActionEffects.REST)) {
            return language == Language.ENGLISH ? "no leading reason, or a rare one" : "无主要原因或人数过少的原因";
        }
        return reasons.has(code) ? reasons.reason(code).name().in(language) : code;
    }

    private static String whom(String reason, String tier) {
        return (reason.isEmpty() ? "" : " for “" + reason + "”")
                + (tier.isEmpty()
                        ? ""
                        : tier.equals(ActionEffects.REST)
                                ? " in tiers with few customers"
                                : " in tier " + TierWords.english(tier));
    }

    private static String whomInChinese(String reason, String tier) {
        return (reason.isEmpty() ? "" : "（原因“" + reason + "”）")
                + (tier.isEmpty() ? "" : "（层级 " + TierWords.tier(tier) + "）");
    }

    private static String english(Measured measured, boolean winBack) {
        return String.format(
                Locale.ROOT,
                "measured on %,d decisions (%,d assigned, %,d shadow-assigned, %d days): %s %+.1f %% (95 %% interval %+.1f to %+.1f)",
                measured.decisions(),
                measured.assigned(),
                measured.shadow(),
                measured.days(),
                winBack ? "coming back" : "leaving",
                100 * measured.change().point(),
                100 * measured.change().low(),
                100 * measured.change().high());
    }

    private static String chinese(Measured measured, boolean winBack) {
        return String.format(
                Locale.ROOT,
                "测量决定 %,d 项（执行组 %,d，对照组 %,d，%d 天），%s %+.1f%%（95%% 区间 %+.1f 至 %+.1f）",
                measured.decisions(),
                measured.assigned(),
                measured.shadow(),
                measured.days(),
                winBack ? "回流" : "流失",
                100 * measured.change().point(),
                100 * measured.change().low(),
                100 * measured.change().high());
    }
}
