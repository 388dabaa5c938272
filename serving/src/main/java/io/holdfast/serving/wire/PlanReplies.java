package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.Candidate;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.ExplanationPart;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlannedPlay;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.planning.KeptPlan;
import io.holdfast.serving.planning.PlanFigures;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.NewDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Writes replies about plans. */
public final class PlanReplies {
    private PlanReplies() {}

    /**
     * {@code POST /v1/care-plans}.
     *
     * @param now what has expired by then is warned of
     */
    public static byte[] write(KeptPlan kept, Instant now, ReplyContext context) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("contractVersion", Contract.VERSION);
        reply.put("requestId", context.requestId());
        reply.put("language", context.language().tag());
        reply.put("planId", kept.plan().planId());
        reply.put("campaign", kept.plan().campaign());
        reply.put("asOf", kept.plan().day().toString());
        reply.put("modelDigest", kept.record().modelDigest());
        reply.put("playbookDigest", kept.plan().playbookDigest());
        reply.put("repeated", kept.receipt().repeated());
        reply.put("workItems", kept.receipt().workItems());
        reply.set("summary", PlanFigures.of(kept.plan()).toJson());
        ArrayNode results = reply.putArray("results");
        for (int i = 0; i < kept.decisions().size(); i++) {
            write(
                    results.addObject(),
                    kept.decisions().get(i),
                    kept.record().decisions().get(i),
                    kept.receipt().left().contains(kept.decisions().get(i).decisionId()),
                    context.language());
        }
        ArrayNode warnings = reply.putArray("warnings");
        long expired = expired(kept, now);
        if (expired > 0) {
            warnings.addObject()
                    .put("code", "expired_work_items")
                    .put("pointer", "/asOf")
                    .put("message", expiredText(expired, kept.plan().day()).in(context.language()));
        }
        return StrictJson.write(reply);
    }

    /** Steps of what the plan has on the work list that are over, whether before they came there or since. */
    private static long expired(KeptPlan kept, Instant now) {
        return kept.record().decisions().stream()
                .filter(decision -> decision.status().equals(NewDecision.PLANNED)
                        && !kept.receipt().left().contains(decision.decisionId()))
                .flatMap(decision -> decision.steps().stream())
                .filter(step -> !step.expiresAt().isAfter(now))
                .count();
    }

    private static LocalizedText expiredText(long steps, LocalDate day) {
        return Verdict.of(
                LocalizedText.of(
                        steps + " of the work items have expired already, since the plan begins on " + day
                                + ", and stand among the closed ones",
                        "计划自 " + day + " 开始，其中 " + steps + " 个工作项已过期，列在已结束的工作项中"),
                LocalizedText.of("an asOf of these days for care that is to be carried out", "若要执行关怀，asOf 应为近日"));
    }

    /**
     * All fields always. A shadow has neither text nor day, so that nobody acts on it by mistake; where an earlier decision stands, that one is the
     * store's, and this one has no id.
     */
    private static void write(
            ObjectNode out, CareDecision decision, NewDecision record, boolean left, Language language) {
        boolean planned = decision.status() == PlanStatus.PLANNED;
        Optional<PlannedPlay> play = decision.play();
        out.put("customerId", decision.customerId());
        out.put("unit", decision.unit());
        out.put("decisionId", left ? null : decision.decisionId());
        out.put("status", decision.status().code());
        out.put("cause", decision.cause().map(PlanCause::code).orElse(null));
        out.put("arm", decision.arm().code());
        out.put("action", play.map(PlannedPlay::action).orElse(null));
        out.put("text", planned ? play.orElseThrow().first().text().in(language) : "");
        out.put("channel", play.map(known -> known.first().channel().code()).orElse(null));
        out.put("team", play.map(known -> known.first().team()).orElse(null));
        out.put("dueAt", planned ? record.steps().get(0).dueAt().toString() : null);
        out.put("expiresAt", record.expiresAt().toString());
        out.put("tier", decision.tier().map(ValueTier::code).orElse(null));
        out.put("stage", decision.stage().map(LifecycleStage::code).orElse(null));
        if (play.isPresent()) {
            out.putObject("gain")
                    .put("expected", play.get().gain().expected())
                    .put("low", play.get().gain().low())
                    .put("high", play.get().gain().high());
            out.put("cost", play.get().cost());
        } else {
            out.putNull("gain");
            out.putNull("cost");
        }
        ArrayNode explanation = out.putArray("explanation");
        for (ExplanationPart part : decision.explanation()) {
            explanation
                    .addObject()
                    .put("question", part.question().code())
                    .put("text", part.text().in(language));
        }
        out.put("household", decision.household());
        out.put("owner", decision.owner());
        out.put("evidence", play.map(known -> known.evidence().code()).orElse(null));
        steps(out.putArray("steps"), decision, record, language);
        ArrayNode candidates = out.putArray("candidates");
        for (Candidate candidate : decision.candidates()) {
            candidates
                    .addObject()
                    .put("action", candidate.action())
                    .put("expectedGain", candidate.gain().expected())
                    .put("assignmentProbability", candidate.assignmentProbability());
        }
        ArrayNode entitlements = out.putArray("entitlements");
        decision.entitlements().forEach(entitlements::add);
    }

    private static void steps(ArrayNode out, CareDecision decision, NewDecision record, Language language) {
        boolean planned = decision.status() == PlanStatus.PLANNED;
        for (DecisionStep step : record.steps()) {
            out.addObject()
                    .put("channel", step.channel())
                    .put("team", step.team())
                    .put("dueAt", planned ? step.dueAt().toString() : null)
                    .put("expiresAt", planned ? step.expiresAt().toString() : null)
                    .put("text", planned ? step.text().in(language) : "");
        }
    }
}
