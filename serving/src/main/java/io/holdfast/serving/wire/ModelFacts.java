package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.BandCuts;
import org.jspecify.annotations.Nullable;

/**
 * Which model answered: the {@code model} of a score reply.
 *
 * @param id name of the model
 * @param digest SHA-256 over the bundle's content
 * @param trainedAt instant of training, ISO 8601
 * @param horizonDays days the prediction looks ahead; null where the training table does not say
 * @param leadDays days between the as-of day and the begin of that window; null where the training table does not say
 * @param estimand {@code usual-care} or {@code no-care}: under which care the risk is meant
 * @param bands percentiles at which the bands above {@code low} begin
 */
@JsonPropertyOrder({"id", "digest", "trainedAt", "horizonDays", "leadDays", "estimand", "bands"})
record ModelFacts(
        String id,
        String digest,
        String trainedAt,
        @Nullable Integer horizonDays,
        @Nullable Integer leadDays,
        String estimand,
        Bands bands) {

    /** Percentiles, 0 to 100, ascending. */
    @JsonPropertyOrder({"elevated", "high", "critical"})
    record Bands(double elevated, double high, double critical) {
        static Bands of(BandCuts cuts) {
            return new Bands(cuts.elevated(), cuts.high(), cuts.critical());
        }
    }

    static ModelFacts of(ModelBundle bundle) {
        BundleManifest manifest = bundle.manifest();
        return new ModelFacts(
                manifest.modelId(),
                manifest.digest(),
                manifest.trainedAt(),
                manifest.horizonDays(),
                manifest.leadDays(),
                manifest.estimand(),
                Bands.of(bundle.description().bands()));
    }
}
