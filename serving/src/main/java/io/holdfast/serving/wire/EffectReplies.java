package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.effect.CellNames;
import io.holdfast.care.effect.CountedOut;
import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.EffectAdvice;
import io.holdfast.care.effect.EffectEstimate;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.care.effect.ExploredCell;
import io.holdfast.care.effect.WrongReading;
import io.holdfast.care.effect.WrongReadings;
import io.holdfast.care.inference.ArmMean;
import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.KaplanMeier;
import io.holdfast.care.inference.SampleRatio;
import io.holdfast.care.plan.CareNames;
import io.holdfast.care.posterior.PooledEffect;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes what care brought about; what is not finite is null. */
public final class EffectReplies {
    private final Language language;
    private final CareNames names;

    private EffectReplies(Language language, CareNames names) {
        this.language = language;
        this.names = names;
    }

    /**
     * The reply as UTF-8.
     *
     * @param pooled what the measurement of all plans says of each action, reason and tier
     * @param page the same as HTML, where it is wanted in the reply
     */
    public static byte[] write(
            EffectReport report,
            List<PooledEffect> pooled,
            CareNames names,
            ReplyContext context,
            Optional<String> page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("contractVersion", Contract.VERSION);
        body.put("requestId", context.requestId());
        body.put("language", context.language().tag());
        EffectReplies replies = new EffectReplies(context.language(), names);
        replies.write(report, body);
        ArrayNode beliefs = body.putArray("pooled");
        pooled.forEach(effect -> replies.pooled(effect, beliefs.addObject()));
        page.ifPresent(html -> body.put("page", html));
        return StrictJson.write(body);
    }

    private void write(EffectReport report, ObjectNode body) {
        body.put("plan", report.question().plan().orElse(null));
        body.put("closedUntil", report.closedUntil().map(Instant::toString).orElse(null));
        body.put("assigned", report.assigned());
        body.put("shadowAssigned", report.shadow());
        CountedOut out = report.countedOut();
        body.putObject("countedOut")
                .put("outsideTheLot", out.outside())
                .put("mixed", out.mixed())
                .put("certain", out.certain())
                .put("later", out.later())
                .put("split", out.split());
        SampleRatio ratio = report.sampleRatio();
        body.putObject("sampleRatio")
                .put("clusters", ratio.clusters())
                .put("heldOut", ratio.heldOut())
                .put("expected", ratio.expected())
                .put("pValue", ratio.pValue())
                .put("mismatch", ratio.isMismatch());
        ArrayNode effects = body.putArray("effects");
        report.estimates().forEach(estimate -> effect(estimate, effects.addObject()));
        ArrayNode by = body.putArray("by");
        report.question().cuts().stream().map(Cut::code).forEach(by::add);
        ArrayNode cells = body.putArray("explored");
        report.explored().forEach(cell -> {
            ObjectNode node = cells.addObject();
            node.put("name", CellNames.of(report.question().cuts(), cell, names).in(language));
            cell(cell, node);
        });
        staying(report, body);
        ArrayNode next = body.putArray("next");
        EffectAdvice.of(report, names).forEach(step -> next.add(step.in(language)));
        if (report.wrong().isPresent()) {
            wrong(report.wrong().get(), body.putObject("wrongReadings"));
        } else {
            body.putNull("wrongReadings");
        }
    }

    private static void staying(EffectReport report, ObjectNode body) {
        if (report.staying().isEmpty()) {
            body.putNull("staying");
            return;
        }
        ObjectNode node = body.putObject("staying");
        curve(report.staying().get().assigned(), node.putArray("assigned"));
        curve(report.staying().get().shadow(), node.putArray("shadowAssigned"));
    }

    private static void curve(KaplanMeier curve, ArrayNode points) {
        curve.points()
                .forEach(point -> points.addObject()
                        .put("day", point.day())
                        .put("share", point.share())
                        .put("low", point.low())
                        .put("high", point.high())
                        .put("atRisk", point.atRisk()));
    }

    private void effect(EffectEstimate estimate, ObjectNode node) {
        node.put("metric", estimate.metric().code());
        node.put("days", estimate.days());
        node.put("primary", estimate.primary());
        node.put("text", EffectWords.of(estimate).in(language));
        figures(estimate, node);
        estimate(estimate.treatedPerSave(), "treatedPerSave", node);
        estimate(estimate.treatedPerHarm(), "treatedPerHarm", node);
        node.put("verdict", estimate.verdict().code());
        number(estimate.moreCustomers(), "moreCustomers", node);
        number(estimate.moreCampaigns(), "moreCampaigns", node);
    }

    private void cell(ExploredCell cell, ObjectNode node) {
        ArrayNode codes = node.putArray("names");
        cell.names().forEach(codes::add);
        node.put("text", EffectWords.figures(cell.estimate()).in(language));
        node.put("metric", cell.estimate().metric().code());
        node.put("days", cell.estimate().days());
        figures(cell.estimate(), node);
        if (cell.falseDiscovery().isPresent()) {
            node.put("falseDiscovery", cell.falseDiscovery().getAsDouble());
        } else {
            node.putNull("falseDiscovery");
        }
        node.put("finding", cell.finding());
    }

    private static void figures(EffectEstimate estimate, ObjectNode node) {
        Optional<Comparison> found = estimate.comparison();
        arm(
                estimate.assigned(),
                estimate.assignedReported(),
                found.map(Comparison::assigned),
                node.putObject("assigned"));
        arm(
                estimate.shadow(),
                estimate.shadowReported(),
                found.map(Comparison::shadow),
                node.putObject("shadowAssigned"));
        estimate(found.map(Comparison::difference), "difference", node);
        estimate(found.flatMap(Comparison::relative), "relative", node);
        estimate(found.flatMap(Comparison::sequence), "sequence", node);
        node.set("pValue", found.map(comparison -> finite(comparison.pValue())).orElse(finite(Double.NaN)));
    }

    private static void arm(int closed, int reported, Optional<ArmMean> arm, ObjectNode node) {
        node.put("closed", closed);
        node.put("reported", reported);
        node.put("answered", arm.map(ArmMean::units).orElse(null));
        node.put("clusters", arm.map(ArmMean::clusters).orElse(null));
        node.set("mean", finite(arm.map(ArmMean::mean).orElse(Double.NaN)));
    }

    private void pooled(PooledEffect effect, ObjectNode node) {
        node.put("action", effect.action())
                .put("reason", effect.reason())
                .put("tier", effect.tier())
                .put("winBack", effect.winBack())
                .put("days", effect.days())
                .put("assigned", effect.assigned())
                .put("shadowAssigned", effect.shadow());
        estimate(Optional.of(effect.change()), "change", node);
        node.put("harm", effect.harm());
        node.put("evidence", effect.evidence().code());
        node.put("text", effect.harmful().map(text -> text.in(language)).orElse(""));
    }

    private static void estimate(Optional<Estimate> estimate, String name, ObjectNode node) {
        if (estimate.isEmpty()) {
            node.putNull(name);
            return;
        }
        ObjectNode own = node.putObject(name);
        own.set("point", finite(estimate.get().point()));
        own.set("low", finite(estimate.get().low()));
        own.set("high", finite(estimate.get().high()));
    }

    private static JsonNode finite(double number) {
        return Double.isFinite(number)
                ? JsonNodeFactory.instance.numberNode(number)
                : JsonNodeFactory.instance.nullNode();
    }

    private static void number(OptionalLong number, String name, ObjectNode node) {
        node.put(name, number.isPresent() ? (Long) number.getAsLong() : null);
    }

    private void wrong(WrongReadings wrong, ObjectNode node) {
        node.put("days", wrong.days());
        reading(
                wrong.treatedAgainstEverybody(),
                EffectWords.againstEverybody(wrong).in(language),
                "treatedAgainstEverybody",
                node);
        reading(
                wrong.reachedAgainstNotReached(),
                EffectWords.reachedAgainstNotReached(wrong).in(language),
                "reachedAgainstNotReached",
                node);
    }

    private static void reading(Optional<WrongReading> reading, String text, String name, ObjectNode node) {
        if (reading.isEmpty()) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("text", text)
                .put("difference", reading.get().difference())
                .put("first", reading.get().first())
                .put("firstRate", reading.get().firstRate())
                .put("second", reading.get().second())
                .put("secondRate", reading.get().secondRate());
    }

    /** The cuts that a list of codes names, in their order; none where one is unknown or named twice. */
    public static Optional<List<Cut>> cuts(List<String> codes) {
        List<Cut> cuts =
                codes.stream().map(Cut::of).flatMap(Optional::stream).distinct().toList();
        return cuts.size() == codes.size() ? Optional.of(cuts) : Optional.empty();
    }
}
