package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputExceptionTest {
    @Test
    void keepsCodeMessageAndCause() {
        IOException cause = new IOException("disk on fire");

        InputException fault = new InputException("write_failed", "cannot write out.csv: disk on fire", cause);

        assertThat(fault.code()).isEqualTo("write_failed");
        assertThat(fault).hasMessage("cannot write out.csv: disk on fire").hasCause(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unclosed_quote", "unclosed-quote", "unclosed quote", "_quote", "quote_", "4_quotes"})
    void takesOnlyLowerSnakeCaseForACode(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InputException(code, "message"))
                .withMessageContaining("lower_snake_case");
    }
}
