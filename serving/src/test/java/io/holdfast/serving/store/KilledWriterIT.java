package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlasts kill -9, once each. */
final class KilledWriterIT {
    private static final int MOST_BEFORE_A_KILL = 60;

    @TempDir
    Path directory;

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        killed(2);
    }

    @Tag("slow")
    @Test
    void losesAndDoublesNothingHoweverOftenItIsKilled() throws Exception {
        killed(20);
    }

    private void killed(int kills) throws Exception {
        Path file = directory.resolve("store.db");
        SplittableRandom random = new SplittableRandom(20);
        int[] acknowledged = new int[KilledWriter.THREADS];
        for (int kill = 0; kill < kills; kill++) {
            writeAndKill(file, acknowledged, 1 + random.nextInt(MOST_BEFORE_A_KILL));
            requireAll(file, acknowledged);
        }
        assertThat(Arrays.stream(acknowledged).sum()).isGreaterThanOrEqualTo(kills);
    }

    /** Every thread goes on behind its last acknowledged number, so what was written without word is written again. */
    private static void writeAndKill(Path file, int[] acknowledged, int lines)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        Arrays.stream(acknowledged).mapToObj(last -> Integer.toString(last + 1)).forEach(arguments::add);
        KilledProcess.run(KilledWriter.class, arguments, lines).forEach(word -> note(word, acknowledged));
    }

    /** The last line may be cut, or lack its end: then what it says is less than what was written. */
    private static void note(String line, int[] acknowledged) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && !parts[1].isEmpty()) {
            int thread = Integer.parseInt(parts[0]);
            acknowledged[thread] = Math.max(acknowledged[thread], Integer.parseInt(parts[1]));
        }
    }

    private static void requireAll(Path file, int[] acknowledged) {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            long contacts = 0;
            for (int thread = 0; thread < acknowledged.length; thread++) {
                int known = thread;
                List<String> ids = store.contacts().of("C-" + thread).stream()
                        .map(Contact::contactId)
                        .toList();
                assertThat(ids)
                        .doesNotHaveDuplicates()
                        .containsAll(IntStream.rangeClosed(1, acknowledged[thread])
                                .mapToObj(number -> KilledWriter.id(known, number))
                                .toList());
                contacts += ids.size();
            }
            AuditVerdict audit = store.audit().verify();
            assertThat(audit.isWhole()).isTrue();
            assertThat(audit.entries())
                    .as("one line of the audit for every contact")
                    .isEqualTo(contacts);
        }
    }
}
