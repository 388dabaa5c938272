package io.holdfast.training.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(DisplayWidth.of("")).isZero();
        assertThat(DisplayWidth.of("Contract")).isEqualTo(8);
        assertThat(DisplayWidth.of("合约")).isEqualTo(4);
        assertThat(DisplayWidth.of("（一般为3个月）")).isEqualTo(15);
        assertThat(DisplayWidth.of("한국")).isEqualTo(4);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("a\u200Bb")).isEqualTo(2);
        assertThat(DisplayWidth.of("𠀀")).isEqualTo(2);
        assertThat(DisplayWidth.of("😀")).isEqualTo(2);
    }

    @Test
    void padsToColumnsNotToCharacters() {
        assertThat(DisplayWidth.padded("合约", 6)).isEqualTo("合约  ");
        assertThat(DisplayWidth.padded("too long", 3)).isEqualTo("too long");
    }

    @Test
    void wrapsAtSpacesWhereThereAreAny() {
        assertThat(DisplayWidth.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(DisplayWidth.wrapped("one two", 7)).containsExactly("one two");
        assertThat(DisplayWidth.wrapped("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
        assertThat(DisplayWidth.wrapped("", 4)).containsExactly("");
    }

    @Test
    void wrapsWideTextBetweenCharacters() {
        assertThat(DisplayWidth.wrapped("按月合约客户", 5)).containsExactly("按月", "合约", "客户");
        assertThat(DisplayWidth.wrapped("😀😀", 2)).containsExactly("😀", "😀");
    }

    @Test
    void aLineNeverTakesMoreThanItsColumns() {
        String text = "Technical support service “not booked” (typical: 已订购), 在线备份服务“未订购”";
        for (int columns = 2; columns < 60; columns++) {
            int most = columns;

            assertThat(DisplayWidth.wrapped(text, columns))
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(most));
            assertThat(String.join("", DisplayWidth.wrapped(text, columns)).replace(" ", ""))
                    .isEqualTo(text.replace(" ", ""));
        }
    }
}
