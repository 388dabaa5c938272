package io.holdfast.features.plan;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.List;

/**
 * One column of a feature table.
 *
 * @param name of the column
 * @param names what people call it
 * @param unit of a number
 * @param reason the code of the reason it is evidence for
 * @param kind what its cells hold
 * @param role feature, or what else an attribute is for
 * @param sensitive whether it is about something nobody should be treated differently for
 * @param mayBeMissing whether an empty cell is an answer: what is made of events does not exist where there were none, while an attribute without a
 *     value is not known unless the description says otherwise
 * @param daily how it moves by itself while nothing happens
 * @param value whether it is the unit's worth, by which value tiers are cut
 * @param sql its value from aggregates and attributes
 * @param needs the aggregates that {@code sql} refers to
 */
public record Feature(
        String name,
        LocalizedText names,
        Unit unit,
        String reason,
        ColumnKind kind,
        ColumnRole role,
        boolean sensitive,
        boolean mayBeMissing,
        DailyChange daily,
        boolean value,
        String sql,
        List<Aggregate> needs) {
    /** Keeps a copy. */
    public Feature {
        needs = List.copyOf(needs);
    }

    static Feature number(String name, LocalizedText names, Unit unit, String reason, String sql, Aggregate... needs) {
        return new Feature(
                name,
                names,
                unit,
                reason,
                ColumnKind.NUMBER,
                ColumnRole.FEATURE,
                false,
                true,
                DailyChange.NONE,
                false,
                sql,
                List.of(needs));
    }

    /** The days since something: one more every day. */
    static Feature age(String name, LocalizedText names, String reason, Aggregate age) {
        return new Feature(
                name,
                names,
                FeatureText.DAYS,
                reason,
                ColumnKind.NUMBER,
                ColumnRole.FEATURE,
                false,
                true,
                DailyChange.GROWS,
                false,
                age.ref(),
                List.of(age));
    }
}
