package io.holdfast.cli.waterfall;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.ChurnScore;
import java.util.List;

/** The steps of a waterfall: every reason, in the order in which lists and replies show them. */
final class Steps {
    private Steps() {}

    static List<Step> of(Explainer explainer, ChurnScore score, Language language) {
        return explainer.everyReason(score, language).stream()
                .map(reason -> new Step(
                        Excerpt.plain(reason.ranked().reason().name().in(language))
                                + Words.in(language).mark(reason.ranked().settled()),
                        reason.impact(),
                        reason.features(),
                        !reason.ranked().settled() || reason.features().stream().anyMatch(column -> !column.settled())))
                .toList();
    }
}
