package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.List;

/** Says of a description that care can answer none of its reasons. */
final class ReasonNotes {
    private ReasonNotes() {}

    /** One sentence; none where some feature is evidence for a reason that care can answer. */
    static List<String> of(DatasetDescription description) {
        return description.features().stream()
                        .filter(Column::actionable)
                        .anyMatch(feature ->
                                description.reasons().reason(feature.reason()).actionable())
                ? List.of()
                : List.of(
                        "No feature has a reason that can be acted on, so no care will be recommended; give the features"
                                + " their reasons in the description.");
    }
}
