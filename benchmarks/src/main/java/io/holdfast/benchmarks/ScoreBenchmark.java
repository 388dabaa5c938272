package io.holdfast.benchmarks;

import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.Explanation;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** One customer, in process: the log-odds alone, the whole score, the reasons without and with words. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoreBenchmark {
    private static final int CUSTOMERS = 512;

    @Param("")
    private String bundle = "";

    @Param("")
    private String table = "";

    private Scorer scorer;
    private Explainer explainer;
    private List<CustomerRecord> customers;
    private ExplainOptions options;
    private int next;

    @Setup
    public void load() throws RefusedException {
        ModelBundle loaded = BundleReader.read(Path.of(bundle));
        scorer = new Scorer(loaded);
        explainer = new Explainer(loaded);
        options =
                new ExplainOptions(ExplainOptions.DEFAULT_REASONS, ExplainOptions.DEFAULT_PROTECTORS, Language.ENGLISH);
        customers = new ArrayList<>();
        try (TableReader reader =
                TableReader.open(Path.of(table), loaded.description().format())) {
            TableRecords records = new TableRecords(table, reader.header(), loaded.description(), LocalDate.EPOCH);
            while (customers.size() < CUSTOMERS && reader.advance()) {
                customers.add(records.read(reader.row()));
            }
        }
    }

    private CustomerRecord customer() {
        next = (next + 1) % customers.size();
        return customers.get(next);
    }

    @Benchmark
    public double logOdds() {
        return scorer.logOdds(customer());
    }

    @Benchmark
    public double score() {
        return scorer.score(customer()).percentile();
    }

    @Benchmark
    public ReasonRanking scoreAndRankReasons() {
        return explainer.rank(scorer.score(customer()));
    }

    @Benchmark
    public Explanation scoreAndReasonsInWords() {
        return explainer.explain(scorer.score(customer()), options);
    }
}
