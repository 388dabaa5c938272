package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.serving.store.AuditVerdict;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command that takes a file of outcomes, killed by kill -9 at random moments, or its server, or out of room: what it acknowledged is there, once. */
@Tag("slow")
@Timeout(3600)
final class KilledImportIT {
    private static final int KILLS = 20;
    private static final int LINES = 30_000;
    private static final int KILLED = 137;

    /** A line that the store refused is told once its whole piece is on the disk. */
    private static final Pattern TOLD = Pattern.compile("outcomes\\.csv line (\\d+)");

    private static final Pattern KEPT = Pattern.compile("what was not refused up to line (\\d+) is kept; repeat");

    @TempDir
    private Path folder;

    private Path file;
    private Path store;
    private int pieces;
    private final List<Process> children = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        file = OutcomeFile.write(folder.resolve("outcomes.csv"), LINES);
        store = folder.resolve("care.db");
        Store.open(new StoreLocation.SqliteFile(store)).close();
    }

    @AfterEach
    void endTheChildren() {
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void losesAndDoublesNothingWhereItOpensTheStoreItself() throws Exception {
        killTheCommand("--store", store);

        complete("--store", store);
        requireAudit();
    }

    @Test
    void losesAndDoublesNothingWhereItAsksAServer() throws Exception {
        HoldfastServer server = HoldfastServer.start(
                ServerSettings.of(TinyBundles.write(folder.resolve("tiny.bundle")))
                        .withPort(0)
                        .withKeys(new KeyPolicy.None())
                        .withStore(new StoreLocation.SqliteFile(store)),
                CommandRun.NOON);
        try {
            killTheCommand("--server", server.address());

            complete("--server", server.address());
        } finally {
            server.stop();
        }
        requireAudit();
    }

    private void killTheCommand(Object... where) throws Exception {
        SplittableRandom random = new SplittableRandom(6);
        for (int kill = 0; kill < KILLS; kill++) {
            Path err = folder.resolve("err-" + kill + ".txt");
            Process command = ChildCommand.start(err, "outcomes", "import", file, where[0], where[1]);
            children.add(command);
            killInTheMidst(command, random);
            requireAll(last(TOLD, Files.readString(err)));
        }
    }

    @Test
    void saysUpToWhichLineAllIsKeptWhenTheServerIsKilled() throws Exception {
        Path bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        Path keys = folder.resolve("keys.json");
        String added = CommandRun.of("keys", "add", "reports", "--scope", "outcome:write", "--keys", keys)
                .out();
        Path key = Files.writeString(
                folder.resolve("key.txt"),
                added.substring(added.indexOf("hfk_")).split("\\s", -1)[0]);
        SplittableRandom random = new SplittableRandom(7);
        int told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process server = ChildCommand.start(
                    folder.resolve("err.txt"), "serve", bundle, "--port", "0", "--keys", keys, "--store", store);
            children.add(server);
            try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                assertThat(line).as(Files.readString(folder.resolve("err.txt"))).startsWith("Serving on http:");
                URI address = URI.create(line.replaceAll("^Serving on ([^;]+);.*$", "$1"));
                CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> killInTheMidst(server, random));

                CommandRun run = CommandRun.of("outcomes", "import", file, "--server", address, "--key-file", key);

                killer.join();
                assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
                assertThat(run.err()).containsAnyOf("nothing is known to be kept", "is kept; repeat the command");
                told = Math.max(told, last(KEPT, run.err()));
                requireAll(told);
            }
        }
        assertThat(told).as("it was told of something").isPositive();
        complete("--store", store);
        requireAudit();
    }

    /** A limit of files stands for the disk; each time there is somewhat more room. */
    @Test
    void losesAndDoublesNothingOnAFullDisk() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
        int told = 0;
        for (int room = 3000; room <= 9000; room += 3000) {
            Path err = folder.resolve("err-" + room + ".txt");

            Process command = ChildCommand.startWithin(room, err, "outcomes", "import", file, "--store", store);
            children.add(command);

            assertThat(command.waitFor()).as(Files.readString(err)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(Files.readString(err).lines().filter(line -> line.startsWith("holdfast: ")))
                    .last(InstanceOfAssertFactories.STRING)
                    .contains("has no room", "repeat the command, which counts nothing twice");
            told = Math.max(told, last(KEPT, Files.readString(err)));
            requireAll(told);
        }
        assertThat(told).as("it was told of something").isPositive();
        complete("--store", store);
        requireAudit();
    }

    /** Once some more outcomes are in the store than there were before, so that it is always in the midst of the file. */
    private void killInTheMidst(Process process, SplittableRandom random) {
        try {
            int target = OutcomeFile.taken(pieces * OutcomeFile.PIECE).size() + 1 + random.nextInt(OutcomeFile.PIECE);
            while (process.isAlive() && OutcomeFile.count(store) < target) {
                Thread.sleep(1);
            }
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).as("killed, not ended").isEqualTo(KILLED);
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** The store holds whole pieces from the beginning of the file on, never fewer than before, and all that was told of. */
    private void requireAll(int acknowledged) throws SQLException {
        List<String> kept = OutcomeFile.kept(store);
        int now = pieces;
        while (OutcomeFile.taken(now * OutcomeFile.PIECE).size() < kept.size()) {
            now++;
        }
        assertThat(kept).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(kept)).isEqualTo(OutcomeFile.taken(now * OutcomeFile.PIECE));
        assertThat(now * OutcomeFile.PIECE + 1).isGreaterThanOrEqualTo(acknowledged);
        pieces = now;
    }

    private void complete(Object... where) throws SQLException {
        CommandRun rest = CommandRun.of("outcomes", "import", file, where[0], where[1]);
        CommandRun again = CommandRun.of("outcomes", "import", file, where[0], where[1]);

        Set<String> all = OutcomeFile.taken(LINES);
        int before = OutcomeFile.taken(pieces * OutcomeFile.PIECE).size();
        String refused = (LINES - all.size()) + " were refused";
        assertThat(rest.exitCode()).isEqualTo(3);
        Matcher counts = Pattern.compile("(\\d+) outcomes are new, (\\d+) were there already, " + refused)
                .matcher(rest.err());
        assertThat(counts.find()).as(refused).isTrue();
        int there = Integer.parseInt(counts.group(2));
        assertThat(Integer.parseInt(counts.group(1)) + there).isEqualTo(all.size());
        assertThat(there)
                .as("a server may have ended the killed command's last piece since it was looked at")
                .isGreaterThanOrEqualTo(before);
        assertThat(again.err()).contains("0 outcomes are new, " + all.size() + " were there already, " + refused);
        List<String> kept = OutcomeFile.kept(store);
        assertThat(kept).doesNotHaveDuplicates();
        // Of sets: comparing thirty thousand each with each takes minutes.
        assertThat(new TreeSet<>(kept)).isEqualTo(all);
    }

    private void requireAudit() {
        try (Store opened = Store.open(new StoreLocation.SqliteFile(store))) {
            AuditVerdict audit = opened.audit().verify();
            assertThat(audit.isWhole()).isTrue();
            assertThat(audit.entries())
                    .as("one line of the audit for every outcome")
                    .isEqualTo(OutcomeFile.taken(LINES).size());
        }
    }
}
