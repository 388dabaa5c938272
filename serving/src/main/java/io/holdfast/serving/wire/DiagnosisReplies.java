package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.diagnosis.Agreement;
import io.holdfast.care.diagnosis.Answer;
import io.holdfast.care.diagnosis.CareLine;
import io.holdfast.care.diagnosis.Change;
import io.holdfast.care.diagnosis.Count;
import io.holdfast.care.diagnosis.Cover;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisAdvice;
import io.holdfast.care.diagnosis.DiagnosisWords;
import io.holdfast.care.diagnosis.Evidence;
import io.holdfast.care.diagnosis.Fix;
import io.holdfast.care.diagnosis.Group;
import io.holdfast.care.diagnosis.GroupLine;
import io.holdfast.care.diagnosis.Interviews;
import io.holdfast.care.diagnosis.MonthLine;
import io.holdfast.care.diagnosis.ReasonLine;
import io.holdfast.care.diagnosis.SegmentLine;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.json.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes why customers leave; of counts that are too small to be shown, null. */
public final class DiagnosisReplies {
    private final Language language;
    private final CareNames names;
    private final ReasonCatalogue reasons;

    private DiagnosisReplies(Language language, CareNames names) {
        this.language = language;
        this.names = names;
        this.reasons = names.reasons();
    }

    /**
     * The reply as UTF-8.
     *
     * @param page the same as HTML, where it is wanted in the reply
     */
    public static byte[] write(Diagnosis diagnosis, CareNames names, ReplyContext context, Optional<String> page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("contractVersion", Contract.VERSION);
        body.put("requestId", context.requestId());
        body.put("language", context.language().tag());
        new DiagnosisReplies(context.language(), names).write(diagnosis, body);
        page.ifPresent(html -> body.put("page", html));
        return StrictJson.write(body);
    }

    private void write(Diagnosis diagnosis, ObjectNode body) {
        body.put("month", diagnosis.month().toString());
        body.put("running", diagnosis.running());
        body.put("customers", shown(diagnosis.customers()));
        cover(diagnosis.cover(), body.putObject("cover"));
        ArrayNode next = body.putArray("next");
        DiagnosisAdvice.of(diagnosis, reasons).forEach(step -> next.add(step.in(language)));
        ArrayNode groups = body.putArray("groups");
        diagnosis.groups().forEach(group -> group(group, groups.addObject()));
        ArrayNode tiers = body.putArray("tiers");
        diagnosis.tiers().forEach(line -> segment(line, tiers.addObject()));
        ArrayNode owners = body.putArray("owners");
        diagnosis.owners().forEach(line -> segment(line, owners.addObject()));
        ArrayNode months = body.putArray("months");
        diagnosis.months().forEach(line -> month(line, months.addObject()));
        ArrayNode agreements = body.putArray("agreements");
        diagnosis.agreements().forEach(line -> agreement(line, agreements.addObject()));
        ArrayNode care = body.putArray("care");
        diagnosis.care().forEach(line -> care(line, care.addObject()));
        ArrayNode without = body.putArray("withoutData");
        diagnosis.withoutData().forEach(without::add);
        ArrayNode withoutNames = body.putArray("withoutDataNames");
        diagnosis
                .withoutData()
                .forEach(code ->
                        withoutNames.add(DiagnosisWords.reason(code, reasons).in(language)));
        body.put("fixesBy", diagnosis.isModelInDoubt() ? "stated_or_confirmed" : "margin_at_stake");
        ArrayNode fixes = body.putArray("fixes");
        diagnosis.fixes().forEach(fix -> fix(fix, fixes.addObject()));
        ArrayNode interviews = body.putArray("interviews");
        diagnosis.interviews().forEach(draw -> interviews(draw, interviews.addObject()));
        body.put("notAsked", shown(diagnosis.notAsked()));
    }

    private static void cover(Cover cover, ObjectNode node) {
        node.put("comparable", cover.isComparable());
        node.put("customers", shown(cover.now()));
        node.put("customersBefore", shown(cover.before()));
        node.put("both", shown(cover.both()));
    }

    private void group(GroupLine line, ObjectNode node) {
        node.put("group", line.group().code());
        node.put("name", DiagnosisWords.group(line.group()).in(language));
        change(line.change(), node);
        node.put("undecided", shown(line.undecided()));
        ObjectNode evidence = node.putObject("reasons");
        for (Evidence kind : Evidence.values()) {
            ArrayNode lines = evidence.putArray(kind.code());
            line.reasons().getOrDefault(kind, List.of()).forEach(reason -> reason(reason, lines.addObject()));
        }
    }

    private void reason(ReasonLine line, ObjectNode node) {
        node.put("code", line.code().isEmpty() ? null : line.code());
        node.put("name", DiagnosisWords.reason(line.code(), reasons).in(language));
        node.put("pooled", line.pooled());
        change(line.change(), node);
    }

    private static void change(Change change, ObjectNode node) {
        node.put("customers", shown(change.customers()));
        node.put("of", shown(change.of()));
        node.put("customersBefore", shown(change.customersBefore()));
        node.put("ofBefore", shown(change.ofBefore()));
        boolean shown = change.isShown();
        estimate(shown ? change.difference() : Optional.empty(), "change", node);
        node.put("finding", shown && change.finding());
    }

    private static @Nullable Integer shown(Count count) {
        OptionalInt shown = count.shown();
        return shown.isPresent() ? (Integer) shown.getAsInt() : null;
    }

    private static void estimate(Optional<Estimate> estimate, String name, ObjectNode node) {
        if (estimate.isEmpty()) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("point", estimate.get().point())
                .put("low", estimate.get().low())
                .put("high", estimate.get().high());
    }

    private static void segment(SegmentLine line, ObjectNode node) {
        node.put("name", line.name().isEmpty() ? null : line.name());
        node.put("customers", line.customers().map(DiagnosisReplies::shown).orElse(null));
        for (Group group : Group.values()) {
            node.put(group.code(), shown(line.in(group)));
        }
        codes(line.leading(), node);
    }

    private static void month(MonthLine line, ObjectNode node) {
        node.put("month", line.month().toString());
        node.put("customers", shown(line.customers()));
        for (Group group : Group.values()) {
            node.put(group.code(), shown(line.in(group)));
        }
        codes(line.leading(), node);
    }

    private static void codes(List<String> codes, ObjectNode node) {
        ArrayNode leading = node.putArray("leading");
        codes.forEach(leading::add);
    }

    private static void agreement(Agreement line, ObjectNode node) {
        node.put("one", line.one().code());
        node.put("other", line.other().code());
        node.put("customers", shown(line.both()));
        estimate(line.share(), "share", node);
        node.put("majority", line.share().isPresent() ? (Double) line.majority() : null);
    }

    private void care(CareLine line, ObjectNode node) {
        node.put("code", line.code());
        node.put("name", DiagnosisWords.reason(line.code(), reasons).in(language));
        node.put("customers", shown(line.customers()));
        for (Answer answer : Answer.values()) {
            node.put(camel(answer), shown(line.of(answer)));
        }
        node.put("action", line.action().isEmpty() ? null : line.action());
        node.put(
                "actionName",
                line.action().isEmpty() ? null : names.action(line.action()).in(language));
    }

    private static String camel(Answer answer) {
        return answer == Answer.HELD_OUT ? "heldOut" : answer.code();
    }

    private void fix(Fix fix, ObjectNode node) {
        node.put("code", fix.code());
        node.put("name", DiagnosisWords.reason(fix.code(), reasons).in(language));
        for (Evidence kind : Evidence.values()) {
            node.put(kind.code(), shown(fix.affected(kind)));
        }
        node.put(
                "marginAtStake",
                fix.marginAtStake().isPresent() ? (Double) fix.marginAtStake().getAsDouble() : null);
        node.put("marginOf", fix.marginAtStake().isPresent() ? shown(fix.marginOf()) : null);
        node.put("owner", fix.owner().isEmpty() ? null : fix.owner());
    }

    private void interviews(Interviews draw, ObjectNode node) {
        node.put("group", draw.group().code());
        node.put("tier", draw.tier().isEmpty() ? null : draw.tier());
        node.put("tierName", names.tier(draw.tier()).in(language));
        node.put("of", shown(draw.of()));
        ArrayNode customers = node.putArray("customers");
        draw.customers().forEach(customers::add);
    }
}
