package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.scoring.fixture.TinyBundles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a process of their own, which is told to end. */
@Timeout(120)
class ProcessIT {
    /** From this Java on, the launcher allows Unsafe, lest every command begin with a warning about a library. */
    private static final int FIRST_TO_WARN = 23;

    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    private Path bundle;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void prepare() {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HoldfastCommand.class.getName()));
        if (Runtime.version().feature() >= FIRST_TO_WARN) {
            line.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        Process process = new ProcessBuilder(line)
                .redirectError(Redirect.to(folder.resolve("err.txt").toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The table is a pipe that never ends, so that scoring surely is in the midst of it. */
    @Test
    void scoringThatIsStoppedLeavesNothingBehind() throws Exception {
        Path pipe = folder.resolve("endless.csv");
        assumeTrue(made(pipe), "this system has no named pipes");
        Process process = start("score", bundle, pipe, "-o", folder.resolve("scores.csv"), "--allow-duplicate-ids");
        Thread feeder = new Thread(() -> feed(pipe));
        feeder.setDaemon(true);
        feeder.start();
        while (process.isAlive() && !hasUnfinishedOutput()) {
            Thread.sleep(20);
        }

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(names()).containsExactly("endless.csv", "err.txt", "tiny.bundle");
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasUnfinishedOutput() throws IOException {
        for (String name : names()) {
            if (name.startsWith(".scores.csv.") && Files.size(folder.resolve(name)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void feed(Path pipe) {
        byte[] row = "C-1,yes,north,2,95.5,monthly,none,yes\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write("customer_id,left,region,tenure,monthly_charge,contract,support,paperless\n"
                    .getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(row);
            }
        } catch (IOException e) {
            // The reader has gone, which is what the test waits for.
            return;
        }
    }

    @Test
    void serveAnswersUntilItIsStopped() throws Exception {
        Path keys = folder.resolve("keys.json");
        CommandRun.of("keys", "add", "crm", "--keys", keys);
        Process process = start("serve", bundle, "--port", "0", "--keys", keys);
        String line;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            line = out.readLine();
            assertThat(line).as(Files.readString(folder.resolve("err.txt"))).startsWith("Serving on http://127.0.0.1:");
            URI address = URI.create(line.replaceAll("^Serving on ([^;]+);.*$", "$1"));
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("/health/ready"))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        }
        assertThat(Files.readString(folder.resolve("err.txt"))).containsOnlyOnce("access - GET /health/ready 200 ");
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        Path keys = folder.resolve("keys.json");
        CommandRun.of("keys", "add", "crm", "--keys", keys);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("serve", bundle, "--port", taken.getLocalPort(), "--keys", keys);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
            assertThat(Files.readAllLines(folder.resolve("err.txt")))
                    .containsExactly("holdfast: cannot listen on 127.0.0.1 port " + taken.getLocalPort()
                            + ": it is taken or not allowed; expected a free port");
        }
    }

    @Test
    void theExitCodeIsThatOfTheCommand() throws Exception {
        Process wrong = start("score");
        Process bad = start("score", folder.resolve("none.bundle"), "x.csv", "-o", folder.resolve("y.csv"));
        Process help = start("--help");

        assertThat(wrong.waitFor()).isEqualTo(2);
        assertThat(bad.waitFor()).isEqualTo(4);
        assertThat(help.waitFor()).isZero();
    }
}
