package io.holdfast.care.diagnosis;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;

/** What the parts of a diagnosis are called. */
public final class DiagnosisWords {
    private DiagnosisWords() {}

    /** A group of customers. */
    public static LocalizedText group(Group group) {
        return switch (group) {
            case WAVERING -> LocalizedText.of("wavering", "动摇");
            case DECLINING -> LocalizedText.of("declining", "消费下降");
            case LOST -> LocalizedText.of("lost", "流失");
        };
    }

    /** A kind of evidence. */
    public static LocalizedText evidence(Evidence evidence) {
        return switch (evidence) {
            case MODEL -> LocalizedText.of("by the model", "模型推断");
            case STATED -> LocalizedText.of("stated", "客户自述");
            case CONFIRMED -> LocalizedText.of("confirmed by agents", "专员确认");
        };
    }

    /** What care there was. */
    public static LocalizedText answer(Answer answer) {
        return switch (answer) {
            case REACHED -> LocalizedText.of("reached", "已联系上");
            case PLANNED -> LocalizedText.of("planned, not reached", "已计划，未联系上");
            case HELD_OUT -> LocalizedText.of("held out", "对照组");
            case NONE -> LocalizedText.of("none", "未安排关怀");
        };
    }

    /** What stands for a count that must not be shown. */
    public static LocalizedText notShown() {
        return LocalizedText.of("not shown", "不显示");
    }

    /** A reason by its code; one that nobody named stays a code, an empty one is several pooled. */
    public static LocalizedText reason(String code, ReasonCatalogue reasons) {
        if (code.isEmpty()) {
            return LocalizedText.of("others", "其他");
        }
        return reasons.has(code) ? reasons.reason(code).name() : LocalizedText.same(code);
    }
}
