package io.holdfast.features.value;

import java.util.Optional;

/** Both models and the settings, for one customer at a time. */
record Expectation(BgNbd model, Optional<GammaGamma> spend, ValueSettings settings) {
    double purchases(PurchaseHistories histories, int customer) {
        return model.expectedPurchases(
                histories.frequency(customer),
                histories.recency(customer),
                histories.age(customer),
                settings.horizonDays());
    }

    /** Not a number where the model has no mean. */
    double amount(PurchaseHistories histories, int customer) {
        double amount = spend.orElseThrow().expectedSpend(histories.frequency(customer), histories.meanSpend(customer));
        return Double.isInfinite(amount) ? Double.NaN : amount;
    }

    double lifetimeValue(PurchaseHistories histories, int customer) {
        return settings.marginShare() * amount(histories, customer) * discountedPurchases(histories, customer);
    }

    /** Expected purchases, month by month at what their margin is worth now. */
    double discountedPurchases(PurchaseHistories histories, int customer) {
        int frequency = histories.frequency(customer);
        int age = histories.age(customer);
        double before = 0;
        double worth = 0;
        for (int month = 1; month <= settings.months(); month++) {
            double by = model.ifAlive(frequency, age, month * ValueSettings.MONTH);
            worth += (by - before) * settings.worth(month);
            before = by;
        }
        return model.alive(frequency, histories.recency(customer), age) * worth;
    }
}
