package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartCommandTest {
    /** A checkout below a folder with Chinese characters and a blank. */
    @TempDir
    private Path folder;

    private Path checkout() throws IOException {
        Path home = folder.resolve("我的 项目");
        Path telco = Files.createDirectories(home.resolve("datasets/telco"));
        try (Stream<Path> files = Files.list(CommandRun.CHECKOUT.resolve("datasets/telco"))) {
            for (Path file : files.toList()) {
                Files.copy(file, telco.resolve(file.getFileName()));
            }
        }
        return home;
    }

    @Test
    void trainsScoresAndSaysWhereTheFilesAre() throws IOException {
        Path home = checkout();

        CommandRun run = CommandRun.at(home, "quickstart", "--no-serve", "--language", "zh-CN");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("ROC AUC", "base rate", "1,409 customers")
                .contains(home.resolve("quickstart/telco.bundle").toString())
                .contains(home.resolve("quickstart/telco-scores.csv").toString());
        assertThat(home.resolve("quickstart/telco.bundle/manifest.json")).isRegularFile();
        assertThat(Files.readAllLines(home.resolve("quickstart/telco-scores.csv")))
                .hasSize(1410)
                .anySatisfy(line -> assertThat(line).contains("这类客户"));
        String scores = home.resolve("quickstart/telco-scores.csv").toString();
        Path plan = home.resolve("quickstart/plan.csv");
        assertThat(run.out())
                .contains("./holdfast plan '" + home.resolve("quickstart/telco.bundle") + "' '" + scores
                        + "' --budget 1000 -o '" + plan + "'");
        CommandRun planned = CommandRun.at(
                home, "plan", home.resolve("quickstart/telco.bundle"), scores, "--budget", "1000", "-o", plan);
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(Files.readAllLines(plan))
                .hasSize(1410)
                .anySatisfy(line -> assertThat(line).contains(",planned,"));
    }

    @Tag("slow")
    @Test
    void walksFromDatedEventsToScoredCustomersToo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("我的 项目"));

        CommandRun run = CommandRun.at(home, "quickstart", "--history", "--no-serve", "--language", "zh-CN");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("1. Simulate", "2. Train", "3. Make the same features as known on the morning of 2026-02-01")
                .contains("split by time", "ROC AUC", " who had already left, with neither");
        assertThat(Files.readAllLines(home.resolve("quickstart/history-scores.csv")))
                .hasSizeGreaterThan(100)
                .hasSameSizeAs(Files.readAllLines(home.resolve("quickstart/features.csv")))
                .anySatisfy(line -> assertThat(line).contains("这类客户"));
        assertThat(home.resolve("quickstart/history.bundle/history.yaml")).isRegularFile();
        HistoryQuickstart walked = new HistoryQuickstart(
                new Console(new PrintWriter(Writer.nullWriter()), System.err, false, home, CommandRun.NOON),
                home.resolve("quickstart"),
                Language.CHINESE,
                CommandRun.NOON.instant());
        String riskiest = walked.riskiest();
        ServerSettings settings = ServerSettings.of(home.resolve("quickstart/history.bundle"))
                .withPort(0)
                .withKeys(new KeyPolicy.None());
        try (HoldfastServer server = HoldfastServer.start(walked.serving(settings), CommandRun.NOON)) {
            assertThat(server.port()).isPositive();
        }
        assertThat(Files.readAllLines(home.resolve("quickstart/features.csv")))
                .anySatisfy(line -> assertThat(line).startsWith("2026-02-01," + riskiest + ","));
    }

    @Test
    void saysThatThePortIsTakenBeforeItTrains() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.at(checkout(), "quickstart", "--port", taken.getLocalPort());

            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot listen on 127.0.0.1 port " + taken.getLocalPort());
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void refusesAWrongLanguageOrPortBeforeItTrains() throws IOException {
        Path home = checkout();
        for (String[] wrong : new String[][] {{"--language", "tlh"}, {"--port", "70000"}}) {
            CommandRun run = CommandRun.at(home, "quickstart", "--no-serve", wrong[0], wrong[1]);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines()).singleElement().asString().contains(wrong);
            assertThat(home.resolve("quickstart")).doesNotExist();
        }
    }

    @Test
    void withoutTheDatasetSaysWhatIsMissing() {
        CommandRun run = CommandRun.at(folder, "quickstart", "--no-serve");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err().lines()).singleElement().asString().contains("dataset.yaml");
    }
}
