package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes that were acknowledged outlast kill -9, once each, though every run begins the same list anew. */
final class KilledReporterIT {
    @TempDir
    Path directory;

    @Test
    void losesAndDoublesNoOutcomeThatWasAcknowledged() throws Exception {
        killed(2);
    }

    @Tag("slow")
    @Test
    void losesAndDoublesNoOutcomeHoweverOftenItIsKilled() throws Exception {
        killed(20);
    }

    private void killed(int kills) throws Exception {
        Path file = directory.resolve("store.db");
        SplittableRandom random = new SplittableRandom(20);
        int acknowledged = -1;
        for (int kill = 0; kill < kills; kill++) {
            for (String word : KilledProcess.run(
                    KilledReporter.class, List.of(file.toString()), 1 + random.nextInt(10 + 5 * kill))) {
                acknowledged = Math.max(acknowledged, piece(word));
            }
            requireAll(file, acknowledged);
        }
    }

    /** The last line may be cut, or lack its end: then what it says is less than what was written. */
    private static int piece(String word) {
        String[] parts = word.split(" ", -1);
        return parts.length == 2 && parts[0].equals("piece") && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : -1;
    }

    private static void requireAll(Path file, int acknowledged) {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            List<String> ids =
                    store.outcomes().of("C-1").stream().map(Outcome::outcomeId).toList();
            assertThat(ids)
                    .doesNotHaveDuplicates()
                    .containsAll(IntStream.rangeClosed(0, acknowledged)
                            .mapToObj(KilledReporter::outcomes)
                            .flatMap(List::stream)
                            .map(Outcome::outcomeId)
                            .toList());
            assertThat(ids.size() % KilledReporter.PIECE).as("whole pieces").isZero();
            AuditVerdict audit = store.audit().verify();
            assertThat(audit.isWhole()).isTrue();
            assertThat(audit.entries())
                    .as("one line of the audit for every outcome")
                    .isEqualTo(ids.size());
        }
    }
}
