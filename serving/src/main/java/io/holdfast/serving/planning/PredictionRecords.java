package io.holdfast.serving.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.serving.answer.Validity;
import io.holdfast.serving.store.StoredPrediction;
import java.time.LocalDate;
import java.util.List;

/** Turns scores into what a store keeps of them: with all values and all reasons. Thread-safe. */
public final class PredictionRecords {
    private final ModelBundle bundle;
    private final List<Column> features;

    /** Records of scores of this bundle. */
    public PredictionRecords(ModelBundle bundle) {
        this.bundle = bundle;
        this.features = bundle.description().features();
    }

    /** What to keep of a score. */
    public StoredPrediction of(ScoredCustomer scored) {
        ChurnScore score = scored.score();
        LocalDate asOf = score.customer().asOf();
        return new StoredPrediction(
                score.predictionId(),
                score.customer().id(),
                bundle.manifest().modelId(),
                bundle.manifest().digest(),
                asOf,
                Validity.of(bundle, asOf).until(asOf),
                score.probability(),
                score.logOdds(),
                score.percentile(),
                score.band().code(),
                inputs(score.customer()),
                reasons(scored.ranking()));
    }

    /** The reasons of a score of which only the named ones are at hand, a JSON array as that of {@link #of}; named ones are settled. */
    public String reasons(List<CustomerReason> named) {
        return reasons(named, bundle.description().reasons());
    }

    /**
     * The same for a score that no bundle gave.
     *
     * @param catalogue says which reasons care can answer
     */
    public static String reasons(List<CustomerReason> named, ReasonCatalogue catalogue) {
        ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
        for (CustomerReason reason : named) {
            boolean actionable = catalogue.has(reason.code())
                    && catalogue.reason(reason.code()).actionable();
            reasons.addObject()
                    .put("code", reason.code())
                    .put("impact", reason.impact())
                    .put("share", reason.share())
                    .put("settled", true)
                    .put("actionable", actionable);
        }
        return reasons.toString();
    }

    private String inputs(CustomerRecord customer) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < features.size(); i++) {
            if (customer.has(i)) {
                Column column = features.get(i);
                switch (column.kind()) {
                    case NUMBER -> inputs.put(column.name(), customer.number(i));
                    case FLAG -> inputs.put(column.name(), Boolean.parseBoolean(customer.level(i)));
                    case CATEGORY, DATE -> inputs.put(column.name(), customer.level(i));
                }
            }
        }
        return inputs.toString();
    }

    private static String reasons(ReasonRanking ranking) {
        ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
        ranking.raising().forEach(reason -> add(reasons, reason));
        ranking.lowering().forEach(reason -> add(reasons, reason));
        return reasons.toString();
    }

    private static void add(ArrayNode reasons, RankedReason reason) {
        reasons.addObject()
                .put("code", reason.reason().code())
                .put("impact", reason.impact())
                .put("share", reason.share())
                .put("settled", reason.settled())
                .put("actionable", reason.actionable());
    }
}
