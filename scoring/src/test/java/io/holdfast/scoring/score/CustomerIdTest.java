package io.holdfast.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "00123",
                " ",
                " C-1 ",
                "=1+1",
                "../../etc/passwd",
                "客户-7",
                "\ud83d\ude00",
                "12345678901234567890123",
                "e\u0301"
            })
    void isAnyTextUnchanged(String id) throws RefusedException {
        assertThat(CustomerId.require(id)).isSameAs(id);
    }

    @Test
    void mayHave128CharactersAndNotOneMore() throws RefusedException {
        assertThat(CustomerId.require("x".repeat(128))).hasSize(128);
        assertThatThrownBy(() -> CustomerId.require("x".repeat(129))).hasMessageContaining("is too long");
        assertThat(CustomerId.require("\ud83d\ude00".repeat(128))).hasSize(256);
        assertThatThrownBy(() -> CustomerId.require("\ud83d\ude00".repeat(129))).hasMessageContaining("is too long");
    }

    static Stream<String> wrong() {
        return Stream.of(
                "",
                "secret\n",
                "secret\0",
                "\tsecret",
                "secret\u007f",
                "secret\u0085",
                "secret\ud83d",
                "secret\ude00",
                "\ud83dsecret");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithoutBeingRepeated(String id) {
        assertThatThrownBy(() -> CustomerId.require(id)).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo("id_invalid");
            assertThat(e.refusal().message())
                    .endsWith("(expected: 1 to 128 characters, none a control character).")
                    .doesNotContain("secret");
            assertThat(e.getStackTrace()).isEmpty();
        });
    }
}
