package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HexadecimalTest {
    private static String written(long bits) {
        byte[] bytes = new byte[20];
        Hexadecimal.write(bits, bytes, 3);
        assertThat(bytes).startsWith(0, 0, 0).endsWith(0);
        return new String(bytes, 3, 16, StandardCharsets.US_ASCII);
    }

    @Test
    void everyDigitStandsAtEveryPlace() {
        for (int place = 0; place < 16; place++) {
            for (long digit = 0; digit < 16; digit++) {
                long bits = digit << (4 * place);
                assertThat(written(bits)).isEqualTo(HexFormat.of().toHexDigits(bits));
                assertThat(written(~bits)).isEqualTo(HexFormat.of().toHexDigits(~bits));
            }
        }
    }

    @Test
    void isWhatJavaWrites() {
        SplittableRandom random = new SplittableRandom(16);
        for (int i = 0; i < 10_000; i++) {
            long bits = random.nextLong();
            assertThat(written(bits)).isEqualTo(HexFormat.of().toHexDigits(bits));
        }
    }
}
