package io.holdfast.serving.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.holdout.CampaignShares;
import io.holdfast.care.plan.Arm;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.table.CsvWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.ResultIterator;

/** Who was assigned care when, and who was held out instead: what training needs to learn the risk without care. Thread-safe. */
public final class CareLog {
    /** The columns, in their order. */
    public static final List<String> COLUMNS = List.of(
            "customer_id", "unit", "assigned_at", "arm", "hold_out_share", "campaign", "campaign_share", "play");

    private static final int FETCHED = 1000;

    private final Connections connections;

    CareLog(Connections connections) {
        this.connections = connections;
    }

    private record Line(
            String customer,
            String unit,
            long decidedAt,
            boolean shadow,
            boolean mixed,
            double withheldWith,
            double drawnAnew,
            Campaign campaign,
            String play) {}

    /**
     * Whose lot was drawn.
     *
     * @param shares drawn anew each time
     * @param lasting shares that hold out for good
     */
    private record Campaign(String name, CampaignShares shares, List<Double> lasting) {
        private static final double ROUNDED = 1e-9;

        static Campaign of(String settings) {
            JsonNode plan = StrictJson.read(
                    "the settings of a plan", settings.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            double share = plan.path("campaignShare").asDouble(0);
            List<Double> lasting = new ArrayList<>();
            plan.path("holdOutShares").forEach(each -> lasting.add(each.asDouble()));
            return new Campaign(
                    plan.path("campaign").asText(),
                    new CampaignShares(share, plan.path("unprovenShare").asDouble(share)),
                    lasting);
        }

        /** The share by which somebody held out for good would have been drawn: the probability of being held out says which. */
        double of(double withheldWith) {
            return Stream.concat(Stream.of(shares.proven()), shares.ofUnproven().stream())
                    .filter(share -> fits(share, withheldWith))
                    .findFirst()
                    .orElse(shares.proven());
        }

        private boolean fits(double anew, double withheldWith) {
            return lasting.stream().anyMatch(each -> Math.abs(1 - (1 - each) * (1 - anew) - withheldWith) < ROUNDED);
        }
    }

    /**
     * Writes a header and a line for each decision for care, by time: {@code assigned} where it was to be carried out, {@code shadow} where it was withheld, with the
     * probability of that and the part of it that its campaign draws anew. Service that everybody gets, whatever the lot, is no side of the measurement and not in it. Ids are those that the decision came with. Whose ids of both arms were merged counts as assigned, since whom care reached cannot be told.
     *
     * @return how many lines, without the header
     * @throws StoreUnavailableException when the database does not answer
     */
    public long write(CsvWriter out) {
        COLUMNS.forEach(out::cell);
        out.endRow();
        return connections.snapshot(handle -> {
            long lines = 0;
            Map<String, Campaign> campaigns = new HashMap<>();
            try (ResultIterator<Line> rows = handle.createQuery(
                            "select d.given_id, d.unit, d.decided_at, d.status, d.assigned_with, d.campaign_share, d.action,"
                                    + " p.plan_id, p.settings, coalesce(h.mixed, 0) as mixed from decision d"
                                    + " join care_plan p on p.plan_id = d.plan_id left join hold_out h on h.customer_id = d.customer_id"
                                    + " where d.status in ('planned', 'withheld') and d.arm <> '" + Arm.SERVED.code()
                                    + "' order by d.decided_at, d.decision_id")
                    .setFetchSize(FETCHED)
                    .map((row, context) -> new Line(
                            row.getString("given_id"),
                            row.getString("unit"),
                            row.getLong("decided_at"),
                            row.getString("status").equals(NewDecision.WITHHELD),
                            row.getInt("mixed") == 1,
                            row.getDouble("assigned_with"),
                            row.getDouble("campaign_share"),
                            campaign(row, campaigns),
                            row.getString("action")))
                    .iterator()) {
                while (rows.hasNext()) {
                    write(rows.next(), out);
                    lines++;
                }
            }
            return lines;
        });
    }

    private static Campaign campaign(ResultSet row, Map<String, Campaign> known) throws SQLException {
        String plan = row.getString("plan_id");
        Campaign campaign = known.get(plan);
        if (campaign == null) {
            campaign = Campaign.of(row.getString("settings"));
            known.put(plan, campaign);
        }
        return campaign;
    }

    private static void write(Line line, CsvWriter out) {
        boolean shadow = line.shadow() && !line.mixed();
        out.exact(line.customer());
        out.exact(line.unit());
        out.cell(Micros.instant(line.decidedAt()).toString());
        out.cell(shadow ? "shadow" : "assigned");
        if (shadow) {
            out.number(line.withheldWith());
        } else {
            out.empty();
        }
        out.exact(line.campaign().name());
        if (shadow) {
            out.number(line.drawnAnew() > 0 ? line.drawnAnew() : line.campaign().of(line.withheldWith()));
        } else {
            out.empty();
        }
        out.exact(line.play());
        out.endRow();
    }
}
