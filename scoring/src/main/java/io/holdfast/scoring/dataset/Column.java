package io.holdfast.scoring.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of a customer table.
 *
 * @param name as the table's header writes it
 * @param role what it is for
 * @param kind what its cells hold
 * @param names what people call it; none where the header's name will do
 * @param unit of a number, e.g. months
 * @param reason the code of the reason it is evidence for
 * @param levels what people call its values, by cell; for a flag by {@code yes} and {@code no}
 * @param value whether it is the customer's worth, by which value tiers are cut
 * @param sensitive whether it is about something nobody should be treated differently for
 * @param actionable whether care can answer what it says; counts only where its reason is actionable too
 * @param monotone which way the risk may move while the number grows
 * @param positive of the label: the cell that means the customer left; else empty
 * @param flagTokens of a flag: the cells for yes and no
 * @param mayBeMissing whether an empty cell is an answer (it never happened) and not a gap; then it is no reason for a warning if training saw such cells
 * @param daily how a number moves by itself from day to day
 * @param acknowledged why a warning about this column (that it may give the label away) is no reason to stop; empty if nobody said so
 */
public record Column(
        String name,
        ColumnRole role,
        ColumnKind kind,
        LocalizedText names,
        Unit unit,
        String reason,
        Map<String, LocalizedText> levels,
        boolean value,
        boolean sensitive,
        boolean actionable,
        Monotone monotone,
        String positive,
        FlagTokens flagTokens,
        boolean mayBeMissing,
        DailyChange daily,
        String acknowledged) {
    private static final LocalizedText YES = LocalizedText.of("yes", "是");
    private static final LocalizedText NO = LocalizedText.of("no", "否");

    /** The reason of what is nobody's reason. */
    public static final String PROFILE = "profile";

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException naming the part that does not
     */
    public Column {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        ColumnRules.check(
                name, role, kind, unit, reason, levels, value, monotone, positive, mayBeMissing, daily, acknowledged);
    }

    /** A column with nothing but a name, a role and a kind; for a label, 1 is positive. */
    public static Column of(String name, ColumnRole role, ColumnKind kind) {
        return new Column(
                name,
                role,
                kind,
                LocalizedText.none(),
                Unit.none(),
                PROFILE,
                Map.of(),
                false,
                false,
                true,
                Monotone.NONE,
                role == ColumnRole.LABEL ? "1" : "",
                FlagTokens.standard(),
                false,
                DailyChange.NONE,
                "");
    }

    /** What people call it; the header's name where nobody gave another. */
    public String label(Language language) {
        return names.isEmpty() ? name : names.in(language);
    }

    /** What people call one of its values; the value itself where nobody gave another name, yes or no for a flag. */
    public String levelName(String level, Language language) {
        @Nullable LocalizedText given = levels.get(level);
        if (given == null && kind == ColumnKind.FLAG) {
            if (level.equals("yes") || flagTokens.isYes(level)) {
                given = levels.getOrDefault("yes", YES);
            } else if (level.equals("no") || flagTokens.isNo(level)) {
                given = levels.getOrDefault("no", NO);
            }
        }
        return given == null ? level : given.in(language);
    }
}
