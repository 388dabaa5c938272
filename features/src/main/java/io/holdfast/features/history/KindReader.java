package io.holdfast.features.history;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one entry of {@code kinds}. */
final class KindReader {
    private static final List<String> TYPES = List.of("voluntary", "involuntary", "natural", "internal", "partial");
    private static final int LONGEST_PROMISE = 365;

    private KindReader() {}

    static EventKind read(String name, YamlFields given, Set<String> measures) {
        KindRole role =
                given.choice("kind", KindRole.words(), KindRole.named(name).orElse(KindRole.OTHER));
        return new EventKind(
                name,
                role,
                given.optional("names").map(LocalizedText::read).orElse(LocalizedText.none()),
                measures(name, given, measures),
                reason(given, role),
                types(given, role),
                promise(given, role));
    }

    private static List<String> measures(String name, YamlFields given, Set<String> known) {
        List<String> measures = given.texts("measures");
        for (String measure : measures) {
            if (!known.contains(measure)) {
                throw given.fault(
                        "measures",
                        "unknown_measure",
                        "kind " + Excerpt.of(name) + " has the measure " + Excerpt.of(measure)
                                + ", which 'measures' does not describe" + Nearest.hint(measure, known));
            }
        }
        return measures;
    }

    private static String reason(YamlFields given, KindRole role) {
        String reason = given.text("reason", role.reason());
        if (!ReasonCatalogue.standard().has(reason)) {
            throw given.fault("reason", "unknown_reason", "reason " + Excerpt.of(reason) + "; expected a standard one");
        }
        return reason;
    }

    private static Map<String, String> types(YamlFields given, KindRole role) {
        Map<String, String> types = new LinkedHashMap<>();
        given.optionalMapping("types")
                .ifPresent(mapping -> mapping.entries().forEach((category, node) -> {
                    if (role != KindRole.LEAVE) {
                        throw given.fault("types", "wrong_key", "'types' belongs to a kind that is 'kind: leave'");
                    }
                    String type = node instanceof YamlScalar scalar ? scalar.text() : node.what();
                    if (!TYPES.contains(type)) {
                        throw node.fault(
                                "wrong_value",
                                "leave type " + Excerpt.of(type) + "; expected one of " + String.join(", ", TYPES));
                    }
                    types.put(category, type);
                }));
        return types;
    }

    private static OptionalInt promise(YamlFields given, KindRole role) {
        OptionalInt days = given.optionalWholeNumber("promisedDays", 1, LONGEST_PROMISE);
        if (days.isPresent() && role != KindRole.COMPLAINT) {
            throw given.fault(
                    "promisedDays", "wrong_key", "'promisedDays' belongs to a kind that is 'kind: complaint'");
        }
        return days;
    }
}
