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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Rows per second of scoring a list with one thread, beside reading and writing the same list with FastCSV as it comes.
 * Arguments: bundle, table, playbook, rows, folder to work in.
 */
public final class BatchThroughput {
    private static final int WARMUPS = 1;
    private static final int ROUNDS = 5;

    private BatchThroughput() {}

    public static void main(String[] args) throws Exception {
        ModelBundle bundle = BundleReader.read(Path.of(args[0]));
        Playbook playbook = Playbook.read(Path.of(args[2]));
        int rows = Integer.parseInt(args[3]);
        Path folder = Path.of(args[4]);
        Path list = folder.resolve("list.csv");
        repeat(Path.of(args[1]), list, rows);
        BatchScoring scoring = new BatchScoring(bundle, Optional.of(playbook));
        BatchSettings settings = BatchSettings.defaults(Instant.EPOCH, OutputSettings.defaults(Language.ENGLISH))
                .withThreads(1);
        new Pairs("rows", System.out)
                .compare(
                        "score, 1 thread",
                        () -> scoring.score(
                                        list,
                                        bundle.description().format(),
                                        folder.resolve("scored.csv"),
                                        settings,
                                        Progress.SILENT)
                                .rows(),
                        "FastCSV read and copy, 1 thread",
                        () -> copy(list, folder.resolve("copied.csv")),
                        WARMUPS,
                        ROUNDS);
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

    private static long copy(Path from, Path to) throws IOException {
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(from);
                CsvWriter writer = CsvWriter.builder().build(to)) {
            for (CsvRecord row : reader) {
                writer.writeRecord(row.getFields());
                rows++;
            }
        }
        return rows - 1;
    }
}
