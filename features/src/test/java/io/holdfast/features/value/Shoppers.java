package io.holdfast.features.value;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;

/** Histories of shoppers: a fixed pattern that other tools can write as well, and draws from known parameters. */
final class Shoppers {
    private static final int PATTERN = 200;
    private static final int[] FREQUENCIES = {0, 0, 0, 1, 0, 1, 0, 2, 5, 16};
    private static final GammaGamma SPEND = new GammaGamma(6, 4, 15);

    private Shoppers() {}

    /**
     * Customer i of 200: age 100 + 7 (i mod 30); frequency 0, 0, 0, 1, 0, 1, 0, 2, 5, 16 by i mod 10; recency age - 11 i mod 40 from
     * frequency 5 on, else 1 + 37 i mod age; mean spend 20 exp(((7 i mod 23) - 11) / 11 / sqrt(frequency) + 0.15 ((i mod 7) - 3)).
     */
    static PurchaseHistories pattern() {
        int[] frequency = new int[PATTERN];
        int[] recency = new int[PATTERN];
        int[] age = new int[PATTERN];
        double[] spend = new double[PATTERN];
        for (int i = 0; i < PATTERN; i++) {
            age[i] = 100 + 7 * (i % 30);
            frequency[i] = FREQUENCIES[i % 10];
            recency[i] = frequency[i] == 0 ? 0 : frequency[i] >= 5 ? age[i] - 11 * i % 40 : 1 + 37 * i % age[i];
            double own = (7 * i % 23 - 11) / 11.0 / Math.sqrt(Math.max(1, frequency[i]));
            spend[i] = 20 * StrictMath.exp(own + 0.15 * (i % 7 - 3));
        }
        return PurchaseHistories.of(frequency, recency, age, spend);
    }

    /** Drawn from the model; purchases of one day count as one, so the rates must be low for the parameters to come back. */
    static PurchaseHistories drawn(BgNbd model, int customers, int seed) {
        Well19937c random = new Well19937c(seed);
        GammaDistribution rates = new GammaDistribution(random, model.r(), 1 / model.alpha());
        BetaDistribution leaving = new BetaDistribution(random, model.a(), model.b());
        GammaDistribution spendRates = new GammaDistribution(random, SPEND.q(), 1 / SPEND.v());
        int[] frequency = new int[customers];
        int[] recency = new int[customers];
        int[] age = new int[customers];
        double[] spend = new double[customers];
        for (int i = 0; i < customers; i++) {
            age[i] = 500 + random.nextInt(500);
            double rate = rates.sample();
            double leaves = leaving.sample();
            double day = -StrictMath.log(1 - random.nextDouble()) / rate;
            while (day <= age[i]) {
                if ((int) day > recency[i]) {
                    frequency[i]++;
                    recency[i] = (int) day;
                }
                if (random.nextDouble() < leaves) {
                    break;
                }
                day -= StrictMath.log(1 - random.nextDouble()) / rate;
            }
            if (frequency[i] > 0) {
                double shape = SPEND.p() * frequency[i];
                double scale = 1 / (spendRates.sample() * frequency[i]);
                spend[i] = new GammaDistribution(random, shape, scale).sample();
            }
        }
        return PurchaseHistories.of(frequency, recency, age, spend);
    }
}
