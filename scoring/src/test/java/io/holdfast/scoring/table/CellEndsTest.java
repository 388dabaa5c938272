package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellEndsTest {
    private static final int LENGTH = 40;

    private static int find(byte[] bytes, int from, char other) {
        return CellEnds.find(bytes, from, CellEnds.eightOf('"'), CellEnds.eightOf(other));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '~', '"', ' '})
    void theFirstOfTheCharactersIsFoundAmongAnyBytes(char other) {
        SplittableRandom random = new SplittableRandom(other);
        for (int trial = 0; trial < 5_000; trial++) {
            byte[] bytes = new byte[LENGTH + ColumnTexts.SLACK];
            for (int i = 0; i < LENGTH; i++) {
                // Mostly letters and beyond, so that ends are rare enough to lie several words away.
                bytes[i] = (byte) (random.nextInt(12) == 0 ? random.nextInt(64) : random.nextInt(64, 256));
            }
            int from = random.nextInt(LENGTH);
            int expected = from;
            while (bytes[expected] < 0
                    || (bytes[expected] >= ' ' && bytes[expected] != '"' && bytes[expected] != other)
                    || (bytes[expected] == '\t' && other != '\t')) {
                expected++;
            }

            assertThat(find(bytes, from, other)).isEqualTo(expected);
        }
    }

    @Test
    void bytesNextToTheCharactersAreNotTakenForThem() {
        byte[] bytes = "+-!#+-!#\u007f +-!#,".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(find(Arrays.copyOf(bytes, bytes.length + ColumnTexts.SLACK), 0, ','))
                .isEqualTo(bytes.length - 1);
    }
}
