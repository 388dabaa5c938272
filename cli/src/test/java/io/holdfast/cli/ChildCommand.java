package io.holdfast.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line in a process of its own, which can be told to end, or be killed. */
final class ChildCommand {
    /** From this Java on, the launcher allows Unsafe, lest every command begin with a warning about a library. */
    private static final int FIRST_TO_WARN = 23;

    private ChildCommand() {}

    /** @param err takes what it says on standard error */
    static Process start(Path err, Object... arguments) throws IOException {
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
        return new ProcessBuilder(line).redirectError(Redirect.to(err.toFile())).start();
    }
}
