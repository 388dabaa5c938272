package io.holdfast.serving.store;

import io.holdfast.serving.work.Barrier;
import io.holdfast.serving.work.BarrierCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between a row of {@code work_item} and its being carried out, read from what holds now: nothing of it is written to the row, so that the row is open
 * again when it falls. A step that somebody has claimed has none, since they may be talking to the customer.
 */
final class Barriers {
    private static final String OBJECTED =
            "(select min(" + Consents.since("c") + ") from consent c where c.customer_id ="
                    + " work_item.customer_id and c.purpose = 'profiling' and c.granted = 0)";

    private static final String LEFT = "coalesce(" + Departures.OF_ITEM + ", " + AgentReports.LEFT_OF_ITEM + ")";

    private static final String RETURNED = Departures.BACK_OF_ITEM;

    /** A step cannot be done before those in front of it, so what is refused of an open one in front holds for it, too. */
    private static final String REFUSED =
            "(select min(" + Consents.since("c") + ") from work_item e join consent c on c.customer_id ="
                    + " e.customer_id where e.decision_id = work_item.decision_id and e.step <= work_item.step and e.status ="
                    + " 'open' and e.expires_at > :now and c.purpose = 'care' and c.granted = 0 and c.channel in ('*', e.channel))";

    private static final String WRONG = AgentReports.WRONG_OF_ITEM;

    /** For the select list. Needs {@code :now}. */
    static final String COLUMNS = OBJECTED + " as objected_at, " + LEFT + " as left_at, " + RETURNED
            + " as returned_at, " + REFUSED + " as refused_at, " + WRONG + " as wrong_at";

    /** Of an open row: nothing stands between. Needs {@code :now}. */
    static final String NONE = OBJECTED + " is null and " + LEFT + " is null and " + RETURNED + " is null and "
            + REFUSED + " is null and " + WRONG + " is null";

    private Barriers() {}

    /** Those of an open row with {@link #COLUMNS}, what counts first in front. */
    static List<Barrier> of(ResultSet row) throws SQLException {
        List<Barrier> barriers = new ArrayList<>();
        add(barriers, row, "objected_at", BarrierCause.PROFILING_OBJECTION);
        add(barriers, row, "left_at", BarrierCause.ALREADY_LEFT);
        add(barriers, row, "returned_at", BarrierCause.RETURNED);
        add(barriers, row, "refused_at", BarrierCause.OPTED_OUT);
        add(barriers, row, "wrong_at", BarrierCause.WRONG_NUMBER);
        return barriers;
    }

    /** Whether the customer of a row with {@link #COLUMNS} objects to profiling. */
    static boolean objects(ResultSet row) throws SQLException {
        return row.getObject("objected_at") != null;
    }

    private static void add(List<Barrier> barriers, ResultSet row, String column, BarrierCause cause)
            throws SQLException {
        long since = row.getLong(column);
        if (!row.wasNull()) {
            barriers.add(new Barrier(cause, Micros.instant(since)));
        }
    }
}
