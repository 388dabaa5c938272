package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnfinishedTest {
    @TempDir
    Path place;

    @BeforeEach
    void putOldContentInPlace() throws IOException {
        Files.writeString(place.resolve("out.csv"), "old");
        Files.writeString(Files.createDirectory(place.resolve("churn.bundle")).resolve("manifest.json"), "old");
    }

    private Process startWriting() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnfinishedWork.class.getName(),
                        place.toString())
                .inheritIO()
                .start();
        while (Files.notExists(place.resolve("begun"))) {
            assertThat(process.isAlive()).as("the writing process").isTrue();
            Thread.sleep(10);
        }
        Files.delete(place.resolve("begun"));
        return process;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsTerminated() throws IOException, InterruptedException {
        Process process = startWriting();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(names()).containsExactly("churn.bundle", "out.csv");
        assertThat(place.resolve("out.csv")).hasContent("old");
    }

    @Test
    void leavesTheTargetsWholeWhenItIsKilled() throws IOException, InterruptedException {
        Process process = startWriting();

        process.destroyForcibly();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(place.resolve("out.csv")).hasContent("old");
        assertThat(place.resolve("churn.bundle").resolve("manifest.json")).hasContent("old");
        assertThat(names())
                .filteredOn(name -> !name.startsWith("."))
                .as("parts that nobody could remove any more are hidden")
                .containsExactly("churn.bundle", "out.csv");
        assertThat(names()).hasSize(6);

        writeAnew();

        assertThat(names()).as("the next writer sweeps").containsExactly("churn.bundle", "out.csv");
    }

    @Test
    void aLivingProcessIsNotSweptAway() throws IOException, InterruptedException {
        Process process = startWriting();
        try {
            List<String> before = names();

            writeAnew();

            assertThat(names()).containsExactlyElementsOf(before);
            assertThat(place.resolve("out.csv")).hasContent("new");
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void writeAnew() throws IOException {
        try (AtomicFile file = AtomicFile.create(place.resolve("out.csv"));
                AtomicDirectory directory = AtomicDirectory.create(place.resolve("churn.bundle"), true)) {
            file.stream().write("new".getBytes(StandardCharsets.UTF_8));
            Files.writeString(directory.path().resolve("manifest.json"), "new");
            file.commit();
            directory.commit();
        }
    }
}
