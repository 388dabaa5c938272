package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeListTest {
    @Test
    void givesBackWhatWasAdded() {
        CodeList codes = new CodeList();
        int[] added = IntStream.range(0, 40_000).map(row -> row * 7 % 65_536).toArray();
        for (int code : added) {
            codes.add(code);
        }

        assertThat(codes.size()).isEqualTo(40_000);
        assertThat(codes.toArray()).isEqualTo(added);
    }

    /** The first large code comes in the middle of a chunk, and in another list at its start. */
    @Test
    void codesThatTakeMoreThanTwoBytesMayComeLate() {
        for (int before : new int[] {0, 100, 16_384, 20_000}) {
            CodeList codes = new CodeList();
            int[] added = IntStream.range(0, before + 40_000)
                    .map(row -> row < before ? row : 65_530 + row)
                    .toArray();
            for (int code : added) {
                codes.add(code);
            }

            assertThat(codes.toArray()).isEqualTo(added);
        }
    }

    /** The first code that takes a second byte comes in the first chunk before and after it has grown, at the start of a later one and within it. */
    @Test
    void codesThatTakeMoreThanOneByteMayComeLate() {
        for (int before : new int[] {0, 1, 63, 64, 65, 100, 16_383, 16_384, 20_000}) {
            CodeList codes = new CodeList();
            int[] added = IntStream.range(0, before + 20_000)
                    .map(row -> row < before ? row % 256 : (row * 31) % 3000)
                    .toArray();
            for (int code : added) {
                codes.add(code);
            }

            assertThat(codes.toArray()).isEqualTo(added);
        }
    }
}
