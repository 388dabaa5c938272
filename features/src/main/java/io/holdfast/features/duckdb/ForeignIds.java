package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells how many ids of each source of events no other one has. Sources that share no id with the rest have ids of a system of its own: every customer
 * would be two, one of whom can never leave.
 */
final class ForeignIds {
    private static final String IDS = "ids_by_source";
    /** With fewer ids than this in a source, that it shares none is chance. */
    private static final int FEWEST = 20;

    private final Database database;
    private final HistoryDescription history;
    private final List<String> notes;
    private final List<Set<String>> kinds = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    ForeignIds(Database database, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.history = history;
        this.notes = notes;
        if (compares()) {
            database.run("CREATE TABLE " + IDS + " (source INT, id VARCHAR)");
        }
    }

    private boolean compares() {
        return history.events().size() > 1;
    }

    /** Hears of a source while its lines are there. */
    void add(RawTable raw) {
        if (compares()) {
            String read = " FROM " + raw.table() + "_read WHERE unit IS NOT NULL";
            database.run("INSERT INTO " + IDS + " SELECT DISTINCT " + files.size() + ", unit" + read);
            Set<String> own = new TreeSet<>();
            database.query("SELECT DISTINCT kind" + read, row -> own.add(row.getString(1)));
            kinds.add(own);
            files.add(raw.file());
        }
    }

    /**
     * Tells.
     *
     * @throws InputException when the sources fall apart into some that share no id with the others, and nobody has said that they may
     */
    void tell() {
        if (!compares()) {
            return;
        }
        if (history.ids().isEmpty() && !history.cleaning().foreignIds()) {
            int[] systems = systems();
            // The first source is asked last: of two systems the other one is more likely the foreign one.
            for (int at = 1; at <= systems.length; at++) {
                int system = at % systems.length;
                if (systems[system] == system && differ(systems, system)) {
                    refuse(systems, system);
                }
            }
        }
        for (int at = 0; at < files.size(); at++) {
            List<Long> counts = database.numbers(
                    "SELECT count(*), count_if(" + foreign(at) + ") FROM " + IDS + " WHERE source = " + at);
            if (counts.get(1) * 2 > counts.get(0) && counts.get(0) >= FEWEST) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d ids are in no other source: kept",
                        files.get(at),
                        counts.get(1),
                        counts.get(0)));
            }
        }
        database.run("DROP TABLE " + IDS);
    }

    private String foreign(int at) {
        String known = history.ids().isPresent()
                ? " AND id NOT IN (SELECT id FROM " + Cut.ID + " UNION SELECT customer FROM " + Cut.ID + ")"
                : "";
        return "id NOT IN (SELECT id FROM " + IDS + " WHERE source <> " + at + ")" + known;
    }

    /** Of each source the first of those that it shares ids with, directly or through others. */
    private int[] systems() {
        int[] first = IntStream.range(0, files.size()).toArray();
        List<int[]> shared = new ArrayList<>();
        database.query(
                "SELECT DISTINCT a.source, b.source FROM " + IDS + " a JOIN " + IDS
                        + " b ON a.id = b.id AND a.source < b.source ORDER BY 1, 2",
                row -> shared.add(new int[] {row.getInt(1), row.getInt(2)}));
        for (int round = 0; round < first.length; round++) {
            for (int[] pair : shared) {
                int least = Math.min(first[pair[0]], first[pair[1]]);
                first[pair[0]] = least;
                first[pair[1]] = least;
            }
        }
        return first;
    }

    /** Whether these sources and all others are of different kinds: files of one kind may each have customers of their own, as those of two branches do. */
    private boolean differ(int[] systems, int system) {
        return ids(of(systems, system)) >= FEWEST
                && ids("NOT " + of(systems, system)) >= FEWEST
                && Collections.disjoint(kinds(systems, system, true), kinds(systems, system, false));
    }

    private Set<String> kinds(int[] systems, int system, boolean own) {
        return IntStream.range(0, systems.length)
                .filter(at -> (systems[at] == system) == own)
                .boxed()
                .flatMap(at -> kinds.get(at).stream())
                .collect(Collectors.toSet());
    }

    private long ids(String condition) {
        return database.numbers("SELECT count(DISTINCT id) FROM " + IDS + " WHERE " + condition)
                .get(0);
    }

    private static String of(int[] systems, int system) {
        return "source IN ("
                + IntStream.range(0, systems.length)
                        .filter(at -> systems[at] == system)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private void refuse(int[] systems, int system) {
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT DISTINCT id FROM " + IDS + " WHERE " + of(systems, system) + " ORDER BY id LIMIT 3",
                row -> examples.add(Excerpt.of(row.getString(1))));
        String own = IntStream.range(0, systems.length)
                .filter(at -> systems[at] == system)
                .mapToObj(files::get)
                .distinct()
                .collect(Collectors.joining(" and "));
        throw new InputException(
                "foreign_ids",
                String.format(
                        Locale.ROOT,
                        "%s: none of the %,d ids there (%s) is in any other source, so that every customer would be two; expected the ids that the"
                                + " other sources have, a source 'ids' that says whose they are, or 'foreignIds: keep' under 'cleaning'",
                        own,
                        ids(of(systems, system)),
                        String.join(", ", examples)));
    }
}
