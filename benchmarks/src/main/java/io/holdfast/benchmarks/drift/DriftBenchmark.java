package io.holdfast.benchmarks.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures how predictions drift under running care. Arguments: customers, seeds from and to, months before care, months with it, file for figures of every month. */
public final class DriftBenchmark {
    private static final int ARGUMENTS = 6;

    private DriftBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "customers, first seed, last seed, months before care, months with it, and a file are expected");
        }
        Path file = Path.of(args[5]);
        Files.writeString(file, DriftTable.head() + "\n");
        List<MonthFigures> figures = new ArrayList<>();
        for (long seed = Long.parseLong(args[1]); seed <= Long.parseLong(args[2]); seed++) {
            DriftSettings settings = DriftSettings.of(Integer.parseInt(args[0]), seed)
                    .withMonths(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            Path folder = Files.createTempDirectory("holdfast-drift-");
            String name = "seed " + seed + ", ";
            try {
                new DriftRun(
                                settings,
                                List.of(Arm.values()),
                                folder,
                                month -> {
                                    figures.add(month);
                                    append(file, DriftTable.line(month));
                                },
                                said -> System.out.println(name + said))
                        .run();
            } finally {
                delete(folder);
            }
            System.out.println("\nUp to seed " + seed + ":\n" + new DriftTable(figures).text());
        }
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
