package io.holdfast.care.plan;

/** What tiers, stages and events are called; the lowest tier has a name that can be shown to anybody. */
public final class TierWords {
    private TierWords() {}

    /** A value tier, by its code, in English. */
    static String english(String code) {
        return code.equals("unprofitable") ? "D / low priority" : code;
    }

    /** A value tier, by its code, in Chinese. */
    public static String tier(String code) {
        return switch (code) {
            case "key" -> "关键客户";
            case "ordinary" -> "普通客户";
            case "small" -> "小客户";
            case "unprofitable" -> "D / 低优先级";
            default -> "未知";
        };
    }

    static String stage(String code) {
        return switch (code) {
            case "acquisition" -> "获取期";
            case "development" -> "发展期";
            case "maintenance" -> "维护期";
            case "recovery" -> "恢复期";
            default -> "未知";
        };
    }

    /** Events that the product knows; others are called as the table calls them. */
    static String event(String code) {
        return switch (code) {
            case "complaint" -> "投诉";
            case "cancellation-call" -> "来电要求销户";
            case "vulnerable" -> "需要特别关照的客户";
            default -> code;
        };
    }
}
