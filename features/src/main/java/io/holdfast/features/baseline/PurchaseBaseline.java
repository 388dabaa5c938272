package io.holdfast.features.baseline;

import io.holdfast.features.value.PurchaseHistories;
import io.holdfast.features.value.ValueModel;
import io.holdfast.features.value.ValueSettings;
import io.holdfast.scoring.fault.InputException;
import java.util.Optional;

/**
 * The classical answer for customers without a contract: the probability, by BG/NBD as fitted to the purchases before a date, that nothing is bought within
 * the horizon, P(alive) included. It needs no outcome, so the date itself is the latest that it knows.
 */
public final class PurchaseBaseline {
    private static final double NEVER_BOUGHT = 1;

    private final UnitFacts facts;
    private final double[] noPurchase;

    private PurchaseBaseline(UnitFacts facts, double[] noPurchase) {
        this.facts = facts;
        this.noPurchase = noPurchase;
    }

    /** Fits; empty where nobody bought a second time, so that nothing can be fitted. */
    public static Optional<PurchaseBaseline> of(UnitFacts facts, int horizonDays) {
        ValueSettings defaults = ValueSettings.defaults();
        ValueSettings settings =
                new ValueSettings(horizonDays, defaults.months(), defaults.yearlyDiscount(), defaults.marginShare());
        PurchaseHistories purchases = facts.purchases();
        try {
            ValueModel model = ValueModel.fit(facts.asOf(), purchases);
            return Optional.of(new PurchaseBaseline(
                    facts, model.score(facts.asOf(), purchases, settings).noPurchase()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** The probability, 0 to 1, that a unit buys nothing within the horizon; 1 where it never bought. */
    public double noPurchase(String unit) {
        int buyer = facts.buyer(unit);
        return buyer < 0 ? NEVER_BOUGHT : noPurchase[buyer];
    }
}
