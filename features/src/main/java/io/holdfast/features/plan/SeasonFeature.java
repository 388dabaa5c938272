package io.holdfast.features.plan;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.time.LocalDate;
import java.util.List;

/** The part of the year in which units leave or stay: the same for all of them as of one date, and known on it. */
final class SeasonFeature {
    private static final String NAME = FeaturePlan.SEASON;

    private SeasonFeature() {}

    /** The month of the day in the middle of the outcome window: of a window over three months the one that says most of them. */
    static Feature of(ChurnDefinition churn, LocalDate asOf) {
        int month = churn.windowBegins(asOf).plusDays(churn.horizonDays() / 2).getMonthValue();
        return new Feature(
                NAME,
                LocalizedText.of("Month in which the outcome window has its middle", "结果窗口中点所在月份"),
                Unit.none(),
                "profile",
                ColumnKind.NUMBER,
                ColumnRole.FEATURE,
                false,
                false,
                DailyChange.NONE,
                false,
                "CAST(" + month + " AS INT)",
                List.of());
    }
}
