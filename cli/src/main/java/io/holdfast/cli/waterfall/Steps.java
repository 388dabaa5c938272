package io.holdfast.cli.waterfall;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.reason.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts all contributions under their reasons: what raises the risk, strongest first, then what lowers it. */
final class Steps {
    private Steps() {}

    static List<Step> of(DatasetDescription description, List<Contribution> contributions, Language language) {
        List<Column> features = description.features();
        List<Step> steps = new ArrayList<>();
        for (Reason reason : description.reasons().reasons()) {
            List<Contribution> own = new ArrayList<>();
            double impact = 0;
            for (Contribution contribution : contributions) {
                if (features.get(contribution.input()).reason().equals(reason.code())) {
                    own.add(contribution);
                    impact += contribution.impact();
                }
            }
            if (!own.isEmpty()) {
                double direction = impact < 0 ? 1 : -1;
                own.sort(Comparator.comparingDouble(contribution -> direction * contribution.impact()));
                steps.add(new Step(reason.name().in(language), impact, List.copyOf(own)));
            }
        }
        steps.sort(Comparator.comparing((Step step) -> step.impact() < 0)
                .thenComparingDouble(step -> -StrictMath.abs(step.impact())));
        return steps;
    }
}
