package io.holdfast.serving.batch;

import io.holdfast.care.decision.Care;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Scores lists of customers with one bundle and one playbook. A list is read and written as a stream: memory does not grow
 * with its length, apart from 16 bytes a row for noticing ids that come twice. Thread-safe.
 */
public final class BatchScoring {
    private static final int GZIP_BUFFER = 1 << 16;

    private final ModelBundle bundle;
    private final Explainer explainer;
    private final Optional<Playbook> playbook;

    /**
     * Scoring with a bundle and the care of a playbook; without one, nobody gets care.
     *
     * @throws InputException when the playbook does not fit the bundle's table
     */
    public BatchScoring(ModelBundle bundle, Optional<Playbook> playbook) {
        playbook.ifPresent(given -> given.requireFits(bundle.description()));
        this.bundle = bundle;
        this.explainer = new Explainer(bundle);
        this.playbook = playbook;
    }

    /**
     * Scores a table into a CSV file, one line for each row, in the order of the table. The file appears whole or not at
     * all; a name that ends in {@code .gz} makes a compressed one.
     *
     * @param format how the table is written
     * @throws InputException when the table is at fault, or the output cannot be written or is the table
     * @throws TooManyRejectedException when more rows were refused than the settings allow
     */
    public BatchSummary score(Path table, TableFormat format, Path output, BatchSettings settings, Progress progress)
            throws TooManyRejectedException {
        try (TableReader reader = TableReader.open(table, format)) {
            TableRecords records =
                    new TableRecords(reader.name(), reader.header(), bundle.description(), settings.asOf());
            BatchRun run = BatchRun.of(
                    bundle,
                    explainer,
                    Care.by(playbook),
                    playbook.map(Playbook::digest).orElse(""),
                    records,
                    OutputColumns.of(reader.name(), reader.header(), settings.output()),
                    settings.output(),
                    settings.scoredAt());
            OutputFile.requireApart(output, List.of(table));
            int idColumn = reader.header().indexOf(records.idColumn());
            int dateColumn = bundle.description()
                    .with(ColumnRole.DATE)
                    .map(column -> reader.header().indexOf(column.name()))
                    .orElse(-1);
            IdCheck ids = settings.allowDuplicateIds()
                    ? IdCheck.none(table, format)
                    : new IdCheck(table, format, settings.filter(), idColumn, dateColumn);
            RowSource source = new RowSource(reader, settings.filter(), ids);
            try (AtomicFile file = AtomicFile.create(output)) {
                BatchSummary summary = write(run, source, settings.threads(), compressed(output, file), progress);
                if (summary.refused() > settings.maxRejected()) {
                    throw new TooManyRejectedException(reader.name(), settings.maxRejected(), summary);
                }
                file.commit();
                return summary;
            }
        }
    }

    private static BatchSummary write(
            BatchRun run, RowSource source, int threads, OutputStream out, Progress progress) {
        try (CsvWriter writer = CsvWriter.to(out, run.output().style())) {
            run.columns().names().forEach(writer::cell);
            writer.endRow();
            RowSink sink = new RowSink(writer, progress);
            new Workers(
                            source,
                            sink,
                            () -> new RowJudge(run),
                            rendered -> new RowRenderer(run, rendered),
                            run.output().style())
                    .run(threads);
            return sink.summary();
        }
    }

    private static OutputStream compressed(Path output, AtomicFile file) {
        if (!TableReader.isCompressed(output.toString())) {
            return file.stream();
        }
        try {
            return new GZIPOutputStream(file.stream(), GZIP_BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
