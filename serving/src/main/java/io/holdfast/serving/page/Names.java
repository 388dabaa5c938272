package io.holdfast.serving.page;

import io.holdfast.care.effect.Cut;
import io.holdfast.care.plan.TierWords;
import io.holdfast.page.Both;
import io.holdfast.scoring.dataset.ReasonCatalogue;

/** Codes as people call them; one that nobody named stays a code. */
final class Names {
    private static final Both UNKNOWN = new Both("unknown", "未知");

    private Names() {}

    static Both reason(String code) {
        ReasonCatalogue catalogue = ReasonCatalogue.standard();
        return catalogue.has(code) ? Both.of(catalogue.reason(code).name()) : code(code);
    }

    static Both tier(String code) {
        String english = code.isEmpty() ? UNKNOWN.en() : code;
        return new Both(code.equals("unprofitable") ? "D / low priority" : english, TierWords.tier(code));
    }

    static Both of(Cut cut, String code) {
        return switch (cut) {
            case REASON -> reason(code);
            case TIER -> tier(code);
            case ACTION, PERIOD, PLAN -> code(code);
        };
    }

    static Both of(Cut cut) {
        return switch (cut) {
            case ACTION -> new Both("action", "行动");
            case REASON -> new Both("reason", "原因");
            case TIER -> new Both("tier", "层级");
            case PERIOD -> new Both("month", "月份");
            case PLAN -> new Both("plan", "计划");
        };
    }

    private static Both code(String code) {
        return code.isEmpty() ? UNKNOWN : Both.same(code);
    }
}
