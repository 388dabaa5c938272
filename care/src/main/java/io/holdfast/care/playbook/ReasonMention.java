package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.List;

/**
 * A reason that an action answers, with its place in the file.
 *
 * @param action who answers, as messages say it
 * @param code the reason's code as it stands in the file
 */
record ReasonMention(String action, YamlScalar code) {
    void require(ReasonCatalogue catalogue) {
        String shown = Excerpt.of(code.text());
        if (!catalogue.has(code.text())) {
            List<String> known = catalogue.reasons().stream().map(Reason::code).toList();
            throw code.fault(
                    "unknown_reason",
                    action + " answers the unknown reason " + shown + "; known are " + String.join(", ", known)
                            + Nearest.hint(code.text(), known));
        }
        if (!catalogue.reason(code.text()).actionable()) {
            throw code.fault(
                    "reason_not_actionable",
                    action + " answers " + shown + ", which the reasons describe as nothing that care can answer"
                            + " (actionable: false)");
        }
    }
}
