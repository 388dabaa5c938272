package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** Fits Gamma-Gamma by maximum likelihood (Fader, Hardie 2013, equation 1a, in logarithms) to customers with repeat purchases of above 0. */
final class GammaGammaFit {
    private static final double[][] STARTS = {{0, 0.7, 0}, {1.6, 1.2, -0.7}, {-0.7, 0.7, 1}};
    private static final int FEWEST = 2;
    /** The model takes frequency and spend for unrelated; a correlation of this size is no longer small. */
    private static final double RELATED = 0.3;

    private final double[] frequency;
    private final double[] spend;
    private final double[] logSpend;

    private GammaGammaFit(double[] frequency, double[] spend) {
        this.frequency = frequency;
        this.spend = spend;
        this.logSpend = new double[spend.length];
        for (int i = 0; i < spend.length; i++) {
            logSpend[i] = StrictMath.log(spend[i]);
        }
    }

    /**
     * @throws InputException where fewer than two customers have spent anything on repeat purchases
     */
    static Fitted<GammaGamma> fit(PurchaseHistories histories) {
        List<double[]> rows = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < histories.size(); i++) {
            if (histories.frequency(i) > 0 && histories.meanSpend(i) > 0) {
                rows.add(new double[] {histories.frequency(i), histories.meanSpend(i)});
            } else if (histories.frequency(i) > 0) {
                free++;
            }
        }
        if (rows.size() < FEWEST) {
            throw new InputException(
                    "no_spend",
                    "Only " + rows.size() + " of the " + histories.size()
                            + " customers spent anything on a repeat purchase, so spend cannot be estimated"
                            + " (expected: at least " + FEWEST + ", best 100 or more).");
        }
        rows.sort((one, other) ->
                one[0] != other[0] ? Double.compare(one[0], other[0]) : Double.compare(one[1], other[1]));
        double[] frequency = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] spend = rows.stream().mapToDouble(row -> row[1]).toArray();
        double total = 0;
        for (double amount : spend) {
            total += amount;
        }
        GammaGammaFit fit = new GammaGammaFit(frequency, spend);
        MaximumLikelihood.Maximum found = MaximumLikelihood.find(
                fit::logLikelihood, new double[] {0, 0, StrictMath.log(total / spend.length)}, STARTS);
        GammaGamma model = GammaGamma.ofLogs(found.point());
        List<String> remarks = remarks(model, free, new PearsonsCorrelation().correlation(frequency, spend));
        return new Fitted<>(model, FitRemarks.report(spend.length, "customers with repeat purchases", found, remarks));
    }

    private static List<String> remarks(GammaGamma model, int free, double correlation) {
        List<String> remarks = new ArrayList<>();
        if (free > 0) {
            remarks.add("Customers whose repeat purchases cost nothing were left out: " + free + ".");
        }
        if (Math.abs(correlation) > RELATED) {
            remarks.add("How much customers spend goes with how often they buy (correlation "
                    + Math.round(correlation * 100) / 100.0
                    + "), which the model rules out: expected spend is pulled too far to the mean.");
        }
        if (model.q() <= 1) {
            remarks.add("Spend differs so much between customers that the model has no mean for who never came back:"
                    + " their expected spend and lifetime value are not given.");
        }
        return remarks;
    }

    private double logLikelihood(double[] logs) {
        GammaGamma model = GammaGamma.ofLogs(logs);
        double sum = 0;
        double last = 0;
        double shape = 0;
        double logBeta = 0;
        for (int i = 0; i < spend.length; i++) {
            if (frequency[i] != last) {
                last = frequency[i];
                shape = model.p() * last;
                logBeta = Beta.logBeta(shape, model.q());
            }
            double odds = frequency[i] * spend[i] / model.v();
            sum += -logBeta - logSpend[i] - shape * StrictMath.log1p(1 / odds) - model.q() * StrictMath.log1p(odds);
        }
        return sum;
    }
}
