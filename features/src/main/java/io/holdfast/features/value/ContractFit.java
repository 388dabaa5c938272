package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;
import java.util.List;

/**
 * Fits the shifted beta-geometric model by maximum likelihood. Each renewal at risk counts once, by how many renewals came before it:
 * so contracts that still run and those first seen late need no case of their own.
 */
final class ContractFit {
    private static final double[][] STARTS = {{0, 0}, {-0.7, 1}, {1, 3}};

    private final long[] kept;
    private final long[] lost;

    private ContractFit(long[] kept, long[] lost) {
        this.kept = kept;
        this.lost = lost;
    }

    /**
     * @throws InputException where no renewal was ever due, nobody left, or nobody stayed
     */
    static Fitted<ShiftedBetaGeometric> fit(ContractHistories contracts) {
        int longest = 0;
        for (int i = 0; i < contracts.size(); i++) {
            longest = Math.max(longest, contracts.renewals(i));
        }
        long[] kept = new long[longest + 1];
        long[] lost = new long[longest + 1];
        long renewed = 0;
        long gone = 0;
        for (int i = 0; i < contracts.size(); i++) {
            for (int n = contracts.entry(i); n < contracts.renewals(i); n++) {
                kept[n]++;
                renewed++;
            }
            if (contracts.left(i)) {
                lost[contracts.renewals(i)]++;
                gone++;
            }
        }
        if (renewed == 0 || gone == 0) {
            throw new InputException(
                    "no_renewals",
                    "Contracts: " + contracts.size() + ", renewals: " + renewed + ", ended: " + gone
                            + "; how long contracts last cannot be estimated from that"
                            + " (expected: some renewals and some that ended).");
        }
        MaximumLikelihood.Maximum found =
                MaximumLikelihood.find(new ContractFit(kept, lost)::logLikelihood, new double[] {0, 0}, STARTS);
        return new Fitted<>(
                ShiftedBetaGeometric.ofLogs(found.point()),
                FitRemarks.report(contracts.size(), "contracts", found, List.of()));
    }

    private double logLikelihood(double[] logs) {
        ShiftedBetaGeometric model = ShiftedBetaGeometric.ofLogs(logs);
        double sum = 0;
        for (int n = 0; n < kept.length; n++) {
            double all = StrictMath.log(model.a() + model.b() + n);
            sum += kept[n] * (StrictMath.log(model.b() + n) - all) + lost[n] * (logs[0] - all);
        }
        return sum;
    }
}
