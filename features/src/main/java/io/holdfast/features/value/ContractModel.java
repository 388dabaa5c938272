package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.time.LocalDate;

/**
 * How long contracts last: fitted once before an as-of date, then frozen.
 *
 * @param formatVersion version of this document
 * @param fittedAsOf ISO date; nothing later was known when the parameters were fitted
 * @param renewals who renews
 */
@JsonPropertyOrder({"formatVersion", "fittedAsOf", "renewals"})
public record ContractModel(int formatVersion, String fittedAsOf, Fitted<ShiftedBetaGeometric> renewals) {
    private static final int PARAMETERS = 2;

    public ContractModel {
        FittedDate.require(formatVersion, fittedAsOf);
        renewals.fit().requireParameters(PARAMETERS);
    }

    /**
     * Fits to contracts as known on a date.
     *
     * @throws InputException where nobody renewed, or nobody left
     */
    public static ContractModel fit(LocalDate asOf, ContractHistories contracts) {
        return new ContractModel(FittedDate.FORMAT_VERSION, asOf.toString(), ContractFit.fit(contracts));
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param source what to call it in a message
     * @throws InputException naming the line of what is wrong
     */
    public static ContractModel read(String source, byte[] json) {
        return StrictJson.read(source, json, ContractModel.class);
    }

    /** The document; equal models give equal bytes. */
    public byte[] json() {
        return StrictJson.write(this);
    }

    /**
     * The periods that contracts in force are expected to begin yet.
     *
     * @param renewals how often each has been renewed, 0 or more
     * @param periods how many renewals to look ahead, 1 or more
     * @throws InputException where the model was fitted later: it would know what was not known then
     */
    public double[] remainingLife(LocalDate asOf, int[] renewals, int periods) {
        return worth(asOf, renewals, periods, 0);
    }

    /**
     * The same, times the margin of a period, later ones discounted. It contains the risk of leaving, so it is not the value that
     * care weighs: see {@link MarginIfKept}.
     *
     * @param margin of one period, by contract
     * @param discount what a period's margin loses in worth for each period it is away, 0 or more
     * @throws InputException where the model was fitted later
     */
    public double[] expectedMargin(LocalDate asOf, int[] renewals, double[] margin, int periods, double discount) {
        double[] worth = worth(asOf, renewals, periods, discount);
        for (int i = 0; i < worth.length; i++) {
            worth[i] *= margin[i];
        }
        return worth;
    }

    /**
     * The remaining life of one contract with its interval, which says how uncertain the parameters make it.
     *
     * @throws InputException where the model was fitted later, or the data did not determine its parameters
     */
    public Estimate estimate(LocalDate asOf, int renewed, int periods) {
        FittedDate.requireBy(fittedAsOf, asOf);
        return new DeltaMethod(renewals.parameters().logs(), renewals.fit())
                .positive(logs -> ShiftedBetaGeometric.ofLogs(logs).remainingLife(renewed, periods, 0));
    }

    private double[] worth(LocalDate asOf, int[] renewed, int periods, double discount) {
        FittedDate.requireBy(fittedAsOf, asOf);
        double[] worth = new double[renewed.length];
        for (int i = 0; i < worth.length; i++) {
            if (renewed[i] < 0) {
                throw new InputException(
                        "bad_history",
                        "Contract " + (i + 1) + " has " + renewed[i] + " renewals (expected: 0 or more).");
            }
            worth[i] = renewals.parameters().remainingLife(renewed[i], periods, discount);
        }
        return worth;
    }
}
