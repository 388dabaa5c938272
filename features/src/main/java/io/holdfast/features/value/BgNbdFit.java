package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Fits BG/NBD by maximum likelihood (Fader, Hardie, Lee 2005, equation 6, in logarithms). */
final class BgNbdFit {
    /** Logarithms of r, alpha over the mean age, a, b: even customers, scattered ones, faithful ones. */
    private static final double[][] STARTS = {{0, 0, 0, 0}, {-1.2, -1.6, -0.7, 0.7}, {0.7, -0.7, -1.6, 1.6}};

    private final PurchaseGroups groups;
    /** ln((alpha + day) / alpha), by day: alpha alone cancels, which matters where r and alpha are large. */
    private final double[] logGrowth;

    private BgNbdFit(PurchaseGroups groups) {
        this.groups = groups;
        this.logGrowth = new double[groups.oldest() + 1];
    }

    /**
     * @throws InputException where nobody bought again, so that there is nothing to fit
     */
    static Fitted<BgNbd> fit(PurchaseHistories histories) {
        long repeats = 0;
        long days = 0;
        for (int i = 0; i < histories.size(); i++) {
            repeats += histories.frequency(i);
            days += histories.age(i);
        }
        if (repeats == 0) {
            throw new InputException(
                    "no_repeat_purchases",
                    "None of the " + histories.size()
                            + " customers bought a second time by the as-of date, so how often"
                            + " customers return cannot be estimated (expected: repeat purchases, best of 100 customers or more).");
        }
        double meanAge = (double) days / histories.size();
        BgNbdFit fit = new BgNbdFit(PurchaseGroups.of(histories));
        MaximumLikelihood.Maximum found =
                MaximumLikelihood.find(fit::logLikelihood, new double[] {0, StrictMath.log(meanAge), 0, 0}, STARTS);
        return new Fitted<>(
                BgNbd.ofLogs(found.point()), FitRemarks.report(histories.size(), "customers", found, List.of()));
    }

    /** Of all customers, at logarithms of the parameters. */
    double logLikelihood(double[] logs) {
        if (!BgNbd.allows(logs)) {
            return Double.NEGATIVE_INFINITY;
        }
        BgNbd model = BgNbd.ofLogs(logs);
        for (int day = 0; day < logGrowth.length; day++) {
            logGrowth[day] = StrictMath.log1p(day / model.alpha());
        }
        double sum = 0;
        int frequency = -1;
        double shared = 0;
        double logLeave = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.frequency(i) != frequency) {
                frequency = groups.frequency(i);
                shared = ofFrequency(model, frequency);
                logLeave = frequency == 0 ? 0 : StrictMath.log(model.a() / (model.b() + frequency - 1));
            }
            double shape = model.r() + frequency;
            double growth = logGrowth[groups.age(i)];
            double one = shared - shape * growth;
            if (frequency > 0) {
                one += onePlusExp(logLeave + shape * (growth - logGrowth[groups.recency(i)]));
            }
            sum += groups.customers(i) * one;
        }
        return sum;
    }

    /** What depends on the frequency alone: gamma and beta functions as ratios, which keeps large counts exact. */
    private static double ofFrequency(BgNbd model, int frequency) {
        double rate = frequency == 0 ? 0 : Gamma.logGamma(frequency) - Beta.logBeta(model.r(), frequency);
        return rate
                - frequency * StrictMath.log(model.alpha())
                + Beta.logBeta(model.a(), model.b() + frequency)
                - Beta.logBeta(model.a(), model.b());
    }

    /** ln(1 + e^x) without overflow. */
    private static double onePlusExp(double x) {
        return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
    }
}
