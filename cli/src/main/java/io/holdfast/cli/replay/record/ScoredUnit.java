package io.holdfast.cli.replay.record;

import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.score.RiskBand;
import io.holdfast.serving.planning.PredictionRecords;
import io.holdfast.serving.store.StoredPrediction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit as a month begins.
 *
 * @param unit its number
 * @param customer as plans see it
 * @param prediction the score that this rests on, as stores keep it
 */
record ScoredUnit(int unit, PlanCustomer customer, StoredPrediction prediction) {
    private static final String MODEL = "replay-scores";

    /** Stands for a model's: no bundle gave these scores. */
    static final String MODEL_DIGEST = Sha256.hex(MODEL.getBytes(StandardCharsets.UTF_8));

    /**
     * A scored unit.
     *
     * @param percentile of its risk among all of the month
     */
    static ScoredUnit of(
            int unit, PlanCustomer customer, List<CustomerReason> reasons, double percentile, LocalDate day) {
        double risk = customer.risk();
        return new ScoredUnit(
                unit,
                customer,
                new StoredPrediction(
                        Sha256.hex((MODEL_DIGEST + "\n" + customer.id() + "\n" + day).getBytes(StandardCharsets.UTF_8)),
                        customer.id(),
                        MODEL,
                        MODEL_DIGEST,
                        day,
                        day.plusMonths(1).minusDays(1),
                        risk,
                        StrictMath.log(risk / (1 - risk)),
                        percentile,
                        band(percentile).code(),
                        "{}",
                        PredictionRecords.reasons(reasons, ReasonCatalogue.standard())));
    }

    private static RiskBand band(double percentile) {
        BandCuts cuts = BandCuts.standard();
        if (percentile >= cuts.critical()) {
            return RiskBand.CRITICAL;
        }
        if (percentile >= cuts.high()) {
            return RiskBand.HIGH;
        }
        return percentile >= cuts.elevated() ? RiskBand.ELEVATED : RiskBand.LOW;
    }
}
