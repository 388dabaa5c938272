package io.holdfast.benchmarks;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.BinQuestion;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.Marginal;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.ObliviousTree;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Log-odds and all contributions of one customer under a made-up model of 20 numbers with 64 bins and 20 pairs of 32 x 32 cells, without
 * and with trees of six questions: the arithmetic alone, and with finding the bins of all values.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelBenchmark {
    private static final int CUSTOMERS = 512;
    private static final int COLUMNS = 20;
    private static final int PAIRS = 20;
    private static final int CUTS = 63;
    private static final int BINS = Coding.FIRST + CUTS + 1;
    private static final int PLACES = 32;

    @Param({"0", "500", "1000"})
    private int trees;

    private AdditiveModel model;
    private double[][] values;
    private CodedRow[] coded;
    private CodedRow row;
    private double[] contributions;
    private int next;

    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> cuts = IntStream.rangeClosed(1, CUTS)
                .mapToObj(cut -> cut / (CUTS + 1.0))
                .toList();
        List<ModelInput> inputs = IntStream.range(0, COLUMNS)
                .mapToObj(column -> new ModelInput("x" + column, new NumberCoding(cuts, 0, 1)))
                .toList();
        List<Term> terms = tables(inputs, random);
        if (trees > 0) {
            terms.add(forest(random));
        }
        model = new AdditiveModel(new AdditiveParts("made-up", "yes", "no", -1, inputs, terms, Map.of()));
        values = new double[CUSTOMERS][COLUMNS];
        coded = new CodedRow[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Arrays.setAll(values[customer], column -> random.nextDouble());
            coded[customer] = model.newRow();
            code(coded[customer], values[customer]);
        }
        row = model.newRow();
        contributions = new double[COLUMNS];
    }

    private static List<Term> tables(List<ModelInput> inputs, SplittableRandom random) {
        List<Term> terms = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            TableAxis axis = TableAxis.full(column, inputs.get(column).coding());
            terms.add(new TableTerm(List.of(axis), random.doubles(BINS).toArray()));
        }
        List<Integer> places =
                IntStream.range(0, BINS).mapToObj(bin -> bin * PLACES / BINS).toList();
        for (int pair = 0; pair < PAIRS; pair++) {
            int one = random.nextInt(COLUMNS);
            int other = (one + 1 + random.nextInt(COLUMNS - 1)) % COLUMNS;
            terms.add(new TableTerm(
                    List.of(new TableAxis(one, places), new TableAxis(other, places)),
                    random.doubles((long) PLACES * PLACES).toArray()));
        }
        return terms;
    }

    private ForestTerm forest(SplittableRandom random) {
        double[] shares = new double[BINS];
        Arrays.fill(shares, Coding.FIRST, BINS, 1.0 / (BINS - Coding.FIRST));
        List<Marginal> marginals = new ArrayList<>();
        List<BinQuestion> questions = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            marginals.add(new Marginal(column, shares));
            for (int cut = Coding.FIRST + 1; cut < BINS; cut++) {
                BitSet yes = new BitSet();
                yes.set(cut, BINS);
                questions.add(new BinQuestion(column, yes));
            }
        }
        List<ObliviousTree> grown = IntStream.range(0, trees)
                .mapToObj(tree -> new ObliviousTree(
                        random.ints(ObliviousTree.MOST_QUESTIONS, 0, questions.size())
                                .boxed()
                                .toList(),
                        random.doubles(1 << ObliviousTree.MOST_QUESTIONS).toArray()))
                .toList();
        return new ForestTerm(marginals, questions, grown);
    }

    private static void code(CodedRow into, double[] customer) {
        for (int column = 0; column < COLUMNS; column++) {
            into.number(column, customer[column]);
        }
    }

    @Benchmark
    public double arithmetic() {
        next = (next + 1) % CUSTOMERS;
        return model.logOdds(coded[next], contributions);
    }

    @Benchmark
    public double codingAndArithmetic() {
        next = (next + 1) % CUSTOMERS;
        code(row, values[next]);
        return model.logOdds(row, contributions);
    }
}
