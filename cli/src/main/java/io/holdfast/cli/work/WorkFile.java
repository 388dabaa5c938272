package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.table.CsvWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The work list as a file to be filled in: what is known of each item, then columns for what came of it. */
public final class WorkFile {
    /** Columns that {@link AttemptRows} passes over. */
    static final Set<String> SHOWN = Set.of(
            "due_at",
            "gain",
            "customer_id",
            "step",
            "team",
            "owner",
            "channel",
            "action",
            "text",
            "status",
            "attempts",
            "last_disposition",
            "last_note",
            "last_at",
            "expires_at",
            "unit_id");

    private static final List<String> FIELDS = List.of(
            "dueAt",
            "gain",
            "customerId",
            "step",
            "team",
            "owner",
            "channel",
            "action",
            "text",
            "status",
            "attempts",
            "disposition",
            "note",
            "attemptedAt",
            "expiresAt");

    private final CsvWriter csv;

    /** A file that begins with its header. */
    public WorkFile(CsvWriter csv) {
        this.csv = csv;
        csv.cell(AttemptColumn.ITEM_ID.header());
        FIELDS.forEach(field -> csv.cell(header(field)));
        csv.cell(AttemptColumn.AGENT.header());
        csv.cell(AttemptColumn.DISPOSITION.header());
        csv.cell(AttemptColumn.NOTE.header());
        csv.cell(AttemptColumn.OCCURRED_AT.header());
        csv.cell(AttemptColumn.CALL_BACK_AT.header());
        csv.cell("unit_id");
        csv.endRow();
    }

    private static String header(String field) {
        return switch (field) {
            case "disposition" -> "last_disposition";
            case "note" -> "last_note";
            case "attemptedAt" -> "last_at";
            default -> field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        };
    }

    /** One item, as {@code /v1/work-items:query} gives it. */
    public void add(JsonNode item) {
        csv.exact(item.path("itemId").asText());
        for (String field : FIELDS) {
            JsonNode value = item.path(field);
            if (value.isNull()) {
                csv.empty();
            } else if (value.isDouble()) {
                csv.number(value.doubleValue());
            } else if (value.isIntegralNumber()) {
                csv.whole(value.longValue());
            } else if (field.equals("customerId")) {
                csv.exact(value.asText());
            } else {
                csv.cell(value.asText());
            }
        }
        JsonNode agent = item.path("claimedBy");
        if (agent.isNull()) {
            csv.empty();
        } else {
            csv.cell(agent.asText());
        }
        for (int i = 0; i < 4; i++) {
            csv.empty();
        }
        JsonNode unit = item.path("unitId");
        if (unit.isTextual()) {
            csv.exact(unit.asText());
        } else {
            csv.empty();
        }
        csv.endRow();
    }
}
