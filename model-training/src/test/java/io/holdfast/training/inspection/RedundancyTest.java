package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedundancyTest {
    private static final int ROWS = 2000;

    private final SimulatedTables simulated = new SimulatedTables(3);
    private final double[] minutes =
            IntStream.range(0, ROWS).mapToDouble(row -> simulated.normal()).toArray();

    @Test
    void aRoundedMultipleIsACopy() {
        assertThat(copies(
                        numbers("minutes", row -> minutes[row]),
                        numbers("other", row -> simulated.normal()),
                        numbers("charge", row -> Math.rint(17 * minutes[row]) / 100)))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.column()).isEqualTo("charge");
                    assertThat(copy.copyOf()).isEqualTo("minutes");
                    assertThat(copy.rankCorrelation()).isGreaterThan(.998);
                });
    }

    @Test
    void aFallingFunctionIsACopyToo() {
        assertThat(copies(numbers("used", row -> minutes[row]), numbers("left", row -> StrictMath.exp(-minutes[row]))))
                .singleElement()
                .satisfies(copy -> assertThat(copy.rankCorrelation()).isLessThan(-.998));
    }

    @Test
    void closelyRelatedColumnsAreNoCopies() {
        assertThat(copies(
                        numbers("used", row -> minutes[row]),
                        numbers("billed", row -> minutes[row] + .1 * simulated.normal())))
                .isEmpty();
    }

    @Test
    void wordsThatGoTogetherOneToOneAreCopies() {
        assertThat(copies(words("code", row -> row % 7), words("name", row -> 100 - row % 7)))
                .singleElement()
                .satisfies(copy -> assertThat(copy.copyOf()).isEqualTo("code"));
    }

    @Test
    void wordsThatADivisionOfOthersDecidesAreNoCopies() {
        assertThat(copies(words("town", row -> row % 20), words("region", row -> row % 20 / 5)))
                .isEmpty();
    }

    @Test
    void whatAnotherColumnDecidesDoesNotTellRowsApart() {
        List<CodedColumn> rest = new Redundancy(
                        List.of(
                                CodedColumn.of(words("region", row -> row % 20 / 5)),
                                CodedColumn.of(words("town", row -> row % 20)),
                                CodedColumn.of(numbers("latitude", row -> StrictMath.sin(row % 20))),
                                CodedColumn.of(numbers("minutes", row -> minutes[row]))),
                        1)
                .undecided();

        assertThat(rest).extracting(CodedColumn::name).containsExactly("town", "minutes");
    }

    @Test
    void missingCellsDoNotHideACopy() {
        assertThat(copies(
                        numbers("a", row -> row % 10 == 0 ? Double.NaN : minutes[row]),
                        numbers("b", row -> row % 10 == 0 ? Double.NaN : 2 * minutes[row])))
                .hasSize(1);
    }

    private static CheckedColumn numbers(String name, IntToDoubleFunction value) {
        return new CheckedColumn.Numbers(
                name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
    }

    private static CheckedColumn words(String name, IntUnaryOperator code) {
        return new CheckedColumn.Levels(name, IntStream.range(0, ROWS).map(code).toArray());
    }

    private static List<RedundantColumn> copies(CheckedColumn... columns) {
        return new Redundancy(Arrays.stream(columns).map(CodedColumn::of).toList(), 1).copies();
    }
}
