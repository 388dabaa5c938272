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
 * @param beforeTypical opens the typical value
 * @param afterTypical closes it
 * @param between separates two pieces of evidence
 */
record Wording(
        String unknown,
        String beforeLevel,
        String afterLevel,
        String beforeNumber,
        String beforeUnit,
        String beforeTypical,
        String afterTypical,
        String between) {
    private static final Wording ENGLISH =
            new Wording("not known", " \u201c", "\u201d", " ", " ", " (typical: ", ")", ", ");
    private static final Wording CHINESE = new Wording("未知", "\u201c", "\u201d", "", "", "（一般为", "）", "，");

    static Wording in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }
}
