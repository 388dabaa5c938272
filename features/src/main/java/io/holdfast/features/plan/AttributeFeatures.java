package io.holdfast.features.plan;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.time.LocalDate;
import java.util.List;

/** The column of an attribute: its last value before the as-of date. */
final class AttributeFeatures {
    /** Name of the attributes' common table expression. */
    static final String ROWS = "attributes";

    private AttributeFeatures() {}

    static Feature of(Attribute attribute, LocalDate day) {
        String value = "nullif(" + ROWS + "." + Sql.name(attribute.name()) + ", '')";
        boolean feature = attribute.role() == ColumnRole.FEATURE;
        boolean distance = feature && attribute.kind() == ColumnKind.DATE;
        LocalizedText given = attribute.names().isEmpty()
                ? LocalizedText.same(FeatureText.capital(attribute.name()))
                : attribute.names();
        if (attribute.sensitive() && attribute.kind() == ColumnKind.DATE) {
            return decade(attribute, given, value, day);
        }
        return new Feature(
                distance ? attribute.name() + "_days" : attribute.name(),
                distance
                        ? LocalizedText.of(
                                given.in(Language.ENGLISH) + ": days until then",
                                "距" + given.in(Language.CHINESE) + "天数")
                        : given,
                distance ? FeatureText.DAYS : feature ? attribute.unit() : Unit.none(),
                attribute.reason(),
                distance ? ColumnKind.NUMBER : attribute.kind(),
                attribute.role(),
                attribute.sensitive(),
                attribute.mayBeMissing(),
                distance ? DailyChange.FALLS : DailyChange.NONE,
                false,
                sql(attribute, value, distance, day),
                List.of());
    }

    /** Groups are compared by decades of age, since hardly two customers share a day of birth. */
    private static Feature decade(Attribute attribute, LocalizedText given, String value, LocalDate day) {
        return new Feature(
                attribute.name() + "_decade",
                LocalizedText.of(given.in(Language.ENGLISH) + ": decades ago", given.in(Language.CHINESE) + "至今（十年）"),
                Unit.none(),
                attribute.reason(),
                ColumnKind.CATEGORY,
                attribute.role(),
                true,
                false,
                DailyChange.NONE,
                false,
                "CAST(CAST(floor(CAST(" + Sql.day(day) + " - CAST(" + value
                        + " AS DATE) AS INT) / 3652.5e0) AS INT) AS STRING)",
                List.of());
    }

    private static String sql(Attribute attribute, String value, boolean distance, LocalDate day) {
        if (distance) {
            return "CAST(CAST(" + value + " AS DATE) - " + Sql.day(day) + " AS INT)";
        }
        if (attribute.kind() == ColumnKind.NUMBER) {
            return "CAST(" + value + " AS DOUBLE)";
        }
        if (attribute.kind() == ColumnKind.FLAG) {
            return "CASE WHEN " + Sql.in(value, attribute.tokens().yes()) + " THEN 'yes' WHEN "
                    + Sql.in(value, attribute.tokens().no()) + " THEN 'no' END";
        }
        return value;
    }
}
