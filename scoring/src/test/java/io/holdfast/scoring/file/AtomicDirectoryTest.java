package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicDirectoryTest {
    @TempDir
    Path place;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = place.resolve("churn.bundle");
    }

    private void old() throws IOException {
        Files.createDirectories(target.resolve("deep"));
        Files.writeString(target.resolve("deep").resolve("old.txt"), "old");
    }

    private static void fill(AtomicDirectory directory) throws IOException {
        Files.writeString(directory.path().resolve("manifest.json"), "{}");
        Path deep = Files.createDirectory(directory.path().resolve("deep"));
        Files.writeString(deep.resolve("model.bin"), "model");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void appearsWholeWithTheCommit() throws IOException {
        try (AtomicDirectory directory = AtomicDirectory.create(target, false)) {
            fill(directory);
            assertThat(target).doesNotExist();
            directory.commit();
        }

        assertThat(target.resolve("manifest.json")).hasContent("{}");
        assertThat(target.resolve("deep").resolve("model.bin")).hasContent("model");
        assertThat(names()).containsExactly("churn.bundle");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (AtomicDirectory directory = AtomicDirectory.create(target, false)) {
            fill(directory);
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAnExistingDirectoryUnlessToldToReplaceIt() throws IOException {
        old();

        InputException fault = Faults.of(() -> AtomicDirectory.create(target, false));

        assertThat(fault.code()).isEqualTo("already_exists");
        assertThat(fault).hasMessage("cannot write " + target + ": it exists already");
        assertThat(target.resolve("deep").resolve("old.txt")).hasContent("old");
    }

    @Test
    void replacesTheWholeDirectory() throws IOException {
        old();

        try (AtomicDirectory directory = AtomicDirectory.create(target, true)) {
            fill(directory);
            assertThat(target.resolve("deep").resolve("old.txt")).exists();
            directory.commit();
        }

        assertThat(target.resolve("deep").resolve("old.txt")).doesNotExist();
        assertThat(target.resolve("deep").resolve("model.bin")).exists();
        assertThat(names()).containsExactly("churn.bundle");
    }

    @Test
    void keepsTheOldDirectoryWithoutACommit() throws IOException {
        old();

        try (AtomicDirectory directory = AtomicDirectory.create(target, true)) {
            fill(directory);
        }

        assertThat(target.resolve("deep").resolve("old.txt")).hasContent("old");
        assertThat(names()).containsExactly("churn.bundle");
    }

    @Test
    void putsTheOldDirectoryBackWhenTheNewOneCannotTakeItsPlace() throws IOException {
        old();
        AtomicDirectory directory = AtomicDirectory.create(target, true);
        Files.delete(directory.path());

        InputException fault = Faults.of(directory::commit);

        assertThat(fault.code()).isEqualTo("write_failed");
        assertThat(target.resolve("deep").resolve("old.txt")).hasContent("old");
        assertThat(names()).containsExactly("churn.bundle");
    }

    @Test
    void refusesATargetThatCameIntoBeingMeanwhile() throws IOException {
        try (AtomicDirectory directory = AtomicDirectory.create(target, false)) {
            fill(directory);
            old();

            InputException fault = Faults.of(directory::commit);

            assertThat(fault.code()).isEqualTo("already_exists");
        }

        assertThat(target.resolve("deep").resolve("old.txt")).hasContent("old");
        assertThat(names()).containsExactly("churn.bundle");
    }

    @Test
    void refusesAFileEvenIfToldToReplace() throws IOException {
        Files.writeString(target, "a file");

        InputException fault = Faults.of(() -> AtomicDirectory.create(target, true));

        assertThat(fault.code()).isEqualTo("not_a_directory");
        assertThat(target).hasContent("a file");
    }

    @Test
    void refusesAMissingParentAndARoot() {
        assertThat(Faults.of(() -> AtomicDirectory.create(target.resolve("deeper"), false))
                        .code())
                .isEqualTo("no_such_directory");
        assertThat(Faults.of(() -> AtomicDirectory.create(Path.of("/"), true)).code())
                .isEqualTo("is_a_directory");
    }

    @Test
    void refusesAPlaceThatTakesNoDirectories() {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc here");

        assertThat(Faults.of(() -> AtomicDirectory.create(Path.of("/proc/bundle"), false))
                        .code())
                .isEqualTo("not_writable");
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        old();
        Path link = Files.createSymbolicLink(place.resolve("current"), Path.of("churn.bundle"));

        try (AtomicDirectory directory = AtomicDirectory.create(link, true)) {
            fill(directory);
            directory.commit();
        }

        assertThat(link).isSymbolicLink();
        assertThat(target.resolve("manifest.json")).exists();
        assertThat(names()).containsExactly("churn.bundle", "current");
    }

    @Test
    void removesOnlyALinkFoundInsideAndNotWhatItPointsTo() throws IOException {
        Path outside = Files.createDirectory(place.resolve("outside"));
        Files.writeString(outside.resolve("kept.txt"), "kept");
        old();
        Files.createSymbolicLink(target.resolve("link"), outside);

        try (AtomicDirectory directory = AtomicDirectory.create(target, true)) {
            fill(directory);
            directory.commit();
        }

        assertThat(outside.resolve("kept.txt")).hasContent("kept");
        assertThat(names()).containsExactly("churn.bundle", "outside");
    }

    @Test
    void cannotBeCommittedTwice() {
        AtomicDirectory directory = AtomicDirectory.create(target, false);
        directory.commit();

        assertThatIllegalStateException().isThrownBy(directory::commit);
        directory.close();
        assertThat(target).isDirectory();
    }
}
