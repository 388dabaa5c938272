package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StalePartsTest {
    private static final String RANDOM = "0b0e7a3c-1111-4222-8333-944455556666";

    /** Most of what a path may be long, so that one of it within another is too long. */
    private static final String DEEP = ("d".repeat(200) + "/").repeat(18);

    @TempDir
    Path place;

    private Target target;

    @BeforeEach
    void prepare() {
        target = Target.resolve(place.resolve("out.csv"));
    }

    private Path leave(String name) throws IOException {
        return Files.writeString(place.resolve(name), "half");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void sweep(boolean local) {
        try (PartLock own = PartLock.acquire(target)) {
            StaleParts.sweep(target, own, local);
        }
    }

    @Test
    void whatNobodyHoldsGoes() throws IOException {
        leave(".out.csv." + RANDOM + ".lock");
        leave(".out.csv." + RANDOM + ".part");

        sweep(true);

        assertThat(names()).isEmpty();
    }

    @Test
    void whatBelongsToAnotherTargetOrToNoTargetStays() throws IOException {
        List<String> others = List.of(
                ".out.csv." + RANDOM + ".part",
                ".out.csv.gz." + RANDOM + ".lock",
                ".out.csv.gz." + RANDOM + ".part",
                ".out.csv.lock",
                "out.csv." + RANDOM + ".lock");
        for (String name : others) {
            leave(name);
        }

        sweep(true);

        assertThat(names()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void whatThisProcessIsWritingStays() throws IOException {
        try (AtomicFile first = AtomicFile.create(target.path())) {
            first.stream().write('1');
            try (AtomicFile second = AtomicFile.create(target.path())) {
                second.stream().write('2');
                second.commit();
            }
            assertThat(target.path()).hasContent("2");
            first.commit();
        }

        assertThat(target.path()).hasContent("1");
        assertThat(names()).containsExactly("out.csv");
    }

    /** A lock is known to its own machine only where a folder is shared in some ways. */
    @Test
    void inASharedFolderOnlyWhatIsLongUntouchedGoes() throws IOException {
        Path lock = leave(".out.csv." + RANDOM + ".lock");
        Path part = Files.createDirectory(place.resolve(".out.csv." + RANDOM + ".part"));
        Path inside = Files.writeString(part.resolve("model.bin"), "half");
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(13)));

        Files.setLastModifiedTime(lock, old);
        Files.setLastModifiedTime(part, old);
        sweep(false);
        assertThat(inside).as("touched just now").exists();

        Files.setLastModifiedTime(inside, old);
        sweep(false);
        assertThat(names()).isEmpty();
    }

    @Test
    void theOnlyCopyOfOldContentStaysUntilThereIsNewer() throws IOException {
        leave(".out.csv." + RANDOM + ".lock");
        leave(".out.csv." + RANDOM + ".part");
        leave(".out.csv." + RANDOM + ".old");

        sweep(true);
        assertThat(names()).hasSize(3);

        leave("out.csv");
        sweep(true);
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void whatCannotBeSweptHindersNobody() throws IOException {
        Files.createDirectories(place.resolve(".out.csv." + RANDOM + ".lock").resolve("odd"));

        try (AtomicFile file = AtomicFile.create(target.path())) {
            file.stream().write('1');
            file.commit();
        }

        assertThat(target.path()).hasContent("1");
    }

    /** What lies too deep cannot be listed, by the sweep no more than by anybody. */
    @Test
    void whatCannotBeListedHindersNobody() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "paths have other limits here");
        Path half = Files.createDirectories(place.resolve("half").resolve(DEEP));
        Path lock = leave(".out.csv." + RANDOM + ".lock");
        Path part = Files.createDirectories(
                place.resolve(".out.csv." + RANDOM + ".part").resolve(DEEP));
        Path moved = part.resolve("half");
        Files.move(place.resolve("half"), moved);
        try {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> Durable.below(part));
            sweep(true);
            Files.setLastModifiedTime(lock, FileTime.from(Instant.EPOCH));
            sweep(false);

            assertThat(names()).hasSize(2);
        } finally {
            Files.move(moved, place.resolve("half"));
        }
        assertThat(half).exists();
    }

    /** Longer names are cut, and those that begin alike must not be taken for each other. */
    @Test
    void longNamesAreToldApart() throws IOException {
        Target one = Target.resolve(place.resolve("客".repeat(60) + "1.csv"));
        Target two = Target.resolve(place.resolve("客".repeat(60) + "2.csv"));
        Path ofOne = Files.writeString(one.sibling(".lock"), "");

        assertThat(one.siblings(".lock")).containsExactly(ofOne);
        assertThat(two.siblings(".lock")).isEmpty();
    }

    @Test
    void manyWritersAtOnceAllGetTheirTurn() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = IntStream.range(0, 60)
                    .<Future<?>>mapToObj(number -> writers.submit(() -> {
                        try (AtomicFile file = AtomicFile.create(target.path())) {
                            file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
                            file.commit();
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(target.path()).hasContent("whole");
        assertThat(names()).containsExactly("out.csv");
    }
}
