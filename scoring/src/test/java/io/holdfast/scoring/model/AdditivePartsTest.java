package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdditivePartsTest {
    private static final ModelInput AGE = new ModelInput("age", new NumberCoding(List.of(30.0, 50.0), 18, 99));
    private static final ModelInput PLAN = new ModelInput("plan", new CategoryCoding(List.of("a", "b")));

    private static AdditiveParts parts(double intercept, List<ModelInput> inputs, List<Term> terms) {
        return new AdditiveParts("m", "yes", "no", intercept, inputs, terms, Map.of());
    }

    private static TableTerm table(TableAxis axis, double... values) {
        return new TableTerm(List.of(axis), values);
    }

    private static TableAxis axis(int input, Integer... cells) {
        return new TableAxis(input, Arrays.asList(cells));
    }

    private static BinQuestion question(int input, int... yes) {
        BitSet bins = new BitSet();
        Arrays.stream(yes).forEach(bins::set);
        return new BinQuestion(input, bins);
    }

    private static ObliviousTree tree(List<Integer> questions) {
        return new ObliviousTree(questions, new double[1 << questions.size()]);
    }

    /** A forest over the plan, whose four bins are equally common. */
    private static ForestTerm forest(int input, BinQuestion question, ObliviousTree... trees) {
        Marginal even = new Marginal(input, new double[] {0.25, 0.25, 0.25, 0.25});
        return new ForestTerm(List.of(even), List.of(question), List.of(trees));
    }

    private static ForestTerm many(int trees) {
        return new ForestTerm(
                List.of(new Marginal(0, new double[] {1})),
                List.of(question(0)),
                Collections.nCopies(trees, tree(List.of(0))));
    }

    static Stream<Arguments> wrongParts() {
        return Stream.of(
                wrong("intercept: NaN", () -> parts(Double.NaN, List.of(AGE), List.of())),
                wrong("intercept: Infinity", () -> parts(Double.POSITIVE_INFINITY, List.of(AGE), List.of())),
                wrong("inputs: none", () -> parts(0, List.of(), List.of())),
                wrong("input 'age' stands twice", () -> parts(0, List.of(AGE, AGE), List.of())),
                wrong("name: ''", () -> new ModelInput("", AGE.coding())),
                wrong(
                        "labels: 'yes' and 'yes'",
                        () -> new AdditiveParts("m", "yes", "yes", 0, List.of(AGE), List.of(), Map.of())),
                wrong(
                        "labels: '' and 'no'",
                        () -> new AdditiveParts("m", "", "no", 0, List.of(AGE), List.of(), Map.of())),
                wrong("level 'a' stands twice", () -> new CategoryCoding(List.of("a", "b", "a"))),
                wrong("cuts[0]: NaN", () -> new NumberCoding(List.of(Double.NaN), 0, 1)),
                wrong("cuts[1]: 1.0", () -> new NumberCoding(List.of(1.0, 1.0), 0, 1)),
                wrong("cuts[1]: 1.0", () -> new NumberCoding(List.of(2.0, 1.0), 0, 1)),
                wrong("cuts[0]: Infinity", () -> new NumberCoding(List.of(Double.POSITIVE_INFINITY), 0, 1)),
                wrong("range: 2.0 to 1.0", () -> new NumberCoding(List.of(), 2, 1)),
                wrong("range: NaN to 1.0", () -> new NumberCoding(List.of(), Double.NaN, 1)),
                wrong("slope NaN", () -> new LinearTerm(0, Double.NaN, 0, 0)),
                wrong("centre Infinity", () -> new LinearTerm(0, 1, Double.POSITIVE_INFINITY, 0)),
                wrong("missing -Infinity", () -> new LinearTerm(0, 1, 0, Double.NEGATIVE_INFINITY)),
                wrong("reads input 1", () -> parts(0, List.of(AGE), List.of(new LinearTerm(1, 1, 0, 0)))),
                wrong("reads input -1", () -> parts(0, List.of(AGE), List.of(new LinearTerm(-1, 1, 0, 0)))),
                wrong("reads input 0", () -> parts(0, List.of(PLAN), List.of(new LinearTerm(0, 1, 0, 0)))),
                wrong("'age' overflows", () -> parts(0, List.of(AGE), List.of(new LinearTerm(0, 1e308, -1e308, 0)))),
                wrong(
                        "together overflow",
                        () -> parts(
                                1e308,
                                List.of(AGE),
                                List.of(table(TableAxis.full(0, AGE.coding()), 0, 0, 1e308, 0, -1e308)))),
                wrong("shares of the bins of input -1", () -> new Marginal(-1, new double[] {1})),
                wrong("sum 1 expected", () -> new Marginal(0, new double[] {0.5, 0.4})),
                wrong("sum 1 expected", () -> new Marginal(0, new double[] {1.5, -0.5})),
                wrong("sum 1 expected", () -> new Marginal(0, new double[] {Double.NaN})),
                wrong("question about input -1", () -> question(-1)),
                wrong("tree of 0 questions", () -> tree(List.of())),
                wrong("tree of 7 questions", () -> tree(List.of(0, 0, 0, 0, 0, 0, 0))),
                wrong("1 questions and 3 values", () -> new ObliviousTree(List.of(0), new double[3])),
                wrong("tree holds NaN", () -> new ObliviousTree(List.of(0), new double[] {1, Double.NaN})),
                wrong("forest of 0 trees", () -> forest(1, question(1))),
                wrong("forest of 131073 trees", () -> many(131_073)),
                wrong("asks question 1", () -> forest(1, question(1), tree(List.of(1)))),
                wrong("asks question -1", () -> forest(1, question(1), tree(List.of(-1)))),
                wrong("asks about input 0, the shares", () -> forest(1, question(0), tree(List.of(0)))),
                wrong(
                        "two marginals of input 0",
                        () -> new ForestTerm(
                                List.of(new Marginal(0, new double[] {1}), new Marginal(0, new double[] {1})),
                                List.of(question(0)),
                                List.of(tree(List.of(0))))),
                wrong(
                        "forest over input 0 with 4 bins",
                        () -> parts(0, List.of(AGE, PLAN), List.of(forest(0, question(0), tree(List.of(0)))))),
                wrong(
                        "forest over input 2 with 4 bins",
                        () -> parts(0, List.of(AGE, PLAN), List.of(forest(2, question(2), tree(List.of(0)))))),
                wrong(
                        "question about bin 4 of input 1",
                        () -> parts(0, List.of(AGE, PLAN), List.of(forest(1, question(1, 4), tree(List.of(0)))))),
                wrong("axis over input -1", () -> axis(-1, 0)),
                wrong("cells []", () -> axis(0)),
                wrong("cells [0, -1]", () -> axis(0, 0, -1)),
                wrong("cells [0, 2]", () -> axis(0, 0, 2)),
                wrong("1 to 3 different ones", () -> new TableTerm(List.of(), new double[] {1})),
                wrong("1 to 3 different ones", () -> new TableTerm(List.of(axis(0, 0), axis(0, 0)), new double[] {1})),
                wrong(
                        "1 to 3 different ones",
                        () -> new TableTerm(List.of(axis(0, 0), axis(1, 0), axis(2, 0), axis(3, 0)), new double[] {1})),
                wrong("has 1 values (expected: 2)", () -> table(axis(0, 0, 1), 1)),
                wrong("has 3 values (expected: 2)", () -> table(axis(0, 0, 1), 1, 2, 3)),
                wrong("holds NaN", () -> table(axis(0, 0, 1), 1, Double.NaN)),
                wrong("holds -Infinity", () -> table(axis(0, 0, 1), 1, Double.NEGATIVE_INFINITY)),
                wrong(
                        "over input 1 with 4 bins",
                        () -> parts(0, List.of(AGE), List.of(table(axis(1, 0, 1, 2, 3), 1, 2, 3, 4)))),
                wrong(
                        "over input 0 with 4 bins",
                        () -> parts(0, List.of(AGE), List.of(table(axis(0, 0, 1, 2, 3), 1, 2, 3, 4)))));
    }

    private static Arguments wrong(String message, Supplier<?> parts) {
        ThrowingCallable call = parts::get;
        return Arguments.of(message, call);
    }

    @ParameterizedTest
    @MethodSource("wrongParts")
    void refusesPartsThatDoNotFit(String message, ThrowingCallable parts) {
        assertThatThrownBy(parts).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void refusesATableWhoseSpanIsBeyondCounting() {
        Integer[] cells = new Integer[3_000_000];
        Arrays.setAll(cells, i -> i);
        List<TableAxis> axes = List.of(axis(0, cells), axis(1, cells), axis(2, cells));

        assertThatThrownBy(() -> new TableTerm(axes, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 1 values");
    }

    @Test
    void keepsCopiesOfWhatItWasGiven() {
        double[] values = {1, 2};
        TableTerm term = table(axis(0, 0, 1), values);

        values[0] = 99;
        term.values()[1] = 99;

        assertThat(term.values()).containsExactly(1, 2);
    }

    @Test
    void ordersFactsByKey() {
        AdditiveParts parts =
                new AdditiveParts("m", "1", "0", 0, List.of(AGE), List.of(), Map.of("seed", "1", "digest", "ab"));

        assertThat(parts.orderedFacts().keySet()).containsExactly("digest", "seed");
    }
}
