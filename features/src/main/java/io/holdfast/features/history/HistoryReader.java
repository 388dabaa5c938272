package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads what {@code history.yaml} says of its files. */
final class HistoryReader {
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    /** Fit for a column of SQL and for the header of a table. */
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final YamlFields fields;

    HistoryReader(YamlFields fields) {
        this.fields = fields;
    }

    HistoryDescription read() {
        fields.format(List.of("1"));
        String name = fields.text("name");
        if (!FILE_NAME.matcher(name).matches()) {
            throw fields.fault(
                    "name",
                    "wrong_value",
                    "'name' is " + Excerpt.of(name)
                            + "; expected 1 to 64 lower-case letters, digits, points, hyphens or underscores");
        }
        String unit = fields.text("unit", HistoryDescription.CUSTOMER);
        String currency = fields.text("currency", "");
        Map<String, Measure> measures = each("measures", (key, given) -> measure(key, given, currency));
        requireListed(measures);
        Map<String, EventKind> kinds = each("kinds", (key, given) -> KindReader.read(key, given, measures.keySet()));
        Map<String, Attribute> attributes = each("attributes", (key, given) -> AttributeReader.read(key, given, kinds));
        YamlFields sources = fields.mapping("sources").fields("'sources'");
        List<Source> events = new ArrayList<>();
        Set<String> categories = new TreeSet<>();
        SourceReader reader =
                new SourceReader(!unit.equals(HistoryDescription.CUSTOMER), measures.keySet(), categories);
        for (YamlMapping source : oneOrMany(sources, "events")) {
            events.add(reader.events(source));
        }
        Optional<Source> attributeSource = sources.optionalMapping("attributes").map(reader::attributes);
        Optional<Source> idSource = sources.optionalMapping("ids").map(reader::ids);
        Optional<Source> careLog = sources.optionalMapping("care").map(reader::care);
        sources.finish();
        return new HistoryDescription(
                name,
                fields.optional("title").map(LocalizedText::read).orElse(LocalizedText.none()),
                Language.read(fields),
                unit,
                currency,
                zone(),
                until(),
                events,
                attributeSource,
                idSource,
                careLog,
                measures,
                categories,
                kinds,
                attributes,
                fields.optionalMapping("cleaning")
                        .map(given -> CleaningReader.read(given, kinds.keySet()))
                        .orElse(Cleaning.strict()));
    }

    private <T> Map<String, T> each(String key, BiFunction<String, YamlFields, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        fields.optionalMapping(key)
                .ifPresent(given -> given.entries().forEach((name, node) -> {
                    if (!(node instanceof YamlMapping mapping)) {
                        throw node.fault(
                                "wrong_type",
                                Excerpt.of(name) + " of '" + key + "' is " + node.what() + "; expected a mapping");
                    }
                    YamlFields entry = mapping.fields(Excerpt.of(name) + " of '" + key + "'");
                    if (!key.equals("kinds")) {
                        requireColumn(given, name);
                    }
                    all.put(name, read.apply(name, entry));
                    entry.finish();
                }));
        return all;
    }

    static void requireColumn(YamlMapping mapping, String name) {
        if (!COLUMN.matcher(name).matches()) {
            throw new YamlScalar(mapping.source(), mapping.line(name), name)
                    .fault(
                            "wrong_value",
                            Excerpt.of(name)
                                    + " is no name of a column; expected at most 40 lower-case letters, digits and underscores, a letter first");
        }
    }

    private static Measure measure(String name, YamlFields given, String currency) {
        Unit unit = given.optional("unit").map(Unit::read).orElse(Unit.none());
        if (unit.isEmpty() && given.flag("money", false)) {
            unit = new Unit(LocalizedText.same(currency), LocalizedText.same(currency));
        }
        return new Measure(
                name,
                given.wholeNumber("scale", 0, Measure.MOST_PLACES),
                unit,
                given.has("listOf") ? Optional.of(given.text("listOf")) : Optional.empty(),
                given.optional("names").map(LocalizedText::read).orElse(LocalizedText.none()));
    }

    private void requireListed(Map<String, Measure> measures) {
        for (Measure list : measures.values()) {
            list.listOf().filter(paid -> !measures.containsKey(paid)).ifPresent(paid -> {
                throw fields.fault(
                        "measures",
                        "unknown_measure",
                        "'listOf' of measure " + Excerpt.of(list.name()) + " is " + Excerpt.of(paid)
                                + "; expected another of 'measures'" + Nearest.hint(paid, measures.keySet()));
            });
        }
    }

    private static List<YamlMapping> oneOrMany(YamlFields sources, String key) {
        Optional<YamlNode> node = sources.optional(key);
        if (node.isPresent()
                && node.get() instanceof YamlSequence list
                && !list.items().isEmpty()) {
            List<YamlMapping> all = new ArrayList<>();
            for (YamlNode item : list.items()) {
                if (!(item instanceof YamlMapping mapping)) {
                    throw item.fault("wrong_type", "'events' holds " + item.what() + "; expected a mapping");
                }
                all.add(mapping);
            }
            return all;
        }
        return List.of(sources.mapping(key));
    }

    private ZoneId zone() {
        String zone = fields.text("timeZone", "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw fields.fault(
                    "timeZone",
                    "wrong_value",
                    "'timeZone' is " + Excerpt.of(zone) + "; expected a name such as Asia/Shanghai or UTC");
        }
    }

    private Optional<LocalDate> until() {
        return fields.has("until") ? Optional.of(day(fields, "until")) : Optional.empty();
    }

    /** A day as files write it. */
    static LocalDate day(YamlFields fields, String key) {
        String text = fields.text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fields.fault(
                    key,
                    "wrong_value",
                    "'" + key + "' is " + Excerpt.of(text) + "; expected a date such as 2026-01-31");
        }
    }
}
