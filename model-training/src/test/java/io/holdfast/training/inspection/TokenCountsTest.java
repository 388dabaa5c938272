package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenCountsTest {
    @Test
    void countsInTheOrderOfCharacters() {
        TokenCounts counts = new TokenCounts();
        counts.add("b");
        counts.add("a");
        counts.add("b");

        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.counts().keySet()).containsExactly("a", "b");
        assertThat(counts.counts()).containsEntry("b", 2L);
    }

    @Test
    void ofManyTheFirstAreTold() {
        TokenCounts counts = new TokenCounts();
        for (int i = 0; i < 100; i++) {
            counts.add("t" + i);
        }
        counts.add("t0");

        assertThat(counts.total()).isEqualTo(101);
        assertThat(counts.counts()).hasSize(16).containsEntry("t0", 2L).doesNotContainKey("t99");
    }
}
