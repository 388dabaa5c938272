package io.holdfast.cli.waterfall;

import io.holdfast.care.decision.CareDecision;
import io.holdfast.care.decision.NoCareCause;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.serving.answer.CustomerAnswer;

/** Says in one line which care a customer is to get, or why there is none. */
public final class CareText {
    private CareText() {}

    /** The line, in one language. */
    public static String of(CustomerAnswer.Scored answer, Language language) {
        boolean english = switch (language) {
            case ENGLISH -> true;
            case CHINESE -> false;
        };
        return (english ? "Care: " : "关怀：") + decision(answer, language, english);
    }

    private static String decision(CustomerAnswer.Scored answer, Language language, boolean english) {
        CareDecision decision = answer.care();
        String action =
                decision.action().map(chosen -> Excerpt.plain(chosen.code())).orElse("");
        return switch (decision.status()) {
            case RECOMMENDED ->
                Excerpt.plain(decision.text(language)) + (english ? " (" + action + ")" : "（" + action + "）");
            case WITHHELD ->
                english
                        ? "withheld; this customer is held out by lot, and would otherwise get " + action
                        : "暂不实施；该客户抽签进入对照组，否则为 " + action;
            case NONE ->
                (english ? "none; " : "无；")
                        + decision.cause()
                                .map(cause -> why(cause, answer, english))
                                .orElse("");
        };
    }

    private static String why(NoCareCause cause, CustomerAnswer.Scored answer, boolean english) {
        return switch (cause) {
            case BELOW_THRESHOLD -> english ? "the risk is below the playbook's contact threshold" : "风险低于关怀手册的联系门槛";
            case NO_ACTIONABLE_REASON -> english ? "no reason that is named can be answered by care" : "列出的原因都无法通过关怀应对";
            case NO_PLAYBOOK -> english ? "there is no playbook" : "没有关怀手册";
            case STALE -> (english ? "the score was valid until " : "评分有效期至 ") + answer.validUntil();
            case NO_ACTION -> english ? "the playbook has no action for the leading reason" : "关怀手册中没有对应首要原因的措施";
        };
    }
}
