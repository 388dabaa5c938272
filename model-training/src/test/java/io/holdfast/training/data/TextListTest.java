package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void numbersEqualTextsAlikeInTheOrderInWhichTheyCome() {
        TextList texts = new TextList();
        Map<String, Integer> known = new HashMap<>();
        int[] numbers = new int[50_000];
        for (int row = 0; row < numbers.length; row++) {
            String text = "id" + (row * 7919L % 30_011);
            texts.add(text);
            numbers[row] = known.computeIfAbsent(text, unknown -> known.size());
        }

        assertThat(texts.numbers()).containsExactly(numbers);
        assertThat(new TextList().numbers()).isEmpty();
    }

    /** Texts that differ may have one hash. */
    @Test
    void doesNotTakeTextsOfOneHashForEqual() {
        TextList texts = new TextList();
        List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BB", "", "AaAa").forEach(texts::add);

        assertThat(texts.numbers()).containsExactly(0, 1, 2, 3, 4, 1, 5, 2);
    }
}
