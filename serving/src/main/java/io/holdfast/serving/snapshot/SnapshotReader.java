package io.holdfast.serving.snapshot;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Reads snapshots for one bundle: whole, or not at all. Thread-safe. */
public final class SnapshotReader {
    private final DatasetDescription description;
    private final SnapshotFile file;

    /** A reader of one file, whatever it holds by then, for a bundle's model. */
    public SnapshotReader(ModelBundle bundle, SnapshotFile file) {
        this.description = bundle.description();
        this.file = file;
    }

    /**
     * Reads the file as it is now.
     *
     * @param today before the day after which nothing can be known yet
     * @throws InputException when it is no feature table of one day for this model, or one of its cells is at fault
     */
    public CustomerSnapshot read(LocalDate today) {
        requireCsv(file.path());
        MessageDigest sha = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(InputFile.open(file.path()), sha);
                TableReader table = TableReader.open(file.path().toString(), bytes, description.format())) {
            SnapshotBuilder builder =
                    new SnapshotBuilder(table.name(), table.header(), description, dated(table), mark(table), today);
            while (table.advance()) {
                builder.add(table.row());
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return builder.build(HexFormat.of().formatHex(sha.digest()));
        } catch (IOException e) {
            throw InputFile.unreadable(file.path().toString(), e);
        }
    }

    private static void requireCsv(Path path) {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new InputException(
                    "snapshot_parquet",
                    path
                            + " is Parquet, which a server does not read; expected CSV: let 'holdfast features' write it with"
                            + " -o and a name that ends in .csv or .csv.gz");
        }
    }

    private String dated(TableReader table) {
        return description
                .with(ColumnRole.DATE)
                .map(Column::name)
                .filter(table.header()::contains)
                .orElseThrow(() -> new InputException(
                        "snapshot_undated",
                        table.name() + " has no column with the role date, so nobody could know how old its values are;"
                                + " expected a table as 'holdfast features --bundle' writes it"));
    }

    /** The column with the mark of the plan, checked to be there. */
    private SnapshotBuilder.Mark mark(TableReader table) {
        if (file.plan().isEmpty()) {
            return SnapshotBuilder.Mark.NONE;
        }
        SnapshotFile.PlanMark plan = file.plan().get();
        List<String> header = table.header();
        if (!header.contains(plan.column())) {
            throw new InputException(
                    "snapshot_unmarked",
                    table.name() + " has no column " + Excerpt.of(plan.column())
                            + ", which says by which plan its features were made; expected a table as 'holdfast features"
                            + " --bundle' writes it");
        }
        return new SnapshotBuilder.Mark(header.indexOf(plan.column()), plan.digest());
    }
}
