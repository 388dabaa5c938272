package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The training population that later scores are compared with.
 *
 * @param rows training rows, at least 1
 * @param positives those of them with the positive label
 * @param logOdds ascending log-odds of that population at even ranks, by weight, at most {@value #MOST_SCORES}
 * @param columns one summary per model input, in input order
 * @param fingerprints smallest fingerprints of training rows as hexadecimal text, ascending ({@link RowSketch})
 * @param lastAsOf the last as-of date of a training row, ISO 8601; empty where the table has no dates, and then not in the file
 */
@JsonPropertyOrder({"rows", "positives", "logOdds", "columns", "fingerprints", "lastAsOf"})
@JsonDeserialize(converter = ReferencePopulation.FromDocument.class)
public record ReferencePopulation(
        long rows,
        long positives,
        List<Double> logOdds,
        List<ColumnSummary> columns,
        List<String> fingerprints,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String lastAsOf) {
    /** The most scores kept: enough for a tenth of a percentile. */
    public static final int MOST_SCORES = 1001;

    public ReferencePopulation {
        if (rows < 1 || positives < 0 || positives > rows) {
            throw new IllegalArgumentException(
                    "rows: " + rows + ", positives: " + positives + " (expected: 1 or more, and at most as many)");
        }
        logOdds = List.copyOf(logOdds);
        columns = List.copyOf(columns);
        fingerprints = List.copyOf(fingerprints);
        if (logOdds.isEmpty() || logOdds.size() > MOST_SCORES) {
            throw new IllegalArgumentException(
                    "logOdds: " + logOdds.size() + " scores (expected: 1 to " + MOST_SCORES + ")");
        }
        for (int i = 0; i < logOdds.size(); i++) {
            if (!Double.isFinite(logOdds.get(i)) || (i > 0 && logOdds.get(i) < logOdds.get(i - 1))) {
                throw new IllegalArgumentException(
                        "logOdds[" + i + "]: " + logOdds.get(i) + " (expected: finite and ascending)");
            }
        }
        RowSketch.of(fingerprints);
        if (!lastAsOf.isEmpty()) {
            try {
                LocalDate.parse(lastAsOf);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("lastAsOf: " + lastAsOf + " (expected: a date, ISO 8601)", e);
            }
        }
    }

    /** Of a table without dates. */
    public ReferencePopulation(
            long rows, long positives, List<Double> logOdds, List<ColumnSummary> columns, List<String> fingerprints) {
        this(rows, positives, logOdds, columns, fingerprints, "");
    }

    /** The last as-of date of a training row, where the table has dates. */
    @JsonIgnore
    public Optional<LocalDate> lastDay() {
        return lastAsOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastAsOf));
    }

    /** The file, in which the last date may be missing: not every table has dates. */
    static final class Document {
        private ReferencePopulation population;

        @JsonCreator
        Document(
                @JsonProperty("rows") long rows,
                @JsonProperty("positives") long positives,
                @JsonProperty("logOdds") List<Double> logOdds,
                @JsonProperty("columns") List<ColumnSummary> columns,
                @JsonProperty("fingerprints") List<String> fingerprints) {
            population = new ReferencePopulation(rows, positives, logOdds, columns, fingerprints);
        }

        @JsonSetter("lastAsOf")
        void lastAsOf(String given) {
            population = new ReferencePopulation(
                    population.rows,
                    population.positives,
                    population.logOdds,
                    population.columns,
                    population.fingerprints,
                    given);
        }
    }

    static final class FromDocument extends StdConverter<Document, ReferencePopulation> {
        @Override
        public ReferencePopulation convert(Document document) {
            return document.population;
        }
    }

    /** Keeps at most {@value #MOST_SCORES} of the scores, at even ranks, the smallest and largest among them. */
    public static List<Double> quantiles(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int kept = Math.min(sorted.length, MOST_SCORES);
        Double[] quantiles = new Double[kept];
        for (int i = 0; i < kept; i++) {
            long rank = kept == 1 ? 0 : (long) i * (sorted.length - 1) / (kept - 1);
            quantiles[i] = sorted[(int) rank];
        }
        return List.of(quantiles);
    }

    /**
     * The same of scores that count differently: even steps of what stands before them.
     *
     * @param weights one a score, above 0
     */
    public static List<Double> quantiles(double[] scores, double[] weights) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).thenComparingDouble(i -> weights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[order.length];
        double[] before = new double[order.length];
        double sum = 0;
        for (int rank = 0; rank < order.length; rank++) {
            sorted[rank] = scores[order[rank]];
            before[rank] = sum;
            sum += weights[order[rank]];
        }
        int kept = Math.min(sorted.length, MOST_SCORES);
        Double[] quantiles = new Double[kept];
        for (int i = 0; i < kept; i++) {
            double place = kept == 1 ? 0 : i * before[sorted.length - 1] / (kept - 1);
            int rank = Arrays.binarySearch(before, place);
            quantiles[i] = sorted[rank < 0 ? -rank - 2 : rank];
        }
        return List.of(quantiles);
    }

    /** The sketch of training rows, to notice them in another table. */
    public RowSketch sketch() {
        return RowSketch.of(fingerprints);
    }
}
