package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateIdsTest {
    @TempDir
    Path directory;

    @Test
    void noticesAnIdThatComesAgain() {
        DuplicateIds ids = new DuplicateIds();

        assertThat(ids.add("T0001")).isTrue();
        assertThat(ids.add("T0002")).isTrue();
        assertThat(ids.add("T0001")).isFalse();
        assertThat(ids.size()).isEqualTo(2);
    }

    @Test
    void tellsSimilarIdsApart() {
        DuplicateIds ids = new DuplicateIds();

        for (String id : new String[] {
            "",
            " ",
            "  ",
            "0",
            "00",
            "000",
            "7",
            "07",
            "7 ",
            "a",
            "A",
            "ab",
            "ba",
            "caf\u00e9",
            "cafe\u0301",
            "\u0000",
            "\u0000\u0000"
        }) {
            assertThat(ids.add(id)).as("'%s'", id).isTrue();
        }
    }

    @Test
    void agreesWithASetOnAMillionIdsOfManyShapes() {
        DuplicateIds ids = new DuplicateIds();
        Set<String> exact = new HashSet<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1_000_000; i++) {
            String id = switch (i % 4) {
                case 0 -> Integer.toString(i);
                case 1 -> String.format("C%09d", random.nextInt(2_000_000));
                case 2 -> Long.toHexString(random.nextLong());
                default -> "客户" + i;
            };
            boolean isNew = ids.add(id);
            if (isNew != exact.add(id)) {
                fail("%s: said to be new: %s", id, isNew);
            }
        }
        assertThat(ids.size()).isEqualTo(exact.size());
    }

    @Test
    void keepsAtMostSixteenBytesAnId() {
        DuplicateIds ids = new DuplicateIds();
        long worst = 0;
        for (int i = 1; i <= 3_000_000; i++) {
            ids.add("C" + i);
            if (i >= 100_000 && i % 1000 == 0) {
                worst = Math.max(worst, 1000 * ids.bytes() / i);
            }
        }

        assertThat(ids.size()).isEqualTo(3_000_000);
        assertThat(worst).as("thousandths of a byte an id, at the worst moment").isLessThanOrEqualTo(16_000);
    }

    @Test
    void spreadsConsecutiveNumbersEvenly() {
        int[] bySegment = new int[256];
        int[] byHighBits = new int[256];
        for (int i = 0; i < 256_000; i++) {
            long hash = IdHash.of(Integer.toString(i));
            bySegment[(int) hash & 255]++;
            byHighBits[(int) (hash >>> 56)]++;
        }

        // A thousand are expected in each; six standard deviations are about 190.
        assertThat(Arrays.stream(bySegment).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(810, 1190));
        assertThat(Arrays.stream(byHighBits).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(810, 1190));
    }

    @Test
    void hashesTheSameInEveryProcess() {
        assertThat(IdHash.of("T0001")).isEqualTo(IdHash.of(new String("T0001".toCharArray())));
        assertThat(Long.toHexString(IdHash.of("T0001"))).isEqualTo("33ca392c0140cd43");
        assertThat(Long.toHexString(IdHash.of(""))).isEqualTo("48218226ff3cd4bf");
    }

    @Test
    void findsTheFirstDuplicateOfAFileByItsLines() throws IOException {
        assertThat(first("x,id\n\"a\nb\",1\nc,2\nd,01\ne,1\nf,2\nf,1\n")).isEqualTo("1: 2, 6");
        assertThat(first("x,id\na,1\nb,2\nc,2\nd,1\n")).isEqualTo("2: 3, 4");
        assertThat(first("x,id\na,1\nb,01\nc,2\n")).isEqualTo("none");
    }

    @Test
    void rowsThatDoNotCountAreNoDuplicates() throws IOException {
        assertThat(first("x,id\na,\nb,\nc,2\nd,2\n")).isEqualTo("2: 4, 5");
    }

    private String first(String csv) throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), csv);
        return DuplicateIds.first(file, TableFormat.csv(), row -> row.cell(1).isEmpty() ? null : row.cell(1))
                .map(found -> found.second().cell(1) + ": " + found.firstLine() + ", "
                        + found.second().line())
                .orElse("none");
    }
}
