package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value models of customers without a contract: fitted once before an as-of date, then frozen.
 *
 * @param formatVersion version of this document
 * @param fittedAsOf ISO date; nothing later was known when the parameters were fitted
 * @param purchases when customers buy and leave
 * @param spend what a purchase is worth; null where amounts are unknown
 */
@JsonPropertyOrder({"formatVersion", "fittedAsOf", "purchases", "spend"})
public record ValueModel(
        int formatVersion,
        String fittedAsOf,
        Fitted<BgNbd> purchases,
        @JsonSetter(nulls = Nulls.SET) @Nullable Fitted<GammaGamma> spend) {
    private static final int PURCHASE_PARAMETERS = 4;
    private static final int SPEND_PARAMETERS = 3;

    public ValueModel {
        FittedDate.require(formatVersion, fittedAsOf);
        purchases.fit().requireParameters(PURCHASE_PARAMETERS);
        if (spend != null) {
            spend.fit().requireParameters(SPEND_PARAMETERS);
        }
    }

    /**
     * Fits to histories as known on a date; spend where the histories have amounts.
     *
     * @throws InputException where nobody bought a second time
     */
    public static ValueModel fit(LocalDate asOf, PurchaseHistories histories) {
        return new ValueModel(
                FittedDate.FORMAT_VERSION,
                asOf.toString(),
                BgNbdFit.fit(histories),
                histories.hasSpend() ? GammaGammaFit.fit(histories) : null);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param source what to call it in a message
     * @throws InputException naming the line of what is wrong
     */
    public static ValueModel read(String source, byte[] json) {
        return StrictJson.read(source, json, ValueModel.class);
    }

    /** The document; equal models give equal bytes. */
    public byte[] json() {
        return StrictJson.write(this);
    }

    /**
     * What is expected of customers as known on a date.
     *
     * @throws InputException where the model was fitted later: it would know what was not known then
     */
    public ValueScores score(LocalDate asOf, PurchaseHistories histories, ValueSettings settings) {
        FittedDate.requireBy(fittedAsOf, asOf);
        int size = histories.size();
        Expectation expectation = new Expectation(purchases.parameters(), spendModel(histories), settings);
        double[] alive = new double[size];
        double[] none = new double[size];
        double[] bought = new double[size];
        int[] silent = new int[size];
        for (int i = 0; i < size; i++) {
            int frequency = histories.frequency(i);
            int recency = histories.recency(i);
            int age = histories.age(i);
            alive[i] = purchases.parameters().alive(frequency, recency, age);
            none[i] = purchases.parameters().noPurchase(frequency, recency, age, settings.horizonDays());
            bought[i] = expectation.purchases(histories, i);
            silent[i] = age - recency;
        }
        if (expectation.spend().isEmpty()) {
            return new ValueScores(alive, none, bought, silent, Optional.empty(), Optional.empty());
        }
        double[] amount = new double[size];
        double[] lifetime = new double[size];
        for (int i = 0; i < size; i++) {
            amount[i] = expectation.amount(histories, i);
            lifetime[i] = expectation.lifetimeValue(histories, i);
        }
        return new ValueScores(alive, none, bought, silent, Optional.of(amount), Optional.of(lifetime));
    }

    /**
     * What is expected of one customer, with intervals.
     *
     * @param customer counted from 0
     * @throws InputException where the model was fitted later, or the data did not determine its parameters
     */
    public ValueEstimate estimate(LocalDate asOf, PurchaseHistories histories, int customer, ValueSettings settings) {
        FittedDate.requireBy(fittedAsOf, asOf);
        int frequency = histories.frequency(customer);
        int recency = histories.recency(customer);
        int age = histories.age(customer);
        DeltaMethod ofPurchases = new DeltaMethod(purchases.parameters().logs(), purchases.fit());
        Estimate alive = ofPurchases.probability(logs -> -BgNbd.ofLogs(logs).leftLogOdds(frequency, recency, age));
        Estimate bought = ofPurchases.positive(
                logs -> BgNbd.ofLogs(logs).expectedPurchases(frequency, recency, age, settings.horizonDays()));
        Optional<GammaGamma> model = spendModel(histories);
        double mean = model.isEmpty() ? 0 : histories.meanSpend(customer);
        if (model.isEmpty() || spend == null || Double.isInfinite(model.get().expectedSpend(frequency, mean))) {
            return new ValueEstimate(alive, bought, Optional.empty(), Optional.empty());
        }
        DeltaMethod ofSpend = new DeltaMethod(model.get().logs(), spend.fit());
        Estimate amount = ofSpend.positive(logs -> GammaGamma.ofLogs(logs).expectedSpend(frequency, mean));
        Estimate trips = ofPurchases.positive(
                logs -> new Expectation(BgNbd.ofLogs(logs), model, settings).discountedPurchases(histories, customer));
        return new ValueEstimate(
                alive,
                bought,
                Optional.of(amount),
                Optional.of(DeltaMethod.product(settings.marginShare(), amount, trips)));
    }

    /** Histories without amounts have no expected spend, whatever the model knows. */
    private Optional<GammaGamma> spendModel(PurchaseHistories histories) {
        return histories.hasSpend() && spend != null ? Optional.of(spend.parameters()) : Optional.empty();
    }
}
