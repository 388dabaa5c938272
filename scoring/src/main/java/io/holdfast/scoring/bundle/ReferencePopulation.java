package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The training population that later scores are compared with.
 *
 * @param rows training rows, at least 1
 * @param positives those of them with the positive label
 * @param logOdds ascending log-odds of that population at even ranks, at most {@value #MOST_SCORES}
 * @param columns one summary per model input, in input order
 * @param fingerprints smallest fingerprints of training rows as hexadecimal text, ascending ({@link RowSketch})
 */
@JsonPropertyOrder({"rows", "positives", "logOdds", "columns", "fingerprints"})
public record ReferencePopulation(
        long rows, long positives, List<Double> logOdds, List<ColumnSummary> columns, List<String> fingerprints) {
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

    /** The sketch of training rows, to notice them in another table. */
    public RowSketch sketch() {
        return RowSketch.of(fingerprints);
    }
}
