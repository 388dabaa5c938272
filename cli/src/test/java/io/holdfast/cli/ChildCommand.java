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
        return new ProcessBuilder(line(arguments))
                .redirectError(Redirect.to(err.toFile()))
                .start();
    }

    /**
     * The same, where no file may grow beyond a size, as on a full disk.
     *
     * @param kilobytes of each file that it writes
     */
    static Process startWithin(int kilobytes, Path err, Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        line.addAll(line(arguments));
        return new ProcessBuilder(line).redirectError(Redirect.to(err.toFile())).start();
    }

    private static List<String> line(Object... arguments) {
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
        return line;
    }
}
