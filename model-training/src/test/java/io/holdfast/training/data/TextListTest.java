package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextListTest {
    @Test
    void givesBackWhatWasAdded() {
        List<String> kinds = List.of("", "C-1", "顧客", "a".repeat(3000), "\uD83D\uDE00");
        TextList texts = new TextList();
        assertThat(texts.isEmpty()).isTrue();
        for (int row = 0; row < 40_000; row++) {
            texts.add(row % 100 == 0 ? kinds.get(row / 100 % 5) : "id" + row);
        }

        assertThat(texts.size()).isEqualTo(40_000);
        for (int row = 0; row < 40_000; row++) {
            assertThat(texts.get(row)).isEqualTo(row % 100 == 0 ? kinds.get(row / 100 % 5) : "id" + row);
        }
    }
}
