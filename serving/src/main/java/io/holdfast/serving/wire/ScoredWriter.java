package io.holdfast.serving.wire;

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
import java.util.List;
import java.util.Optional;

/** Writes the entries of customers scored with one bundle. Thread-safe. */
final class ScoredWriter {
    private final RawValues values;

    ScoredWriter(ModelBundle bundle) {
        values = new RawValues(bundle);
    }

    void write(JsonBytes out, CustomerAnswer.Scored scored, Optional<PlannedCare> planned, Language language) {
        ChurnScore score = scored.score();
        out.object();
        out.name("customerId").text(scored.customerId());
        out.name("status").text(scored.status().code());
        if (scored.units().isPresent()) {
            out.name("unitId").text(score.customer().id());
            out.name("units").number(scored.units().getAsInt());
        }
        out.name("predictionId").text(score.predictionId());
        out.name("asOf").text(score.customer().asOf().toString());
        out.name("validUntil").text(scored.validUntil().toString());
        out.name("stale").flag(scored.stale());
        out.name("probability").number(score.probability());
        out.name("score").number(score.score());
        out.name("percentile").number(score.percentile());
        out.name("band").text(score.band().code());
        out.name("baseLogOdds").number(score.baseLogOdds());
        out.name("logOdds").number(score.logOdds());
        out.name("otherImpact").number(scored.explanation().otherImpact());
        writeReasons(out, "reasons", scored.explanation().reasons(), score.customer());
        writeReasons(out, "protectors", scored.explanation().protectors(), score.customer());
        if (planned.isPresent()) {
            writePlanned(out, scored.stale() ? PlannedCare.STALE : planned.get());
        } else {
            writeCare(out, scored.care(), language);
        }
        writeWarnings(out, scored.warnings(), language);
        out.endObject();
    }

    private void writeReasons(JsonBytes out, String name, List<ReasonShare> reasons, CustomerRecord customer) {
        out.name(name).array();
        for (ReasonShare reason : reasons) {
            out.object();
            out.name("rank").number(reason.rank());
            out.name("code").text(reason.code());
            out.name("text").text(reason.text());
            out.name("say").text(reason.say());
            out.name("strength").text(reason.ranked().strength().code());
            out.name("share").number(reason.share());
            out.name("impact").number(reason.impact());
            out.name("actionable").flag(reason.ranked().actionable());
            out.name("features").array();
            for (Contribution feature : reason.features()) {
                writeFeature(out, feature, customer);
            }
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private void writeFeature(JsonBytes out, Contribution feature, CustomerRecord customer) {
        out.object();
        out.name("name").text(feature.name());
        out.name("text").text(feature.text());
        out.name("value");
        values.write(out, feature.input(), customer);
        out.name("typical");
        values.writeTypical(out, feature.input());
        out.name("impact").number(feature.impact());
        out.endObject();
    }

    /** All fields always: a client that maps fields to columns never meets a hole. */
    private static void writeCare(JsonBytes out, CareDecision care, Language language) {
        Optional<CareAction> action = care.action();
        out.name("care").object();
        out.name("status").text(care.status().code());
        out.name("cause").text(care.cause().map(NoCareCause::code).orElse(null));
        out.name("action").text(action.map(CareAction::code).orElse(null));
        out.name("text").text(care.text(language));
        out.name("channel").text(action.map(done -> done.channel().code()).orElse(null));
        out.endObject();
    }

    private static void writePlanned(JsonBytes out, PlannedCare care) {
        out.name("care").object();
        out.name("status").text(care.status());
        out.name("cause").text(care.cause());
        out.name("action").text(care.action());
        out.name("text").text(care.text());
        out.name("channel").text(care.channel());
        out.name("decisionId").text(care.decisionId());
        out.name("dueAt").text(care.dueAt());
        out.name("expiresAt").text(care.expiresAt());
        out.name("unitId").text(care.unitId());
        out.endObject();
    }

    private static void writeWarnings(JsonBytes out, List<InputWarning> warnings, Language language) {
        out.name("warnings").array();
        for (InputWarning warning : warnings) {
            out.object();
            out.name("code").text(warning.code());
            out.name("field").text(warning.field());
            out.name("message").text(warning.message(language));
            out.endObject();
        }
        out.endArray();
    }
}
