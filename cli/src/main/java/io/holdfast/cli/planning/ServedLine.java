package io.holdfast.cli.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.CsvWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The line of a decision that a server made. A shadow has no days there.
 *
 * @param result the decision, as the server's reply has it
 * @param digest of the playbook
 */
record ServedLine(JsonNode result, String digest, Language language) implements PlanLine {
    @Override
    public void write(CsvWriter csv) {
        csv.exact(text("customerId"));
        csv.exact(text("unit"));
        csv.exact(text("household"));
        csv.cell(text("owner"));
        csv.cell(text("status"));
        csv.cell(text("cause"));
        csv.cell(text("status").equals(PlanStatus.NONE.code()) ? "" : text("arm"));
        JsonNode steps = result.path("steps");
        if (steps.isEmpty()) {
            PlanFile.blank(csv, 7);
        } else {
            JsonNode first = steps.path(0);
            csv.cell(text("action"));
            csv.whole(1);
            csv.whole(steps.size());
            csv.cell(first.path("channel").asText(""));
            csv.cell(first.path("team").asText(""));
            csv.cell(day(first.path("dueAt"), 0));
            csv.cell(day(first.path("expiresAt"), 1));
        }
        csv.cell(text("tier"));
        csv.cell(text("stage"));
        JsonNode gain = result.path("gain");
        if (gain.isObject()) {
            csv.number(gain.path("expected").doubleValue());
            csv.number(gain.path("low").doubleValue());
            csv.number(gain.path("high").doubleValue());
            csv.number(result.path("cost").doubleValue());
            csv.cell(text("evidence"));
        } else {
            PlanFile.blank(csv, 5);
        }
        csv.cell(candidates());
        csv.cell(joined(result.path("entitlements"), "", "; "));
        csv.cell(joined(steps, "text", DecisionLine.STEP));
        csv.cell(joined(result.path("explanation"), "text", DecisionLine.between(language)));
        csv.cell(text("decisionId"));
        csv.cell(digest);
    }

    private String text(String field) {
        JsonNode value = result.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /** Moments of a plan are midnights, UTC; that of the end is the one after the last day. */
    private static String day(JsonNode moment, int before) {
        return moment.isTextual()
                ? Instant.parse(moment.textValue())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .minusDays(before)
                        .toString()
                : "";
    }

    private String candidates() {
        List<String> candidates = new ArrayList<>();
        for (JsonNode candidate : result.path("candidates")) {
            candidates.add(DecisionLine.candidate(
                    candidate.path("action").asText(),
                    candidate.path("expectedGain").doubleValue(),
                    candidate.path("assignmentProbability").doubleValue()));
        }
        return String.join("; ", candidates);
    }

    private static String joined(JsonNode array, String field, String between) {
        List<String> parts = new ArrayList<>();
        for (JsonNode each : array) {
            String part = field.isEmpty() ? each.asText() : each.path(field).asText("");
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(between, parts);
    }
}
