package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads reasons as {@code reasons.yaml} and the {@code reasons} of a description write them. */
final class ReasonReader {
    private ReasonReader() {}

    static ReasonCatalogue catalogue(YamlMapping file) {
        YamlFields fields = file.fields();
        fields.format(List.of("1"));
        YamlMapping reasons = fields.mapping("reasons");
        fields.finish();
        return extend(ReasonCatalogue.of(List.of()), reasons);
    }

    /** A reason that exists already needs only what changes. */
    static ReasonCatalogue extend(ReasonCatalogue catalogue, YamlMapping reasons) {
        List<Reason> read = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : reasons.entries().entrySet()) {
            String code = entry.getKey();
            if (!Reason.isCode(code)) {
                throw new YamlScalar(reasons.source(), reasons.line(code), code)
                        .fault(
                                "wrong_value",
                                "the reason code " + Excerpt.of(code)
                                        + " is not lower-case words joined by hyphens, at most 40 characters");
            }
            if (!(entry.getValue() instanceof YamlMapping mapping)) {
                throw entry.getValue()
                        .fault(
                                "wrong_type",
                                "reason " + Excerpt.of(code) + " is "
                                        + entry.getValue().what() + "; expected a mapping");
            }
            Optional<Reason> known = catalogue.has(code) ? Optional.of(catalogue.reason(code)) : Optional.empty();
            read.add(reason(code, mapping, known));
        }
        return catalogue.with(read);
    }

    private static Reason reason(String code, YamlMapping mapping, Optional<Reason> known) {
        YamlFields fields = mapping.fields("reason '" + code + "'");
        boolean actionable =
                fields.flag("actionable", known.map(Reason::actionable).orElse(true));
        String side = fields.text("side", known.map(Reason::side).orElse("company"));
        if (!Reason.SIDES.contains(side)) {
            throw fields.fault(
                    "side",
                    "wrong_value",
                    "reason '" + code + "' has side " + Excerpt.of(side) + "; expected one of "
                            + String.join(", ", Reason.SIDES));
        }
        Reason reason = new Reason(
                code,
                actionable,
                side,
                text(fields, "name", known.map(Reason::name)),
                template(fields, "raises", known.map(Reason::raises)),
                template(fields, "lowers", known.map(Reason::lowers)),
                text(fields, "say", known.map(Reason::say)));
        fields.finish();
        return reason;
    }

    private static LocalizedText text(YamlFields fields, String key, Optional<LocalizedText> known) {
        Optional<LocalizedText> text =
                fields.optional(key).map(LocalizedText::read).or(() -> known);
        if (text.isEmpty() || text.get().isEmpty()) {
            throw fields.fault(
                    key, "missing_key", "'" + key + "' of a new reason is missing; expected text in each language");
        }
        return text.get();
    }

    private static LocalizedText template(YamlFields fields, String key, Optional<LocalizedText> known) {
        LocalizedText template = text(fields, key, known);
        for (String text : template.texts().values()) {
            if (!Reason.hasOnePlace(text)) {
                throw fields.fault(
                        key,
                        "wrong_value",
                        "'" + key + "' reads " + Excerpt.of(text) + "; expected " + Reason.EVIDENCE
                                + " once, where the customer's values go");
            }
        }
        return template;
    }
}
