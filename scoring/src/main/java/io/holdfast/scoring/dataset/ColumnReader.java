package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one entry of {@code columns}. */
final class ColumnReader {
    private static final Map<String, ColumnRole> ROLES = words(ColumnRole.values());
    private static final Map<String, ColumnKind> KINDS = words(ColumnKind.values());
    private static final Map<String, Monotone> DIRECTIONS = words(Monotone.values());
    private static final Map<String, DailyChange> DAILY = words(DailyChange.values());

    private final String name;
    private final YamlFields fields;
    private final ReasonCatalogue reasons;

    private ColumnReader(String name, YamlFields fields, ReasonCatalogue reasons) {
        this.name = name;
        this.fields = fields;
        this.reasons = reasons;
    }

    static Column read(String name, YamlNode node, ReasonCatalogue reasons) {
        String subject = "column " + Excerpt.of(name);
        if (!(node instanceof YamlMapping mapping)) {
            throw node.fault("wrong_type", subject + " is " + node.what() + "; expected a mapping with its role");
        }
        YamlFields fields = mapping.fields(subject);
        try {
            Column column = new ColumnReader(name, fields, reasons).column();
            if (fields.has("tokens") && column.kind() != ColumnKind.FLAG) {
                throw new ColumnRules.Breach("tokens", "has tokens, which only a column of kind flag has");
            }
            fields.finish();
            return column;
        } catch (ColumnRules.Breach e) {
            throw fields.fault(e.key(), "column_rule", subject + " " + e.getMessage());
        }
    }

    /** A constant's name as files write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        return Arrays.stream(constants)
                .collect(Collectors.toMap(
                        ColumnReader::word, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private Column column() {
        ColumnRole role = fields.choice("role", ROLES);
        boolean value = fields.flag("value", false);
        return new Column(
                name,
                role,
                kind(role, value),
                fields.optional("names").map(LocalizedText::read).orElse(LocalizedText.none()),
                fields.optional("unit").map(Unit::read).orElse(Unit.none()),
                reason(),
                levels(),
                value,
                fields.flag("sensitive", false),
                fields.flag("actionable", true),
                fields.choice("monotone", DIRECTIONS, Monotone.NONE),
                fields.text("positive", ""),
                tokens(),
                fields.flag("mayBeMissing", false),
                fields.choice("daily", DAILY, DailyChange.NONE),
                fields.text("acknowledged", ""));
    }

    private ColumnKind kind(ColumnRole role, boolean value) {
        if (value) {
            return fields.choice("kind", KINDS, ColumnKind.NUMBER);
        }
        return switch (role) {
            case FEATURE -> fields.choice("kind", KINDS);
            case WEIGHT -> fields.choice("kind", KINDS, ColumnKind.NUMBER);
            case DATE, DEPARTURE -> fields.choice("kind", KINDS, ColumnKind.DATE);
            case CONSENT, OBJECTION -> fields.choice("kind", KINDS, ColumnKind.FLAG);
            case ID, LABEL, GROUP, OWNER, PREFERENCE, IGNORE -> fields.choice("kind", KINDS, ColumnKind.CATEGORY);
        };
    }

    private String reason() {
        String code = fields.text("reason", Column.PROFILE);
        if (!reasons.has(code)) {
            throw fields.fault(
                    "reason",
                    "unknown_reason",
                    "column " + Excerpt.of(name) + " has reason " + Excerpt.of(code) + "; expected one of "
                            + String.join(", ", reasons.codes()) + Nearest.hint(code, reasons.codes()));
        }
        return code;
    }

    private Map<String, LocalizedText> levels() {
        Optional<YamlMapping> mapping = fields.optionalMapping("levels");
        if (mapping.isEmpty()) {
            return Map.of();
        }
        Map<String, LocalizedText> levels = new LinkedHashMap<>();
        mapping.get().entries().forEach((level, node) -> levels.put(level, LocalizedText.read(node)));
        return Collections.unmodifiableMap(levels);
    }

    private FlagTokens tokens() {
        return FlagTokens.read(fields, "column " + Excerpt.of(name)).orElse(FlagTokens.standard());
    }
}
