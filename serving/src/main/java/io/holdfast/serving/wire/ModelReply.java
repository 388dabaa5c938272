package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reply of {@code GET /v1/model}: the facts of a score reply's {@code model}, and what a client has to know before it asks.
 *
 * @param validDays days a score may be used after its as-of day
 * @param language of texts where a request asks for none
 * @param languages all there are
 * @param playbookDigest SHA-256 of the playbook by which care is decided; null without one
 * @param limits what a request may hold
 * @param snapshot of the customers whom the server knows by their id; null without one
 */
@JsonPropertyOrder({
    "contractVersion",
    "id",
    "digest",
    "trainedAt",
    "horizonDays",
    "leadDays",
    "validDays",
    "estimand",
    "bands",
    "language",
    "languages",
    "playbookDigest",
    "limits",
    "snapshot"
})
record ModelReply(
        String contractVersion,
        String id,
        String digest,
        String trainedAt,
        @Nullable Integer horizonDays,
        @Nullable Integer leadDays,
        int validDays,
        String estimand,
        ModelFacts.Bands bands,
        String language,
        List<String> languages,
        @Nullable String playbookDigest,
        Limits limits,
        @Nullable SnapshotFacts snapshot) {

    /** The customers whom the server knows by their id. */
    @JsonPropertyOrder({"asOf", "validUntil", "rows", "digest"})
    record SnapshotFacts(String asOf, String validUntil, int rows, String digest) {}

    /** The most of everything a request may hold. */
    @JsonPropertyOrder({"customersPerRequest", "bodyBytes", "customerIdCharacters", "reasons", "protectors"})
    record Limits(int customersPerRequest, long bodyBytes, int customerIdCharacters, int reasons, int protectors) {}

    static byte[] write(
            ModelBundle bundle, Optional<Playbook> playbook, long bodyBytes, Optional<CustomerSnapshot> snapshot) {
        BundleManifest manifest = bundle.manifest();
        BandCuts cuts = bundle.description().bands();
        return StrictJson.write(new ModelReply(
                Contract.VERSION,
                manifest.modelId(),
                manifest.digest(),
                manifest.trainedAt(),
                manifest.horizonDays(),
                manifest.leadDays(),
                manifest.validDays(),
                manifest.estimand(),
                ModelFacts.Bands.of(cuts),
                bundle.description().language().tag(),
                Arrays.stream(Language.values()).map(Language::tag).toList(),
                playbook.map(Playbook::digest).orElse(null),
                new Limits(
                        Contract.MOST_CUSTOMERS,
                        bodyBytes,
                        CustomerId.MOST_CHARACTERS,
                        ExplainOptions.MOST,
                        ExplainOptions.MOST),
                snapshot.map(known -> facts(known, manifest.validDays())).orElse(null)));
    }

    static SnapshotFacts facts(CustomerSnapshot snapshot, int validDays) {
        return new SnapshotFacts(
                snapshot.asOf().toString(),
                snapshot.asOf().plusDays(validDays).toString(),
                snapshot.rows(),
                snapshot.digest());
    }
}
