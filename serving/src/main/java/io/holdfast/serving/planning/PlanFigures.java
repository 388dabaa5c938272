package io.holdfast.serving.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.PriceOfKnowing;
import io.holdfast.care.plan.StoppedUse;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan comes to, as stores and replies have it.
 *
 * @param summary money, capacity and gain
 * @param causes customers without care, by the cause's code
 */
public record PlanFigures(PlanSummary summary, Map<String, Integer> causes) {
    static final String LIMITS = "limits";
    static final String NAME = "name";
    static final String TAKEN = "taken";

    /** The figures of a plan. */
    public static PlanFigures of(CarePlan plan) {
        Map<String, Integer> causes = new TreeMap<>();
        for (CareDecision decision : plan.decisions()) {
            decision.cause().ifPresent(cause -> causes.merge(cause.code(), 1, Integer::sum));
        }
        return new PlanFigures(plan.summary(), causes);
    }

    private static void stopped(StoppedUse use, ObjectNode out) {
        Measured measured = use.measured();
        out.put("action", use.action())
                .put("reason", use.reason())
                .put("tier", use.tier())
                .put("winBack", use.winBack())
                .put("assigned", measured.assigned())
                .put("shadowAssigned", measured.shadow())
                .put("days", measured.days())
                .put("harm", measured.harm());
        out.putObject("change")
                .put("point", measured.change().point())
                .put("low", measured.change().low())
                .put("high", measured.change().high());
        ObjectNode texts = out.putObject("texts");
        use.text().texts().forEach((language, words) -> texts.put(language.tag(), words));
    }

    /** A JSON object; a limit without end is null. */
    public ObjectNode toJson() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("planned", summary.planned());
        figures.put("withheld", summary.withheld());
        figures.put("none", summary.none());
        ObjectNode counts = figures.putObject("causes");
        causes.forEach(counts::put);
        figures.put("cost", summary.cost());
        figures.putObject("gain")
                .put("expected", summary.gain().expected())
                .put("low", summary.gain().low())
                .put("high", summary.gain().high());
        figures.put("total", summary.total());
        figures.put("bound", summary.bound());
        figures.put("gap", summary.gap());
        ArrayNode limits = figures.putArray(LIMITS);
        for (LimitUse use : summary.limits()) {
            ObjectNode limit = limits.addObject().put(NAME, use.name()).put("used", use.used());
            if (Double.isInfinite(use.limit())) {
                limit.putNull("limit");
            } else {
                limit.put("limit", use.limit());
            }
            limit.put("price", use.price()).put(TAKEN, use.taken()).put("late", use.late());
        }
        PriceOfKnowing price = summary.price();
        figures.putObject("exploration")
                .put("customers", price.explored())
                .put("spending", price.spending())
                .put("atRisk", price.atRisk())
                .put("forgone", price.forgone());
        ArrayNode stopped = figures.putArray("stopped");
        summary.stopped().forEach(use -> stopped(use, stopped.addObject()));
        figures.put("lotKept", summary.lotKept());
        return figures;
    }
}
