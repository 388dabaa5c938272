package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodedColumnTest {
    @Test
    void numbersKeepTheirOrder() {
        CodedColumn coded = CodedColumn.of(new CheckedColumn.Numbers("x", new double[] {5, -1, Double.NaN, 2.5, 5}));

        assertThat(coded.ordered()).isTrue();
        assertThat(coded.distinct()).isEqualTo(3);
        assertThat(coded.gaps()).isTrue();
        assertThat(coded.values()).isEqualTo(4);
        assertThat((int) coded.codes()[2]).isZero();
        assertThat((int) coded.codes()[1]).isLessThan(coded.codes()[3]).isPositive();
        assertThat(coded.codes()[3]).isLessThan(coded.codes()[0]);
        assertThat(coded.codes()[0]).isEqualTo(coded.codes()[4]);
    }

    @Test
    void numbersThatRepeatAreCodedAsNumbersOneARow() {
        double[] distinct = {7.5, Double.NaN, -2, 0.0, -0.0, 12};
        int[] numbers = IntStream.range(0, 3000).map(row -> row % 6).toArray();
        double[] values =
                IntStream.of(numbers).mapToDouble(number -> distinct[number]).toArray();

        CodedColumn repeated =
                CodedColumn.of(CheckedColumn.Numbers.repeated("x", distinct, numbers.length, row -> numbers[row]));

        assertSame(repeated, CodedColumn.of(new CheckedColumn.Numbers("x", values)));
        double[] whole = {3, 1, 2};
        assertSame(
                CodedColumn.of(CheckedColumn.Numbers.repeated("x", whole, 3, row -> row)),
                CodedColumn.of(new CheckedColumn.Numbers("x", whole)));
    }

    private static void assertSame(CodedColumn coded, CodedColumn expected) {
        assertThat(coded.codes()).isEqualTo(expected.codes());
        assertThat(coded.distinct()).isEqualTo(expected.distinct());
        assertThat(coded.gaps()).isEqualTo(expected.gaps());
        assertThat(coded.whole()).isEqualTo(expected.whole());
        assertThat(coded.ordered()).isEqualTo(expected.ordered());
    }

    @Test
    void repeatedNumbersAreReadLikeOthers() {
        CheckedColumn.Numbers column =
                CheckedColumn.Numbers.repeated("x", new double[] {1.5, Double.NaN}, 3, row -> row % 2);

        assertThat(column.values()).containsExactly(1.5, Double.NaN, 1.5);
        assertThat(column.missing(1)).isTrue();
        assertThat(column.text(2)).isEqualTo("1.5");
        assertThat(column.only(new int[] {2, 1}).values()).containsExactly(1.5, Double.NaN);
    }

    @Test
    void twoNumbersAreWords() {
        assertThat(CodedColumn.of(new CheckedColumn.Numbers("x", new double[] {0, 1, 0}))
                        .ordered())
                .isFalse();
    }

    @Test
    void wordsAreEqualOrNot() {
        CodedColumn coded = CodedColumn.of(new CheckedColumn.Levels("x", new int[] {7, -1, 3, 7}));

        assertThat(coded.codes()[0]).isEqualTo(coded.codes()[3]).isNotEqualTo(coded.codes()[2]);
        assertThat((int) coded.codes()[1]).isZero();
        assertThat(coded.ordered()).isFalse();
        assertThat(coded.distinct()).isEqualTo(2);
    }

    @Test
    void oneValueIsConstantUnlessSomeAreMissing() {
        assertThat(CodedColumn.of(new CheckedColumn.Levels("x", new int[] {4, 4}))
                        .constant())
                .isTrue();
        assertThat(CodedColumn.of(new CheckedColumn.Levels("x", new int[] {4, -1}))
                        .constant())
                .isFalse();
        assertThat(CodedColumn.of(new CheckedColumn.Levels("x", new int[] {-1, -1}))
                        .constant())
                .isTrue();
    }

    @Test
    void wholeNumbersThatNeverRepeatTellRowsApart() {
        double[] sequence = IntStream.range(0, 100).asDoubleStream().toArray();

        assertThat(CodedColumn.of(new CheckedColumn.Numbers("x", sequence)).tellsRowsApart())
                .isTrue();
        sequence[5] = .5;
        assertThat(CodedColumn.of(new CheckedColumn.Numbers("x", sequence)).tellsRowsApart())
                .isFalse();
        sequence[5] = 6;
        assertThat(CodedColumn.of(new CheckedColumn.Numbers("x", sequence)).tellsRowsApart())
                .isFalse();
    }

    @Test
    void codesStayWithinTheirRange() {
        CodedColumn words = CodedColumn.of(
                new CheckedColumn.Levels("x", IntStream.range(0, 200_000).toArray()));

        assertThat(words.distinct()).isEqualTo(200_000);
        assertThat(CharBuffer.wrap(words.codes()).chars().min()).hasValue(1);
        assertThat(CharBuffer.wrap(words.codes()).chars().max()).hasValue(Ranks.HIGHEST);
    }

    @Test
    void aSelectionOfRowsKeepsTheirCells() {
        CheckedColumn numbers = new CheckedColumn.Numbers("n", new double[] {1, 2, Double.NaN}).only(new int[] {2, 0});
        CheckedColumn levels = new CheckedColumn.Levels("l", new int[] {5, -1, 6}).only(new int[] {1, 2});

        assertThat(numbers.size()).isEqualTo(2);
        assertThat(numbers.missing(0)).isTrue();
        assertThat(numbers.missing(1)).isFalse();
        assertThat(levels.missing(0)).isTrue();
        assertThat(((CheckedColumn.Levels) levels).codes()).containsExactly(-1, 6);
    }
}
