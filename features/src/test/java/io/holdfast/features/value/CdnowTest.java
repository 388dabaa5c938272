package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CDNOW: customers who first bought in the first quarter of 1997, until the middle of 1998. */
@Tag("slow")
final class CdnowTest {
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    private static final int HELD_OUT = 273;
    private static final int WEEK = 7;

    /** Fader, Hardie, Lee (2005), table 2, in weeks. */
    @Test
    void findsThePublishedParametersOfTheSample() throws IOException {
        List<String> lines = Files.readAllLines(data().resolve("cdnow/cdnow_sample_summary.csv"));
        int size = lines.size() - 1;
        int[] frequency = new int[size];
        int[] recency = new int[size];
        int[] age = new int[size];
        for (int i = 0; i < size; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            frequency[i] = Integer.parseInt(cells[1]);
            recency[i] = (int) Math.round(Double.parseDouble(cells[2]) * WEEK);
            age[i] = (int) Math.round(Double.parseDouble(cells[3]) * WEEK);
        }
        ValueModel model = ValueModel.fit(CALIBRATED, PurchaseHistories.of(frequency, recency, age));

        assertParameters(model, .243, 4.414, .793, 2.426);
        // scipy 1.17.1, Nelder-Mead, on the same days.
        assertThat(model.purchases().fit().logLikelihood()).isCloseTo(-14363.530442902833, withinPercentage(1e-9));
        assertThat(model.purchases().fit().relativeError(2)).isCloseTo(.18573375 / .79292196, withinPercentage(0.1));
    }

    /** From the raw lines. Hold-out purchases by the PyPI package lifetimes 0.11.3; spend by scipy 1.17.1. */
    @Test
    void findsThePublishedParametersOfTheCohortAndForecastsNineMonths() throws IOException {
        Cohort cohort = Cohort.read(data().resolve("cdnow/cdnow.csv"));
        ValueModel model = ValueModel.fit(CALIBRATED, cohort.histories());

        assertThat(cohort.histories().size()).isEqualTo(23_570);
        assertParameters(model, .252, 4.789, .723, 2.161);
        assertThat(model.purchases().fit().relativeError(0)).isCloseTo(.00420197 / .25162395, withinPercentage(0.1));
        Fitted<GammaGamma> spend = Optional.ofNullable(model.spend()).orElseThrow();
        assertThat(spend.parameters().p()).isCloseTo(6.2753591, withinPercentage(0.01));
        assertThat(spend.parameters().q()).isCloseTo(3.62445003, withinPercentage(0.01));
        assertThat(spend.parameters().v()).isCloseTo(14.98368676, withinPercentage(0.01));
        assertThat(spend.fit().remarks())
                .containsExactly("Customers whose repeat purchases cost nothing were left out: 1.");
        ValueScores scores = model.score(CALIBRATED, cohort.histories(), new ValueSettings(HELD_OUT, 12, .1, 1));
        double expected = DoubleStream.of(scores.purchases()).sum();
        assertThat(expected).isCloseTo(16873.737, withinPercentage(0.01));
        assertThat(DoubleStream.of(scores.alive()).average().orElseThrow())
                .isCloseTo(.81523985, withinPercentage(0.01));
        // 14 % too little, in March 1998 by a third: the model knows neither season nor campaign, and nobody who comes
        // back to life.
        assertThat(expected / cohort.heldOut()).isBetween(.8, 1.0);
    }

    private static void assertParameters(ValueModel model, double r, double alphaWeeks, double a, double b) {
        BgNbd found = model.purchases().parameters();
        assertThat(model.purchases().fit().converged()).isTrue();
        assertThat(found.r()).isCloseTo(r, withinPercentage(1));
        assertThat(found.alpha() / WEEK).isCloseTo(alphaWeeks, withinPercentage(1));
        assertThat(found.a()).isCloseTo(a, withinPercentage(1));
        assertThat(found.b()).isCloseTo(b, withinPercentage(1));
    }

    private record Cohort(PurchaseHistories histories, int heldOut) {
        static Cohort read(Path file) throws IOException {
            SortedMap<String, SortedMap<LocalDate, Double>> customers = new TreeMap<>();
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                customers
                        .computeIfAbsent(cells[0], id -> new TreeMap<>())
                        .merge(LocalDate.parse(cells[1]), Double.valueOf(cells[3]), Double::sum);
            }
            List<int[]> rows = new ArrayList<>();
            List<Double> spend = new ArrayList<>();
            int heldOut = 0;
            for (SortedMap<LocalDate, Double> days : customers.values()) {
                SortedMap<LocalDate, Double> known = days.headMap(CALIBRATED.plusDays(1));
                LocalDate first = known.firstKey();
                heldOut += days.size() - known.size();
                rows.add(new int[] {known.size() - 1, days(first, known.lastKey()), days(first, CALIBRATED)});
                spend.add(known.tailMap(first.plusDays(1)).values().stream()
                        .mapToDouble(amount -> amount)
                        .average()
                        .orElse(0));
            }
            PurchaseHistories histories = PurchaseHistories.of(
                    column(rows, 0),
                    column(rows, 1),
                    column(rows, 2),
                    spend.stream().mapToDouble(amount -> amount).toArray());
            return new Cohort(histories, heldOut);
        }

        private static int days(LocalDate from, LocalDate to) {
            return (int) ChronoUnit.DAYS.between(from, to);
        }

        private static int[] column(List<int[]> rows, int column) {
            return rows.stream().mapToInt(row -> row[column]).toArray();
        }
    }

    private static Path data() {
        Optional<String> folder = Optional.ofNullable(System.getenv("HOLDFAST_DATA"));
        assumeThat(folder)
                .as("HOLDFAST_DATA names no folder: tables that may not be committed are not fitted")
                .isPresent();
        return Path.of(folder.orElseThrow());
    }
}
