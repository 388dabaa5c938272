package io.holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A long file of outcomes as files come: days in any order, corrections before what they correct, days to come, decisions that there are not, and reports from
 * the future. Beside it, what a store must hold of it.
 */
final class OutcomeFile {
    /** So many lines the command takes at once. */
    static final int PIECE = 500;

    private static final int NO_SUCH_DECISION = 97;
    private static final int FROM_THE_FUTURE = 89;
    private static final int TO_COME = 83;
    private static final int CORRECTS_A_LATER_LINE = 50;

    private OutcomeFile() {}

    static Path write(Path file, int lines) throws IOException {
        SplittableRandom random = new SplittableRandom(lines);
        List<String> text = new ArrayList<>(lines + 1);
        text.add("outcome_id,customer_id,kind,decision_id,supersedes,occurred_at,reported_at");
        for (int i = 0; i < lines; i++) {
            String day = "2025-" + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(20));
            text.add(String.join(
                    ",",
                    id(i),
                    "C-" + random.nextInt(200),
                    "stayed",
                    i % NO_SUCH_DECISION == 0 ? "d-0" : "",
                    i % CORRECTS_A_LATER_LINE == 0 ? id(i + 7) : "",
                    i % TO_COME == 0 ? "2199-01-01" : day,
                    i % FROM_THE_FUTURE == 0 ? "2199-01-01" : "2026-01-02"));
        }
        return Files.write(file, text);
    }

    private static String id(int line) {
        return "o-" + line;
    }

    private static boolean isTaken(int line) {
        return line % NO_SUCH_DECISION != 0 && line % FROM_THE_FUTURE != 0;
    }

    /** The ids that are taken from the first lines, without the header. */
    static Set<String> taken(int lines) {
        return IntStream.range(0, lines)
                .filter(OutcomeFile::isTaken)
                .mapToObj(OutcomeFile::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids in a store's file, which another process may have open; none where it has no tables yet. */
    static List<String> kept(Path store) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select outcome_id from outcome")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** How many {@link #kept} are. */
    static int count(Path store) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from outcome")) {
            return rows.getInt(1);
        }
    }
}
