package io.holdfast.training.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        TextTable table = TextTable.aligned("lr");
        table.add("tenure", "7");
        table.add("id", "1,234");

        assertThat(table.text()).isEqualTo("  tenure      7\n  id      1,234\n");
    }

    @Test
    void chineseCharactersTakeTwoPlaces() {
        TextTable table = TextTable.aligned("ll");
        table.add("流失", "x");
        table.add("left", "y");

        assertThat(table.text()).isEqualTo("  流失  x\n  left  y\n");
    }

    @Test
    void linesDoNotEndInSpaces() {
        TextTable table = TextTable.aligned("lll");
        table.add("a", "", "");
        table.add("b", "long");

        assertThat(table.text()).isEqualTo("  a\n  b  long\n");
    }

    @Test
    void noCellCanBreakItsLineOrSteerTheTerminal() {
        TextTable table = TextTable.aligned("ll");
        table.add("a\u001B[2J\nb", "x");
        table.add("c\u202Ed", "y");

        assertThat(table.text()).isEqualTo("  a\\u001B[2J\\nb  x\n  c\\u202Ed       y\n");
    }

    @Test
    void refusesMoreCellsThanColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.aligned("l").add("a", "b"));
    }
}
