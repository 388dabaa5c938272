package io.holdfast.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a table of so many rows and 20 columns, and its description, for measuring how training grows: 14 numbers, some whole, some skewed, one
 * often missing, and 6 categories; seven columns and two pairs of them tell who leaves. Arguments: rows, folder.
 */
public final class SimulatedTable {
    private static final int NUMBERS = 14;
    private static final int[] LEVELS = {2, 3, 5, 8, 12, 40};
    private static final double STEP = 1000;
    private static final int BUFFER = 1 << 20;

    private final SplittableRandom random = new SplittableRandom(7);
    private final StringBuilder line = new StringBuilder();
    private final double[] numbers = new double[NUMBERS];
    private final int[] levels = new int[LEVELS.length];

    private SimulatedTable() {}

    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        Files.writeString(folder.resolve("dataset.yaml"), description());
        SimulatedTable table = new SimulatedTable();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("table.csv")), BUFFER)) {
            out.write((header() + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < rows; row++) {
                out.write(table.next(row).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String header() {
        StringBuilder header = new StringBuilder("id");
        for (int i = 0; i < NUMBERS; i++) {
            header.append(",n").append(i);
        }
        for (int i = 0; i < LEVELS.length; i++) {
            header.append(",c").append(i);
        }
        return header.append(",churn").toString();
    }

    private static String description() {
        StringBuilder yaml = new StringBuilder("format: 1\nname: simulated\ntable: {path: table.csv}\ncolumns:\n");
        for (String name : header().split(",")) {
            yaml.append("  ").append(name).append(": ");
            switch (name) {
                case "id" -> yaml.append("{role: id}");
                case "churn" -> yaml.append("{role: label, kind: category, positive: \"yes\"}");
                default -> yaml.append("{role: feature, kind: ").append(name.startsWith("n") ? "number}" : "category}");
            }
            yaml.append('\n');
        }
        return yaml.toString();
    }

    /** The sum of three even draws is near enough to a normal one, and quick. */
    private String next(int row) {
        line.setLength(0);
        line.append(row);
        for (int i = 0; i < NUMBERS; i++) {
            double normal = 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            double value = i < 3 ? StrictMath.exp(normal) : normal;
            numbers[i] = i < 7 ? value : Math.rint(10 * value);
            line.append(',');
            if (i == NUMBERS - 1 && random.nextInt(3) == 0) {
                numbers[i] = -5;
            } else if (i < 7) {
                line.append(Math.rint(value * STEP) / STEP);
            } else {
                line.append((int) numbers[i]);
            }
        }
        for (int i = 0; i < LEVELS.length; i++) {
            levels[i] = random.nextInt(LEVELS[i]);
            line.append(",k").append(levels[i]);
        }
        return line.append(random.nextDouble() < 1 / (1 + StrictMath.exp(-score())) ? ",yes\n" : ",no\n")
                .toString();
    }

    private double score() {
        return -2.5
                + 0.6 * StrictMath.log(numbers[0])
                + 0.5 * numbers[3] * (numbers[4] > 0 ? 1 : 0)
                - 0.4 * Math.abs(numbers[5])
                + 0.3 * (levels[2] == 2 ? 1 : 0)
                + 0.03 * numbers[8]
                + 0.2 * (levels[5] % 3)
                + 0.3 * (levels[1] == 1 && numbers[7] > 3 ? 1 : 0)
                + (numbers[NUMBERS - 1] == -5 ? 0.4 : 0);
    }
}
