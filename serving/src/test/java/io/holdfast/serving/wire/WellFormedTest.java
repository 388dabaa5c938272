package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WellFormedTest {
    @Test
    void takesEveryCharacterThereIs() {
        StringBuilder all = new StringBuilder("{   }");
        for (int point = 1; point <= Character.MAX_CODE_POINT; point += 7) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                all.appendCodePoint(point);
            }
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> WellFormed.requireUtf8(bytes)).doesNotThrowAnyException();
        assertThat(WellFormed.isText(all.toString())).isTrue();
    }

    @Test
    void judgesRandomBytesAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[4 + random.nextInt(8)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i < 4 ? ' ' : random.nextInt(256));
            }
            boolean valid = decodes(bytes);
            if (valid) {
                assertThatCode(() -> WellFormed.requireUtf8(bytes)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> WellFormed.requireUtf8(bytes))
                        .isInstanceOfSatisfying(
                                MalformedRequestException.class,
                                e -> assertThat(e.code()).isEqualTo("bad_encoding"));
            }
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void finds4096CharactersLongBodiesCutAnywhere() {
        byte[] body = ("x".repeat(4095) + "\uD83D\uDE00" + "x".repeat(4094) + "客").getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> WellFormed.requireUtf8(body)).doesNotThrowAnyException();
        byte[] cut = Arrays.copyOf(body, body.length - 1);
        assertThatThrownBy(() -> WellFormed.requireUtf8(cut)).isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void tellsHalfPairsFromWholeOnes() {
        assertThat(WellFormed.isText("")).isTrue();
        assertThat(WellFormed.isText("\uD83D\uDE00")).isTrue();
        assertThat(WellFormed.isText("\uD83D")).isFalse();
        assertThat(WellFormed.isText("\uDE00")).isFalse();
        assertThat(WellFormed.isText("\uDE00\uD83D")).isFalse();
        assertThat(WellFormed.isText("\uD83D\uD83D\uDE00")).isFalse();
        assertThat(WellFormed.isText("\uD83D\uDE00\uDE00")).isFalse();
    }
}
