package io.holdfast.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.OutputSettings;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows per second of scoring a list with one thread, beside reading and writing the same list with FastCSV as it comes.
 * Arguments: bundle, table, playbook, rows, folder to work in.
 */
public final class BatchThroughput {
    /** Rows of each before anything is measured, as it takes so many until the compiler has done its work. */
    private static final int WARM_ROWS = 2_000_000;

    private static final int ROUNDS = 7;

    private BatchThroughput() {}

    public static void main(String[] args) throws Exception {
        ModelBundle bundle = BundleReader.read(Path.of(args[0]));
        Playbook playbook = Playbook.read(Path.of(args[2]));
        int rows = Integer.parseInt(args[3]);
        Path folder = Path.of(args[4]);
        Path list = folder.resolve("list.csv");
        repeat(Path.of(args[1]), list, rows);
        List<Path> outputs = List.of(folder.resolve("scored.csv"), folder.resolve("copied.csv"));
        BatchScoring scoring = new BatchScoring(bundle, Optional.of(playbook));
        BatchSettings settings = BatchSettings.defaults(Instant.EPOCH, OutputSettings.defaults(Language.ENGLISH))
                .withThreads(1);
        new Pairs("rows", System.out, () -> remove(outputs), Stopwatch.THREAD, Stopwatch.PROCESS, Stopwatch.CLOCK)
                .compare(
                        "score, 1 thread",
                        () -> scoring.score(
                                        list, bundle.description().format(), outputs.get(0), settings, Progress.SILENT)
                                .rows(),
                        "FastCSV read and copy, 1 thread",
                        () -> copy(list, outputs.get(1)),
                        Math.max(1, WARM_ROWS / rows),
                        ROUNDS);
    }

    /** Giving the disk or memory of an earlier output back is no part of either work. */
    private static void remove(List<Path> outputs) throws IOException {
        for (Path output : outputs) {
            Files.deleteIfExists(output);
        }
    }

    /** The table over and over, the first column (the id) made different in every copy. */
    private static void repeat(Path table, Path list, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            int written = 0;
            for (int copy = 0; written < rows; copy++) {
                try (BufferedReader in = Files.newBufferedReader(table)) {
                    String header = in.readLine();
                    if (copy == 0) {
                        out.write(header + "\n");
                    }
                    for (String line = in.readLine(); line != null && written < rows; line = in.readLine()) {
                        int start = line.startsWith("\"") ? 1 : 0;
                        out.write(line.substring(0, start) + copy + "-" + line.substring(start) + "\n");
                        written++;
                    }
                }
            }
        }
    }

    /** Forces the copy to the disk, as scoring does with its output. */
    private static long copy(Path from, Path to) throws IOException {
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(from);
                CsvWriter writer = CsvWriter.builder().build(to)) {
            for (CsvRecord row : reader) {
                writer.writeRecord(row.getFields());
                rows++;
            }
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return rows - 1;
    }
}
