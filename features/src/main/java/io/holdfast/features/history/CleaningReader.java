package io.holdfast.features.history;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code cleaning}. */
final class CleaningReader {
    private static final Map<String, Cleaning.IdCase> CASES = new LinkedHashMap<>();

    static {
        CASES.put("keep", Cleaning.IdCase.KEEP);
        CASES.put("upper", Cleaning.IdCase.UPPER);
        CASES.put("lower", Cleaning.IdCase.LOWER);
    }

    private CleaningReader() {}

    static Cleaning read(YamlMapping mapping, Set<String> kinds) {
        YamlFields given = mapping.fields("'cleaning'");
        Cleaning cleaning = new Cleaning(
                word(given, "withoutCustomer", "drop", "refuse"),
                word(given, "exactDuplicates", "drop", "keep"),
                word(given, "future", "drop", "refuse"),
                word(given, "badTime", "drop", "refuse"),
                word(given, "withoutTime", "drop", "refuse"),
                word(given, "foreignIds", "keep", "refuse"),
                given.choice("idCase", CASES, Cleaning.IdCase.KEEP),
                net(given, kinds),
                !given.has("outliers") || word(given, "outliers", "report", "ignore"));
        given.finish();
        return cleaning;
    }

    private static boolean word(YamlFields given, String key, String yes, String no) {
        String text = given.text(key, no);
        if (!text.equals(yes) && !text.equals(no)) {
            throw given.fault(
                    key,
                    "wrong_value",
                    "'" + key + "' of 'cleaning' is " + Excerpt.of(text) + "; expected " + yes + " or " + no);
        }
        return text.equals(yes);
    }

    private static Map<String, String> net(YamlFields given, Set<String> kinds) {
        Map<String, String> net = new LinkedHashMap<>();
        given.optionalMapping("net")
                .ifPresent(pairs -> pairs.entries().forEach((back, node) -> {
                    requireKind(node, back, kinds);
                    String taken = node instanceof YamlScalar scalar ? scalar.text() : node.what();
                    requireKind(node, taken, kinds);
                    net.put(back, taken);
                }));
        return net;
    }

    private static void requireKind(YamlNode node, String kind, Set<String> kinds) {
        if (!kinds.contains(kind)) {
            throw node.fault(
                    "unknown_kind",
                    "'net' of 'cleaning' names " + Excerpt.of(kind) + "; expected one of 'kinds'"
                            + Nearest.hint(kind, kinds));
        }
    }
}
