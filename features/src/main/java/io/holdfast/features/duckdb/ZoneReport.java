package io.holdfast.features.duckdb;

import io.holdfast.scoring.fault.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells of times in one file that are of different zones, or of which some say their zone and others do not. Each is read as it is meant, but a zone left
 * out by mistake moves an event by hours, and to another day.
 */
final class ZoneReport {
    private static final int EXAMPLES = 3;

    private final Database database;
    private final String zone;
    private final List<String> notes;

    /** @param zone whose clocks times without one are read by, and whose days count */
    ZoneReport(Database database, String zone, List<String> notes) {
        this.database = database;
        this.zone = zone;
        this.notes = notes;
    }

    /**
     * @param offset column of the view: the offset that a cell says, NULL where it says none
     * @param cell column of the view: the cell
     * @param read column of the view: the instant; NULL where there is none
     * @param what the times are, as in "the others do"
     */
    void run(RawTable raw, String view, String offset, String cell, String read, String what) {
        List<Long> counts = database.numbers("SELECT count(*), count(" + offset + "), count(DISTINCT " + offset
                + ") FROM " + view + " WHERE " + read + " IS NOT NULL");
        long times = counts.get(0);
        long said = counts.get(1);
        if (said > 0 && said < times) {
            notes.add(new LineCheck(
                            "mixed_zones",
                            read + " IS NOT NULL AND " + offset + " IS NULL",
                            cell,
                            String.format(
                                    Locale.ROOT,
                                    "have a time of %s that says no zone, where %,d say theirs (%s), and are read as %s",
                                    what,
                                    said,
                                    offsets(view, offset, read),
                                    zone),
                            "",
                            LineCheck.Remedy.REPORT)
                    .note(database, raw, view, times - said, times));
        } else if (counts.get(2) > 1) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: the times of %s are of %d zones (%s): each is read by its own, days are those of %s",
                    raw.file(),
                    what,
                    counts.get(2),
                    offsets(view, offset, read),
                    zone));
        }
    }

    /** The commonest first, each with its first cell. */
    private String offsets(String view, String offset, String read) {
        List<String> shown = new ArrayList<>();
        database.query(
                "SELECT " + offset + ", count(*), min(line) FROM " + view + " WHERE " + read + " IS NOT NULL AND "
                        + offset + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + EXAMPLES,
                row -> shown.add(String.format(
                        Locale.ROOT,
                        "%s %,d times, first in line %d",
                        Excerpt.plain(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3))));
        return String.join("; ", shown);
    }
}
