package io.holdfast.cli.waterfall;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.score.RiskBand;

/**
 * What a waterfall says around its numbers, in one language. Patterns are {@link String#format}'s.
 *
 * @param customer id, as-of date
 * @param risk percent, percentile, band
 * @param model id, digest
 * @param unit heading of the column of numbers
 * @param base name of the first line
 * @param logOdds name of the last line
 * @param probability probability
 * @param unsettled mark behind a name or value
 * @param meaning what that mark says
 * @param noEffect columns that add nothing
 * @param separator between columns
 */
record Words(
        String customer,
        String risk,
        String model,
        String unit,
        String base,
        String logOdds,
        String probability,
        String unsettled,
        String meaning,
        String noEffect,
        String separator) {
    private static final Words ENGLISH = new Words(
            "Customer %s, as of %s",
            "Risk of leaving: %s %%, higher than %s %% of the training customers; band %s",
            "Model %s, digest %s",
            "log-odds",
            "Average customer",
            "Log-odds",
            "= probability %s",
            " (unsettled)",
            "unsettled: the bags of the model disagree on its sign; a reason so marked is not named",
            "No effect: %s",
            ", ");
    private static final Words CHINESE = new Words(
            "客户 %s，数据日期 %s",
            "流失风险：%s%%，高于 %s%% 的训练客户；等级：%s",
            "模型 %s，摘要 %s",
            "对数几率",
            "平均客户",
            "对数几率",
            "= 概率 %s",
            "（未定）",
            "未定：模型的各个袋对其方向不一致；带此标记的原因不会列出",
            "无影响：%s",
            "、");

    static Words in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }

    /** What stands behind a reason or a column. */
    String mark(boolean settled) {
        return settled ? "" : unsettled;
    }

    static String band(RiskBand band, Language language) {
        if (language == Language.ENGLISH) {
            return band.code();
        }
        return switch (band) {
            case LOW -> "低";
            case ELEVATED -> "偏高";
            case HIGH -> "高";
            case CRITICAL -> "极高";
        };
    }
}
