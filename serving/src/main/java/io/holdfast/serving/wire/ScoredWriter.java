package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.holdfast.care.decision.CareDecision;
import io.holdfast.care.decision.NoCareCause;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.Contribution;
import io.holdfast.scoring.reason.ReasonShare;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.serving.answer.CustomerAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the entries of customers scored with one bundle. Thread-safe. */
final class ScoredWriter {
    private final RawValues values;

    ScoredWriter(ModelBundle bundle) {
        values = new RawValues(bundle);
    }

    void write(JsonGenerator out, CustomerAnswer.Scored scored, Optional<PlannedCare> planned, Language language)
            throws IOException {
        ChurnScore score = scored.score();
        out.writeStartObject();
        out.writeStringField("customerId", scored.customerId());
        out.writeStringField("status", scored.status().code());
        if (scored.units().isPresent()) {
            out.writeStringField("unitId", score.customer().id());
            out.writeNumberField("units", scored.units().getAsInt());
        }
        out.writeStringField("predictionId", score.predictionId());
        out.writeStringField("asOf", score.customer().asOf().toString());
        out.writeStringField("validUntil", scored.validUntil().toString());
        out.writeBooleanField("stale", scored.stale());
        out.writeNumberField("probability", score.probability());
        out.writeNumberField("score", score.score());
        out.writeNumberField("percentile", score.percentile());
        out.writeStringField("band", score.band().code());
        out.writeNumberField("baseLogOdds", score.baseLogOdds());
        out.writeNumberField("logOdds", score.logOdds());
        out.writeNumberField("otherImpact", scored.explanation().otherImpact());
        writeReasons(out, "reasons", scored.explanation().reasons(), score.customer());
        writeReasons(out, "protectors", scored.explanation().protectors(), score.customer());
        if (planned.isPresent()) {
            writePlanned(out, scored.stale() ? PlannedCare.STALE : planned.get());
        } else {
            writeCare(out, scored.care(), language);
        }
        writeWarnings(out, scored.warnings(), language);
        out.writeEndObject();
    }

    private void writeReasons(JsonGenerator out, String name, List<ReasonShare> reasons, CustomerRecord customer)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (ReasonShare reason : reasons) {
            out.writeStartObject();
            out.writeNumberField("rank", reason.rank());
            out.writeStringField("code", reason.code());
            out.writeStringField("text", reason.text());
            out.writeStringField("say", reason.say());
            out.writeStringField("strength", reason.ranked().strength().code());
            out.writeNumberField("share", reason.share());
            out.writeNumberField("impact", reason.impact());
            out.writeBooleanField("actionable", reason.ranked().actionable());
            out.writeArrayFieldStart("features");
            for (Contribution feature : reason.features()) {
                writeFeature(out, feature, customer);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeFeature(JsonGenerator out, Contribution feature, CustomerRecord customer) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", feature.name());
        out.writeStringField("text", feature.text());
        out.writeFieldName("value");
        values.write(out, feature.input(), customer);
        out.writeFieldName("typical");
        values.writeTypical(out, feature.input());
        out.writeNumberField("impact", feature.impact());
        out.writeEndObject();
    }

    /** All fields always: a client that maps fields to columns never meets a hole. */
    private static void writeCare(JsonGenerator out, CareDecision care, Language language) throws IOException {
        Optional<CareAction> action = care.action();
        out.writeObjectFieldStart("care");
        out.writeStringField("status", care.status().code());
        out.writeStringField("cause", care.cause().map(NoCareCause::code).orElse(null));
        out.writeStringField("action", action.map(CareAction::code).orElse(null));
        out.writeStringField("text", care.text(language));
        out.writeStringField(
                "channel", action.map(done -> done.channel().code()).orElse(null));
        out.writeEndObject();
    }

    private static void writePlanned(JsonGenerator out, PlannedCare care) throws IOException {
        out.writeObjectFieldStart("care");
        out.writeStringField("status", care.status());
        out.writeStringField("cause", care.cause());
        out.writeStringField("action", care.action());
        out.writeStringField("text", care.text());
        out.writeStringField("channel", care.channel());
        out.writeStringField("decisionId", care.decisionId());
        out.writeStringField("dueAt", care.dueAt());
        out.writeStringField("expiresAt", care.expiresAt());
        out.writeEndObject();
    }

    private static void writeWarnings(JsonGenerator out, List<InputWarning> warnings, Language language)
            throws IOException {
        out.writeArrayFieldStart("warnings");
        for (InputWarning warning : warnings) {
            out.writeStartObject();
            out.writeStringField("code", warning.code());
            out.writeStringField("field", warning.field());
            out.writeStringField("message", warning.message(language));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
