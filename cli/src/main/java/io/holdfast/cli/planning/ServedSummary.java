package io.holdfast.cli.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.plan.GainEstimate;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.PriceOfKnowing;
import io.holdfast.care.plan.StoppedUse;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what several replies of a server say of their parts of a plan. For one thread. */
final class ServedSummary {
    private int planned;
    private int withheld;
    private int none;
    private double expected;
    private double low;
    private double high;
    private double cost;
    private double total;
    private double bound;
    private int explored;
    private double spending;
    private double atRisk;
    private double forgone;
    private boolean lotKept = true;
    private final Map<List<String>, StoppedUse> stopped = new LinkedHashMap<>();
    private final Map<String, LimitUse> limits = new LinkedHashMap<>();
    private final Map<String, Integer> actions = new TreeMap<>();
    private final Map<String, Integer> causes = new TreeMap<>();

    void add(JsonNode reply) {
        JsonNode summary = reply.path("summary");
        planned += summary.path("planned").intValue();
        withheld += summary.path("withheld").intValue();
        none += summary.path("none").intValue();
        expected += summary.path("gain").path("expected").doubleValue();
        low += summary.path("gain").path("low").doubleValue();
        high += summary.path("gain").path("high").doubleValue();
        cost += summary.path("cost").doubleValue();
        total += summary.path("total").doubleValue();
        bound += summary.path("bound").doubleValue();
        JsonNode exploration = summary.path("exploration");
        explored += exploration.path("customers").intValue();
        spending += exploration.path("spending").doubleValue();
        atRisk += exploration.path("atRisk").doubleValue();
        forgone += exploration.path("forgone").doubleValue();
        lotKept &= summary.path("lotKept").asBoolean(true);
        summary.path("stopped").forEach(this::addStopped);
        for (JsonNode limit : summary.path("limits")) {
            JsonNode most = limit.path("limit");
            LimitUse use = new LimitUse(
                    limit.path("name").asText(),
                    limit.path("used").doubleValue(),
                    most.isNumber() ? most.doubleValue() : Double.POSITIVE_INFINITY,
                    limit.path("price").doubleValue(),
                    limit.path("taken").intValue(),
                    limit.path("late").intValue());
            limits.merge(use.name(), use, ServedSummary::together);
        }
        for (var names = summary.path("causes").fieldNames(); names.hasNext(); ) {
            String cause = names.next();
            causes.merge(cause, summary.path("causes").path(cause).intValue(), Integer::sum);
        }
        for (JsonNode result : reply.path("results")) {
            if (result.path("status").asText().equals("planned")) {
                actions.merge(result.path("action").asText(), 1, Integer::sum);
            }
        }
    }

    private void addStopped(JsonNode use) {
        JsonNode change = use.path("change");
        StoppedUse read = new StoppedUse(
                use.path("action").asText(),
                use.path("reason").asText(),
                use.path("tier").asText(),
                use.path("winBack").asBoolean(),
                new Measured(
                        use.path("assigned").asInt(),
                        use.path("shadowAssigned").asInt(),
                        use.path("days").asInt(),
                        new Estimate(
                                change.path("point").asDouble(),
                                change.path("low").asDouble(),
                                change.path("high").asDouble()),
                        use.path("harm").asDouble()),
                LocalizedText.of(
                        use.path("texts").path(Language.ENGLISH.tag()).asText(),
                        use.path("texts").path(Language.CHINESE.tag()).asText()));
        stopped.put(List.of(read.action(), read.reason(), read.tier()), read);
    }

    /** One more unit would go where it brings most. */
    private static LimitUse together(LimitUse one, LimitUse other) {
        return new LimitUse(
                one.name(),
                one.used() + other.used(),
                one.limit() + other.limit(),
                Math.max(one.price(), other.price()),
                one.taken() + other.taken(),
                one.late() + other.late());
    }

    /** All parts together; the interval takes an effect that is wrong to be wrong in all of them. */
    PlanSummary summary() {
        List<LimitUse> uses = new ArrayList<>(limits.values());
        return new PlanSummary(
                planned,
                withheld,
                none,
                new GainEstimate(expected, low, high),
                cost,
                total,
                bound,
                uses,
                new PriceOfKnowing(explored, spending, atRisk, forgone),
                List.copyOf(stopped.values()),
                lotKept);
    }

    Map<String, Integer> actions() {
        return actions;
    }

    Map<String, Integer> causes() {
        return causes;
    }
}
