package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnTextsTest {
    private static int number(ColumnTexts texts, String text) {
        byte[] cell = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(cell, cell.length + ColumnTexts.SLACK);
        Arrays.fill(bytes, cell.length, bytes.length, (byte) 'x');
        return texts.number(bytes, 0, cell.length, false);
    }

    @Test
    void textsThatDifferAnywhereHaveDifferentNumbers() {
        ColumnTexts texts = new ColumnTexts(ColumnTexts.MOST);
        SplittableRandom random = new SplittableRandom(7);
        Map<String, Integer> numbers = new HashMap<>();
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder("a".repeat(random.nextInt(24)));
            if (!text.isEmpty()) {
                text.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(4)));
            }
            int number = number(texts, text.toString());

            assertThat(texts.text(number)).isEqualTo(text.toString());
            assertThat(numbers.merge(text.toString(), number, (earlier, now) -> earlier))
                    .isEqualTo(number);
        }
        assertThat(numbers).hasSizeGreaterThan(500);
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    @Test
    void numbersGoOnWhereTextsRecur() {
        ColumnTexts texts = new ColumnTexts(ColumnTexts.MOST);
        for (int round = 0; round < 2; round++) {
            for (int text = 0; text < ColumnTexts.MOST / 2; text++) {
                assertThat(number(texts, "text " + text)).isEqualTo(text);
            }
        }
        for (int text = 0; text < 2 * ColumnTexts.MOST; text++) {
            number(texts, "text " + text);
        }

        assertThat(number(texts, "text 3")).isEqualTo(3);
        assertThat(number(texts, "text " + ColumnTexts.MOST)).isEqualTo(ColumnTexts.NONE);
    }

    @Test
    void bytesThatAreNotUtf8HaveNoNumber() {
        byte[] bytes = new byte[1 + ColumnTexts.SLACK];
        bytes[0] = (byte) 0xE9;

        assertThat(new ColumnTexts(ColumnTexts.MOST).number(bytes, 0, 1, false)).isEqualTo(ColumnTexts.NONE);
    }

    @Test
    void longTextsHaveNoNumber() {
        ColumnTexts texts = new ColumnTexts(2);

        assertThat(number(texts, "x".repeat(ColumnTexts.LONGEST))).isZero();
        assertThat(number(texts, "x".repeat(ColumnTexts.LONGEST + 1))).isEqualTo(ColumnTexts.NONE);
    }

    @Test
    void aColumnOfIdsIsGivenUp() {
        ColumnTexts texts = new ColumnTexts(4);
        for (int id = 0; id < 4; id++) {
            assertThat(number(texts, "id " + id)).isEqualTo(id);
        }

        assertThat(number(texts, "id 0")).isEqualTo(ColumnTexts.NONE);
    }
}
