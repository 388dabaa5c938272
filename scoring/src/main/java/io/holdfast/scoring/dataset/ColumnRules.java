package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import java.util.Map;
import java.util.Set;

/** What fits together in a column. */
final class ColumnRules {
    private static final int LONGEST_NAME = 256;
    private static final Set<String> FLAG_LEVELS = Set.of("yes", "no");

    private ColumnRules() {}

    /** A part that does not fit; the key is the one to change in the file. */
    static final class Breach extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String key;

        Breach(String key, String sentence) {
            super(sentence);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    static void check(
            String name,
            ColumnRole role,
            ColumnKind kind,
            Unit unit,
            String reason,
            Map<String, LocalizedText> levels,
            boolean value,
            Monotone monotone,
            String positive,
            boolean mayBeMissing,
            DailyChange daily,
            String acknowledged) {
        demand(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "name",
                "needs a name of 1 to " + LONGEST_NAME + " characters");
        demand(name.chars().noneMatch(Character::isISOControl), "name", "has a control character in its name");
        checkKind(role, kind);
        checkLabel(role, positive);
        boolean number = kind == ColumnKind.NUMBER;
        boolean feature = role == ColumnRole.FEATURE;
        demand(feature || reason.equals(Column.PROFILE), "reason", "has a reason, which only a feature can have");
        demand(feature || acknowledged.isEmpty(), "acknowledged", "is acknowledged, which only a feature can be");
        demand(feature || !mayBeMissing, "mayBeMissing", "may be missing, which only of a feature needs saying");
        demand(
                (feature && number) || monotone == Monotone.NONE,
                "monotone",
                "is monotone, which only a feature of kind number can be");
        demand(
                (feature && number) || daily == DailyChange.NONE,
                "daily",
                "changes daily, which only a feature of kind number can do");
        demand(number || !value, "value", "is the value, which only a column of kind number can be");
        demand(number || unit.isEmpty(), "unit", "has a unit, which only a column of kind number can have");
        demand(role != ColumnRole.WEIGHT || !value, "value", "is the value and the weight; expected one of the two");
        checkLevels(kind, levels);
    }

    private static void checkKind(ColumnRole role, ColumnKind kind) {
        switch (role) {
            case FEATURE ->
                demand(
                        kind != ColumnKind.DATE,
                        "kind",
                        "is a feature of kind date; a model cannot look at a date, but at a number of days since it");
            case LABEL ->
                demand(
                        kind == ColumnKind.CATEGORY || kind == ColumnKind.FLAG,
                        "kind",
                        "is the label; expected kind category or flag");
            case DATE -> demand(kind == ColumnKind.DATE, "kind", "has the role date; expected kind date");
            case DEPARTURE ->
                demand(kind == ColumnKind.DATE, "kind", "says on which day the customer left; expected kind date");
            case WEIGHT ->
                demand(kind == ColumnKind.NUMBER, "kind", "says how much a row counts; expected kind number");
            case ID, GROUP ->
                demand(
                        kind == ColumnKind.CATEGORY,
                        "kind",
                        "tells rows apart by its exact characters; expected kind category");
            case OBJECTION ->
                demand(
                        kind == ColumnKind.FLAG,
                        "kind",
                        "says whether the customer objects to being profiled; expected kind flag");
            case OWNER, PREFERENCE, CONSENT, IGNORE -> {
                // Nothing is computed from these.
            }
        }
    }

    private static void checkLabel(ColumnRole role, String positive) {
        if (role == ColumnRole.LABEL) {
            demand(
                    !positive.isEmpty(),
                    "positive",
                    "is the label; expected 'positive', the cell that means the customer left");
        } else {
            demand(positive.isEmpty(), "positive", "has a positive cell, which only the label has");
        }
    }

    private static void checkLevels(ColumnKind kind, Map<String, LocalizedText> levels) {
        demand(
                levels.isEmpty() || kind == ColumnKind.CATEGORY || kind == ColumnKind.FLAG,
                "levels",
                "has levels, which only a column of kind category or flag has");
        if (kind == ColumnKind.FLAG) {
            for (String level : levels.keySet()) {
                demand(
                        FLAG_LEVELS.contains(level),
                        "levels",
                        "names the level " + Excerpt.of(level) + "; the levels of a flag are yes and no");
            }
        }
    }

    private static void demand(boolean fits, String key, String otherwise) {
        if (!fits) {
            throw new Breach(key, otherwise);
        }
    }
}
