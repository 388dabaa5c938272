package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClauseTest {
    @Test
    void aSentenceLosesItsCapitalAndItsFullStop() {
        assertThat(Clause.of("Column 'Age' holds 'x' (expected: a number such as 12.5)."))
                .isEqualTo("column 'Age' holds 'x' (expected: a number such as 12.5)");
    }

    @Test
    void whatIsNoSentenceStaysAsItIs() {
        assertThat(Clause.of("ID is empty")).isEqualTo("ID is empty");
        assertThat(Clause.of("列为空。")).isEqualTo("列为空。");
        assertThat(Clause.of("")).isEmpty();
    }
}
