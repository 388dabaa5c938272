package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that is killed by kill -9 once it has said so much. */
final class KilledProcess {
    private KilledProcess() {}

    /**
     * Runs a main class.
     *
     * @param lines of its output after which it is killed
     * @return all that it said; the last line may be cut
     */
    static List<String> run(Class<?> main, List<String> arguments, int lines) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> words = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (int line = 0; line < lines; line++) {
                String word = reader.readLine();
                assertThat(word).as("the process's word").isNotNull();
                words.add(word);
            }
            // By its handle, since destroying the process itself closes the stream that holds its last words.
            process.toHandle().destroyForcibly();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                words.add(line);
            }
        }
        process.waitFor();
        assertThat(process.exitValue()).as("killed, not ended").isEqualTo(137);
        return words;
    }
}
