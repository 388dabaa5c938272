package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells how many ids of each source of events no other one has. A source of which they are all foreign has ids of a system of its own: every customer would be
 * two, one of whom can never leave.
 */
final class ForeignIds {
    private static final String IDS = "ids_by_source";
    /** With fewer ids than this in a source, that it shares none is chance. */
    private static final int FEWEST = 20;

    private final Database database;
    private final HistoryDescription history;
    private final List<String> notes;
    private final List<Source> sources = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    ForeignIds(Database database, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.history = history;
        this.notes = notes;
        if (compares()) {
            database.run("CREATE TABLE " + IDS + " (source INT, id VARCHAR)");
            history.ids()
                    .ifPresent(ids -> database.run("INSERT INTO " + IDS + " SELECT -1, id FROM " + Cut.ID
                            + " UNION SELECT -1, customer FROM " + Cut.ID));
        }
    }

    private boolean compares() {
        return history.events().size() > 1;
    }

    /** Hears of a source while its lines are there. */
    void add(Source source, RawTable raw) {
        if (compares()) {
            database.run("INSERT INTO " + IDS + " SELECT DISTINCT " + sources.size() + ", unit FROM " + raw.table()
                    + "_read WHERE unit IS NOT NULL");
            sources.add(source);
            files.add(raw.file());
        }
    }

    /**
     * Tells.
     *
     * @throws InputException when a source of a kind of its own shares no id with any other, and nobody has said that it may
     */
    void tell() {
        if (!compares()) {
            return;
        }
        for (int at = 0; at < sources.size(); at++) {
            String foreign =
                    "source = " + at + " AND id NOT IN (SELECT id FROM " + IDS + " WHERE source <> " + at + ")";
            List<Long> counts = database.numbers(
                    "SELECT count(*), count_if(" + foreign + ") FROM " + IDS + " WHERE source = " + at);
            long all = counts.get(0);
            long alone = counts.get(1);
            if (alone == all
                    && all >= FEWEST
                    && isOfItsOwnKind(at)
                    && !history.cleaning().foreignIds()) {
                refuse(at, all, foreign);
            }
            if (alone * 2 > all && all >= FEWEST) {
                notes.add(String.format(
                        Locale.ROOT, "%s: %,d of %,d ids are in no other source: kept", files.get(at), alone, all));
            }
        }
        database.run("DROP TABLE " + IDS);
    }

    /** Several files of one kind may each have customers of their own, as those of two branches do. */
    private boolean isOfItsOwnKind(int at) {
        String kind = sources.get(at).kind();
        return !kind.isEmpty()
                && sources.stream().filter(other -> other.kind().equals(kind)).count() == 1
                && sources.stream().noneMatch(other -> other.kind().isEmpty());
    }

    private void refuse(int at, long all, String foreign) {
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT id FROM " + IDS + " WHERE " + foreign + " ORDER BY id LIMIT 3",
                row -> examples.add(Excerpt.of(row.getString(1))));
        throw new InputException(
                "foreign_ids",
                String.format(
                        Locale.ROOT,
                        "%s: none of its %,d ids (%s) is in any other source, so that every customer would be two; expected the ids that the other"
                                + " sources have, a source 'ids' that says whose they are, or 'foreignIds: keep' under 'cleaning'",
                        files.get(at),
                        all,
                        String.join(", ", examples)));
    }
}
