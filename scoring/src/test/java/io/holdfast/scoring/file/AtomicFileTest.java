package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    @TempDir
    Path directory;

    private static void write(Path target, String content) {
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(content.getBytes(StandardCharsets.UTF_8));
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void showsNothingBeforeTheCommitAndAllAfterIt() throws IOException {
        Path target = directory.resolve("out.csv");

        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write("id\n1\n".getBytes(StandardCharsets.UTF_8));
            file.stream().flush();
            assertThat(target).doesNotExist();
            file.commit();
            assertThat(target).hasContent("id\n1\n");
        }

        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void leavesTheOldContentUntilTheCommit() throws IOException {
        Path target = Files.writeString(directory.resolve("out.csv"), "old");

        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write("new".getBytes(StandardCharsets.UTF_8));
            file.stream().flush();
            assertThat(target).hasContent("old");
            file.commit();
        }

        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        Path target = Files.writeString(directory.resolve("out.csv"), "old");

        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(new byte[1 << 20]);
        }

        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void leavesNothingWhenTheWorkFails() throws IOException {
        Path target = directory.resolve("out.csv");

        assertThatThrownBy(() -> {
                    try (AtomicFile file = AtomicFile.create(target)) {
                        file.stream().write(1);
                        throw new IllegalStateException("row 2 is bad");
                    }
                })
                .hasMessage("row 2 is bad");

        assertThat(names()).isEmpty();
    }

    @Test
    void writesMuchAndNothing() throws IOException {
        byte[] much = new byte[3_000_001];
        much[2_999_999] = 7;
        try (AtomicFile file = AtomicFile.create(directory.resolve("much"))) {
            file.stream().write(much, 0, 1);
            file.stream().write(much, 1, much.length - 1);
            file.commit();
        }
        write(directory.resolve("nothing"), "");

        assertThat(directory.resolve("much")).hasBinaryContent(much);
        assertThat(directory.resolve("nothing")).isEmptyFile();
    }

    @Test
    void worksWithARelativePathAndAName() throws IOException {
        Path relative = Path.of("")
                .toAbsolutePath()
                .relativize(directory.toAbsolutePath())
                .resolve("客户.csv");

        write(relative, "id\n");

        assertThat(directory.resolve("客户.csv")).hasContent("id\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "客"})
    void worksWithTheLongestNameThereIs(String letter) throws IOException {
        String name = letter.repeat(255 / letter.getBytes(StandardCharsets.UTF_8).length);

        write(directory.resolve(name), "id\n");

        assertThat(names()).containsExactly(name);
    }

    @Test
    void keepsThePermissionsOfTheFileItReplaces() throws IOException {
        Path target = Files.writeString(directory.resolve("out.csv"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));

        write(target, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void givesANewFileTheUsualPermissions() throws IOException {
        Path usual = Files.writeString(directory.resolve("usual"), "");

        write(directory.resolve("out.csv"), "");

        assertThat(Files.getPosixFilePermissions(directory.resolve("out.csv")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        Path real = Files.createDirectory(directory.resolve("deep")).resolve("real.csv");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("deep", "real.csv"));

        write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("none.csv"));

        InputException fault = Faults.of(() -> AtomicFile.create(link));

        assertThat(fault.code()).isEqualTo("dangling_link");
        assertThat(names()).containsExactly("link.csv");
    }

    @Test
    void refusesLinksThatPointAtEachOther() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));

        assertThat(Faults.of(() -> AtomicFile.create(link)).code()).isEqualTo("dangling_link");
    }

    @Test
    void refusesADirectory() {
        InputException fault = Faults.of(() -> AtomicFile.create(directory));

        assertThat(fault.code()).isEqualTo("is_a_directory");
        assertThat(fault).hasMessage("cannot write " + directory + ": it is a directory; expected a file");
        assertThat(Faults.of(() -> AtomicFile.create(Path.of("/"))).code()).isEqualTo("is_a_directory");
    }

    @Test
    void refusesAMissingDirectory() {
        InputException fault =
                Faults.of(() -> AtomicFile.create(directory.resolve("none").resolve("out.csv")));

        assertThat(fault.code()).isEqualTo("no_such_directory");
        assertThat(fault).hasMessageEndingWith("out.csv: there is no directory " + directory.resolve("none"));
    }

    @Test
    void refusesAPlaceBelowAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "kept");

        InputException fault = Faults.of(() -> AtomicFile.create(file.resolve("out.csv")));

        assertThat(fault.code()).isEqualTo("not_a_directory");
        assertThat(file).hasContent("kept");
    }

    @Test
    void refusesADirectoryNobodyMayWriteTo() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(closed), "whoever runs this test may write everywhere");

        InputException fault = Faults.of(() -> AtomicFile.create(closed.resolve("out.csv")));

        assertThat(fault.code()).isEqualTo("not_writable");
        assertThat(fault).hasMessageEndingWith("out.csv: permission denied");
    }

    @Test
    void refusesADirectoryThatTakesNoFiles() {
        Path processes = Path.of("/proc");
        assumeTrue(Files.isDirectory(processes), "there is no /proc here");

        InputException fault = Faults.of(() -> AtomicFile.create(processes.resolve("out.csv")));

        assertThat(fault.code()).isEqualTo("not_writable");
        assertThat(fault).hasMessageStartingWith("cannot write /proc/out.csv: ");
    }

    @Test
    void neverPutsAFileInThePlaceOfADevice() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "there is no /dev/null here");

        InputException fault = Faults.of(() -> AtomicFile.create(device));

        assertThat(fault.code()).isEqualTo("not_a_file");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void refusesToReplaceAReadOnlyFile() throws IOException {
        Path target = Files.writeString(directory.resolve("out.csv"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(target), "whoever runs this test may write everything");

        InputException fault = Faults.of(() -> AtomicFile.create(target));

        assertThat(fault.code()).isEqualTo("not_writable");
        assertThat(target).hasContent("old");
    }

    @Test
    void cannotBeCommittedTwiceNorAfterItsEnd() {
        AtomicFile file = AtomicFile.create(directory.resolve("out.csv"));
        file.commit();
        assertThatIllegalStateException().isThrownBy(file::commit);
        file.close();

        AtomicFile closed = AtomicFile.create(directory.resolve("other.csv"));
        closed.close();
        closed.close();
        assertThatIllegalStateException().isThrownBy(closed::commit);
        assertThat(directory.resolve("other.csv")).doesNotExist();
    }

    @Test
    void takesNothingMoreOnceCommitted() {
        AtomicFile file = AtomicFile.create(directory.resolve("out.csv"));
        OutputStream stream = file.stream();
        file.commit();

        assertThatIllegalStateException().isThrownBy(() -> stream.write(1));
        assertThat(directory.resolve("out.csv")).isEmptyFile();
    }

    @Test
    void lastOfTwoWritersWinsAndBothAreWhole() throws IOException {
        Path target = directory.resolve("out.csv");
        try (AtomicFile first = AtomicFile.create(target);
                AtomicFile second = AtomicFile.create(target)) {
            first.stream().write("first".getBytes(StandardCharsets.UTF_8));
            second.stream().write("second".getBytes(StandardCharsets.UTF_8));
            second.commit();
            assertThat(target).hasContent("second");
            first.commit();
        }

        assertThat(target).hasContent("first");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void reportsThatItsPartVanished() throws IOException {
        Path target = Files.writeString(directory.resolve("out.csv"), "old");
        try (AtomicFile file = AtomicFile.create(target)) {
            Files.delete(directory.resolve(names().stream()
                    .filter(name -> name.endsWith(".part"))
                    .findFirst()
                    .orElseThrow()));

            InputException fault = Faults.of(file::commit);

            assertThat(fault.code()).isEqualTo("write_failed");
            assertThat(fault).hasMessage("cannot write " + target + ": no such file or directory");
        }
        assertThat(target).hasContent("old");
    }

    /** Of 64 kB outside the heap not one large buffer can be had. */
    @Test
    void writesALargeFileWithLittleMemoryOutsideTheHeap() throws IOException, InterruptedException {
        Path target = directory.resolve("large.bin");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxDirectMemorySize=64k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeWork.class.getName(),
                        target.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isZero();
        byte[] expected = new byte[LargeWork.BYTES];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) (i % 251);
        }
        assertThat(target).hasBinaryContent(expected);
    }

    @Test
    void saysThatTheDiskIsFullAndStaysBroken() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here");
        Target target = new Target(Path.of("out.csv"), directory.resolve("out.csv"));
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE);
                PartStream stream = new PartStream(target, channel, new EarlyForce(channel, Long.MAX_VALUE))) {
            InputException fault = Faults.of(() -> stream.write(new byte[1 << 20]));

            assertThat(fault.code()).isEqualTo("write_failed");
            assertThat(fault).hasMessageStartingWith("cannot write out.csv: ").hasMessageContaining("space");
            assertThat(Faults.of(() -> stream.write(1))).hasMessage("cannot write out.csv: an earlier write failed");
            assertThat(Faults.of(stream::flush).code()).isEqualTo("write_failed");
        } catch (InputException e) {
            assertThat(e).as("closing a broken stream").hasMessage("cannot write out.csv: an earlier write failed");
        }
    }
}
