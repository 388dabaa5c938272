package io.holdfast.serving.store;

import io.holdfast.care.plan.Arm;
import io.holdfast.scoring.table.CsvWriter;
import java.util.List;
import org.jdbi.v3.core.result.ResultIterator;

/** Who was assigned care when, and who was held out instead: what training needs to learn the risk without care. Thread-safe. */
public final class CareLog {
    /** The columns, in their order. */
    public static final List<String> COLUMNS =
            List.of("customer_id", "unit", "assigned_at", "arm", "hold_out_share", "play");

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
            String play) {}

    /**
     * Writes a header and a line for each decision for care, by time: {@code assigned} where it was to be carried out, {@code shadow} where it was withheld, with the
     * probability of that. Service that everybody gets, whatever the lot, is no side of the measurement and not in it. Ids are those that the decision came with. Whose ids of both arms were merged counts as assigned, since whom care reached cannot be told.
     *
     * @return how many lines, without the header
     * @throws StoreUnavailableException when the database does not answer
     */
    public long write(CsvWriter out) {
        COLUMNS.forEach(out::cell);
        out.endRow();
        return connections.snapshot(handle -> {
            long lines = 0;
            try (ResultIterator<Line> rows = handle.createQuery(
                            "select d.given_id, d.unit, d.decided_at, d.status, d.assigned_with, d.action,"
                                    + " coalesce(h.mixed, 0) as mixed from decision d left join hold_out h on h.customer_id = d.customer_id"
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
        out.exact(line.play());
        out.endRow();
    }
}
