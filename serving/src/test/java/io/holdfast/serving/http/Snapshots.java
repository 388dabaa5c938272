package io.holdfast.serving.http;

import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.snapshot.SnapshotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Servers of the tiny model with customers to be found by their id. */
final class Snapshots {
    static final String PLAN = "0123456789abcdef0123456789abcdef";
    static final String HEADER =
            "as_of,line_id,customer_id,tenure,monthly_charge,contract,support,paperless,no_profiling,left_on,feature_plan\n";

    /** Two lines of one customer, the second the riskier; one of another; one of who objects; one without some values; two that had been left. */
    static final String ROWS = row("2026-02-01", "L-1", "K-1", "60,25,yearly,premium,no", "no")
            + row("2026-02-01", "L-2", "K-1", "2,95.5,monthly,none,yes", "no")
            + row("2026-02-01", "L-3", "K-2", "24,80,monthly,basic,yes", "")
            + row("2026-02-01", "L-4", "K-3", "2,95.5,monthly,none,yes", "yes")
            + row("2026-02-01", "L-5", "K-4", ",45,,gold,no", "no")
            + left("2026-02-01", "L-6", "K-5", "2026-01-20")
            + left("2026-02-01", "L-7", "K-2", "2026-01-20");

    private Snapshots() {}

    static String row(String asOf, String line, String customer, String features, String objects) {
        return String.join(",", asOf, line, customer, features, objects, "", PLAN) + "\n";
    }

    static String left(String asOf, String line, String customer, String day) {
        return String.join(",", asOf, line, customer, ",,,,", "", day, PLAN) + "\n";
    }

    /** The tiny description, of dated lines of customers. */
    static String yaml() {
        return TinyBundles.datasetYaml()
                .replace(
                        "  customer_id: {role: id}\n",
                        "  as_of: {role: date}\n  line_id: {role: id}\n  customer_id: {role: ignore}\n  no_profiling: {role: objection}\n  left_on: {role: departure}\n");
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerSettings settings(Path directory, Path features) {
        Path bundle = directory.resolve("lines.bundle");
        if (Files.notExists(bundle)) {
            byte[] playbook = Playbooks.SMALL.getBytes(StandardCharsets.UTF_8);
            BundleWriter.write(
                    TinyBundles.content(TinyBundles.parts(), yaml(), Map.of("playbook.yaml", playbook)), bundle, false);
        }
        return ServerSettings.of(bundle)
                .withPort(0)
                .withKeys(new KeyPolicy.WhereFileExists(directory.resolve("keys.json")))
                .withSnapshot(new SnapshotFile(features, Optional.of(new SnapshotFile.PlanMark("feature_plan", PLAN))));
    }
}
