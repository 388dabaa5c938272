package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Else a table of made-up ids would take hours. */
    @Test
    void textsMadeToCollideDoNot() {
        List<String> texts = List.of("");
        for (int i = 0; i < 12; i++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of(text + "Aa", text + "BB"))
                    .toList();
        }
        assertThat(texts.stream().mapToInt(String::hashCode).distinct()).hasSize(1);

        assertThat(texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> TextList.hash(bytes, 0, bytes.length))
                        .distinct())
                .hasSize(4096);
    }

    @Test
    void aThirdOfTheTableStaysFreeUpToAsManyRowsAsAnArrayHasRoomFor() {
        for (int rows : new int[] {0, 1, 2, 3, 1000, 50_000, 715_827_883}) {
            assertThat(TextList.slots(rows)).isPositive().isGreaterThanOrEqualTo((int) (1.4999 * rows));
        }
        assertThatThrownBy(() -> TextList.slots(715_827_884))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("715,827,884 rows")
                .hasMessageContaining("expected at most 715,827,883");
    }
}
