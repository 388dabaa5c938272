package io.holdfast.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One command line in this process, on 1 February 2026 at noon.
 *
 * @param exitCode what the process would have ended with
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final Clock NOON = Clock.fixed(Instant.parse("2026-02-01T12:00:00Z"), ZoneOffset.UTC);

    static CommandRun of(Object... arguments) {
        return at(CHECKOUT, arguments);
    }

    static CommandRun at(Path home, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] line = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exitCode;
        try (PrintWriter results = new PrintWriter(out, true, StandardCharsets.UTF_8);
                PrintStream rest = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exitCode = HoldfastCommand.run(new Console(results, rest, false, home, NOON), line);
        }
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
