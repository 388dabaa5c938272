package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.Map;

/**
 * What people call the reasons, tiers and actions of which files and replies have the codes; one that nobody named stays a code.
 *
 * @param reasons of the model
 * @param actions what agents are told to do, by code
 */
public record CareNames(ReasonCatalogue reasons, Map<String, LocalizedText> actions) {
    private static final LocalizedText UNKNOWN = LocalizedText.of("unknown", "未知");

    /** In code points: enough to tell one action from another. */
    private static final int MOST = 60;

    /** Keeps a copy. */
    public CareNames {
        actions = Map.copyOf(actions);
    }

    /** Names of reasons and tiers alone. */
    public static CareNames of(ReasonCatalogue reasons) {
        return new CareNames(reasons, Map.of());
    }

    /** A reason. */
    public LocalizedText reason(String code) {
        if (code.equals(ActionEffects.REST)) {
            return LocalizedText.of("no leading reason, or a rare one", "无主要原因或人数过少的原因");
        }
        return reasons.has(code) ? reasons.reason(code).name() : code(code);
    }

    /** A value tier. */
    public LocalizedText tier(String code) {
        return code.isEmpty() ? UNKNOWN : LocalizedText.of(TierWords.english(code), TierWords.tier(code));
    }

    /** An action, by the first sentence of what agents are told to do. */
    public LocalizedText action(String code) {
        LocalizedText text = actions.getOrDefault(code, LocalizedText.none());
        return text.texts().isEmpty()
                ? code(code)
                : LocalizedText.of(brief(text.in(Language.ENGLISH)), brief(text.in(Language.CHINESE)));
    }

    private static LocalizedText code(String code) {
        return code.isEmpty() ? UNKNOWN : LocalizedText.same(code);
    }

    private static String brief(String text) {
        String sentence = text.split("(?<=[.!?])\\s|(?<=[。！？])", 2)[0].strip().replaceFirst("[.。]$", "");
        if (sentence.codePointCount(0, sentence.length()) <= MOST) {
            return sentence;
        }
        String cut = sentence.substring(0, sentence.offsetByCodePoints(0, MOST));
        return (cut.lastIndexOf(' ') > 0 ? cut.substring(0, cut.lastIndexOf(' ')) : cut) + "…";
    }
}
