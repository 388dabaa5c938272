package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    @TempDir
    Path directory;

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<List<String>> rows(byte[] content) {
        try (TableReader reader =
                TableReader.open("table.csv.GZ", new ByteArrayInputStream(content), TableFormat.csv())) {
            return Tables.rows(reader);
        }
    }

    @Test
    void readsAGzipFileByItsName() throws IOException {
        Path file = Files.write(directory.resolve("table.csv.gz"), packed("id,x\n1,a\n2,b\n"));

        try (TableReader reader = TableReader.open(file, TableFormat.csv())) {
            assertThat(Tables.rows(reader)).containsExactly(List.of("1", "a"), List.of("2", "b"));
        }
    }

    @Test
    void readsSeveralMembersAsOneFile() throws IOException {
        assertThat(rows(joined(packed("id,x\n1,a\n"), packed("2,b\n"))))
                .containsExactly(List.of("1", "a"), List.of("2", "b"));
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = packed("id,x\n" + "1,a\n2,b\n".repeat(20));

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            InputException fault = Faults.of(() -> rows(cut));

            assertThat(fault.code()).as("cut to %d bytes", length).isEqualTo("truncated_gzip");
        }
    }

    @Test
    void refusesWhatIsNoGzip() {
        InputException fault = Faults.of(() -> rows("id,x\n1,a\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(fault.code()).isEqualTo("corrupt_gzip");
        assertThat(fault).hasMessage("table.csv.GZ is not a sound gzip file: Not in GZIP format");
    }

    @Test
    void refusesADamagedChecksum() throws IOException {
        byte[] content = packed("id,x\n1,a\n");
        content[content.length - 8] ^= 1;

        assertThat(Faults.of(() -> rows(content)).code()).isEqualTo("corrupt_gzip");
    }

    @Test
    void refusesADamagedFurtherMember() throws IOException {
        byte[] second = packed("2,b\n" + "3,c\n".repeat(1000));
        second[0] = 0;

        InputException fault = Faults.of(() -> rows(joined(packed("id,x\n1,a\n"), second)));

        assertThat(fault.code()).isEqualTo("corrupt_gzip");
        assertThat(fault).hasMessageEndingWith("something else follows the compressed content");
    }

    @Test
    void unpacksWithoutKeepingTheContent() throws IOException {
        Path file = directory.resolve("large.csv.gz");
        byte[] row = "1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
                .repeat(1000)
                .getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("id,x\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                gzip.write(row);
            }
        }

        try (TableReader reader = TableReader.open(file, TableFormat.csv())) {
            while (reader.advance()) {
                assertThat(reader.row().size()).isEqualTo(2);
            }
            assertThat(reader.rows()).isEqualTo(300_000);
        }
    }
}
