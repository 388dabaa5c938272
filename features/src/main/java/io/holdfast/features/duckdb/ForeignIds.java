package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.BitSet;
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
    /** Of a word that says in which sources an id is; its sign is none. */
    private static final int BITS = 63;

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
        List<Shared> shared = shared();
        if (history.ids().isEmpty() && !history.cleaning().foreignIds()) {
            int[] systems = systems(shared);
            // The first source is asked last: of two systems the other one is more likely the foreign one.
            for (int at = 1; at <= systems.length; at++) {
                int system = at % systems.length;
                if (systems[system] == system && differ(shared, systems, system)) {
                    refuse(shared, systems, system);
                }
            }
        }
        for (int at = 0; at < files.size(); at++) {
            BitSet alone = new BitSet();
            alone.set(at);
            long ids = ids(shared, alone);
            long foreign = shared.stream()
                    .filter(each -> each.sources().equals(alone))
                    .mapToLong(Shared::unknown)
                    .sum();
            if (foreign * 2 > ids && ids >= FEWEST) {
                notes.add(String.format(
                        Locale.ROOT, "%s: %,d of %,d ids are in no other source: kept", files.get(at), foreign, ids));
            }
        }
        database.run("DROP TABLE " + IDS);
    }

    /**
     * Ids that are in the same sources.
     *
     * @param sources which
     * @param ids how many
     * @param unknown how many of them the source of ids does not know either
     */
    private record Shared(BitSet sources, long ids, long unknown) {}

    /** All ids by the sources that they are in: looked at once, however many sources there are. */
    private List<Shared> shared() {
        int words = (files.size() + BITS - 1) / BITS;
        String masks = IntStream.range(0, words).mapToObj(word -> "in_" + word).collect(Collectors.joining(", "));
        String made = IntStream.range(0, words)
                .mapToObj(word -> "bit_or(CASE WHEN source // " + BITS + " = " + word
                        + " THEN CAST(1 AS BIGINT) << (source % " + BITS + ") ELSE 0 END) AS in_" + word)
                .collect(Collectors.joining(", "));
        String unknown = history.ids().isPresent()
                ? "count_if(id NOT IN (SELECT id FROM " + Cut.ID + " UNION SELECT customer FROM " + Cut.ID + "))"
                : "count(*)";
        List<Shared> shared = new ArrayList<>();
        database.query(
                "SELECT " + masks + ", count(*), " + unknown + " FROM (SELECT id, " + made + " FROM " + IDS
                        + " GROUP BY id) GROUP BY " + masks + " ORDER BY " + masks,
                row -> {
                    BitSet sources = new BitSet();
                    for (int at = 0; at < files.size(); at++) {
                        if ((row.getLong(1 + at / BITS) >> at % BITS & 1) == 1) {
                            sources.set(at);
                        }
                    }
                    shared.add(new Shared(sources, row.getLong(words + 1), row.getLong(words + 2)));
                });
        return shared;
    }

    /** Of each source the first of those that it shares ids with, directly or through others. */
    private int[] systems(List<Shared> shared) {
        int[] first = IntStream.range(0, files.size()).toArray();
        for (int round = 0; round < first.length; round++) {
            for (Shared each : shared) {
                int least = each.sources().stream().map(at -> first[at]).min().orElseThrow();
                each.sources().stream().forEach(at -> first[at] = least);
            }
        }
        return first;
    }

    /** Whether these sources and all others are of different kinds: files of one kind may each have customers of their own, as those of two branches do. */
    private boolean differ(List<Shared> shared, int[] systems, int system) {
        return ids(shared, of(systems, system, true)) >= FEWEST
                && ids(shared, of(systems, system, false)) >= FEWEST
                && Collections.disjoint(kinds(systems, system, true), kinds(systems, system, false));
    }

    private Set<String> kinds(int[] systems, int system, boolean own) {
        return of(systems, system, own).stream()
                .boxed()
                .flatMap(at -> kinds.get(at).stream())
                .collect(Collectors.toSet());
    }

    /** How many ids are in any of the sources. */
    private static long ids(List<Shared> shared, BitSet sources) {
        return shared.stream()
                .filter(each -> each.sources().intersects(sources))
                .mapToLong(Shared::ids)
                .sum();
    }

    /** The sources of a system, or all others. */
    private static BitSet of(int[] systems, int system, boolean own) {
        BitSet sources = new BitSet();
        IntStream.range(0, systems.length)
                .filter(at -> (systems[at] == system) == own)
                .forEach(sources::set);
        return sources;
    }

    private void refuse(List<Shared> shared, int[] systems, int system) {
        BitSet sources = of(systems, system, true);
        String there =
                "source IN (" + sources.stream().mapToObj(Integer::toString).collect(Collectors.joining(", ")) + ")";
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT DISTINCT id FROM " + IDS + " WHERE " + there + " ORDER BY id LIMIT 3",
                row -> examples.add(Excerpt.of(row.getString(1))));
        String own = sources.stream().mapToObj(files::get).distinct().collect(Collectors.joining(" and "));
        throw new InputException(
                "foreign_ids",
                String.format(
                        Locale.ROOT,
                        "%s: none of the %,d ids there (%s) is in any other source, so that every customer would be two; %s the ids that the"
                                + " other sources have, a source 'ids' that says whose they are, or 'foreignIds: keep' under 'cleaning'",
                        own,
                        ids(shared, sources),
                        String.join(", ", examples),
                        spelled(there)));
    }

    /** What would make ids one that differ by their spelling alone, before all else that may be expected. */
    private String spelled(String there) {
        String twice =
                "(SELECT a.id AS id, min(b.id) AS other, bool_or(trim(a.id) = trim(b.id)) AS by_blanks, bool_or(lower(a.id) = lower(b.id)) AS by_case FROM "
                        + IDS
                        + " a JOIN " + IDS + " b ON lower(trim(a.id)) = lower(trim(b.id)) WHERE a." + there
                        + " AND NOT b."
                        + there + " GROUP BY a.id)";
        List<Long> counts =
                database.numbers("SELECT count(*), count_if(NOT by_blanks), count_if(NOT by_case) FROM " + twice);
        if (counts.get(0) == 0) {
            return "expected";
        }
        List<String> example = new ArrayList<>();
        database.query(
                "SELECT id, other FROM " + twice + " ORDER BY by_case DESC, id LIMIT 1",
                row -> example.add(Excerpt.of(row.getString(1)) + " there, " + Excerpt.of(row.getString(2))));
        boolean cases = counts.get(1) > 0;
        boolean blanks = counts.get(2) > 0;
        return String.format(
                Locale.ROOT,
                "%,d of them differ from ids of other sources only by %s (%s elsewhere); expected %s, or else",
                counts.get(0),
                cases ? blanks ? "case or blanks around them" : "case" : "blanks around them",
                example.get(0),
                cases
                        ? "'idCase: upper' under 'cleaning'" + (blanks ? " and ids without blanks around them" : "")
                        : "ids without blanks around them");
    }
}
