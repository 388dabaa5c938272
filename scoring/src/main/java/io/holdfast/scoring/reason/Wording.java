package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Language;

/**
 * How values and evidence are put together in one language.
 *
 * @param unknown a missing value
 * @param beforeLevel stands between a column's name and a level
 * @param afterLevel stands behind a level
 * @param beforeNumber stands between a column's name and a number
 * @param beforeUnit stands between a number and its unit
 * @param seldom says of a level that training saw it rarely or never
 * @param beforeCounted says of a number that training saw none like it, and stands before the one it counts as
 * @param afterCounted stands behind that
 * @param opening opens a remark
 * @param betweenRemarks separates two
 * @param closing closes it
 * @param beforeTypical stands before the typical value
 * @param between separates two pieces of evidence
 */
record Wording(
        String unknown,
        String beforeLevel,
        String afterLevel,
        String beforeNumber,
        String beforeUnit,
        String seldom,
        String beforeCounted,
        String afterCounted,
        String opening,
        String betweenRemarks,
        String closing,
        String beforeTypical,
        String between) {
    private static final Wording ENGLISH = new Wording(
            "not known",
            " \u201c",
            "\u201d",
            " ",
            " ",
            "rarely or never seen by the model",
            "outside of what the model has seen, counted as ",
            "",
            " (",
            "; ",
            ")",
            "typical: ",
            ", ");
    private static final Wording CHINESE =
            new Wording("未知", "\u201c", "\u201d", "", "", "模型很少或从未见过", "超出模型见过的范围，按", "计", "（", "；", "）", "一般为", "，");

    static Wording in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }
}
