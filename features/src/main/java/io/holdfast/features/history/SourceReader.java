package io.holdfast.features.history;

import io.holdfast.scoring.dataset.FormatReader;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads entries of {@code sources}. */
final class SourceReader {
    private static final List<String> OF_EVENTS =
            List.of(Source.CUSTOMER, Source.UNIT, "event", "kind", "occurredAt", "arrivedAt");
    private static final List<String> OF_ATTRIBUTES =
            List.of(Source.CUSTOMER, Source.UNIT, "attribute", "value", "validFrom", "arrivedAt");
    private static final List<String> OF_IDS =
            List.of(Source.CUSTOMER, Source.UNIT, "system", "id", "household", "change", "validFrom", "arrivedAt");
    private static final List<String> OF_CARE =
            List.of(Source.CUSTOMER, Source.UNIT, "assignedAt", "arm", "share", "campaign", "campaignShare");
    /** Names that the events have already, or that would be hard to tell from them. */
    private static final Set<String> TAKEN = Set.of("known", "occurred", "age", "day", "id", "line", "as_of");

    private static final List<String> OF_FILES = List.of("path", "delimiter", "encoding");
    private static final Pattern TABLE = Pattern.compile("[^.\\p{Cntrl}]{1,63}(\\.[^.\\p{Cntrl}]{1,63})?");

    private final boolean units;
    private final Set<String> measures;
    private final Set<String> categories;

    /**
     * @param units whether a column tells the unit apart from the customer
     * @param measures whose columns may be named
     * @param categories collects the other columns that are named
     */
    SourceReader(boolean units, Set<String> measures, Set<String> categories) {
        this.units = units;
        this.measures = measures;
        this.categories = categories;
    }

    Source events(YamlMapping mapping) {
        YamlFields given = mapping.fields("the source of events");
        YamlMapping columns = given.mapping("columns");
        String kind = given.text("kind", "");
        if (kind.isEmpty() && !columns.entries().containsKey("kind")) {
            throw given.fault(
                    "columns",
                    "missing_key",
                    "nothing tells the kind of these events; expected 'kind' among the columns, or 'kind: purchase' or the like beside 'path'");
        }
        for (String name : columns.entries().keySet()) {
            if (!OF_EVENTS.contains(name) && !measures.contains(name)) {
                HistoryReader.requireColumn(columns, name);
                requireFree(columns, name);
                categories.add(name);
            }
        }
        return source(given, kind, IsoCurrency.read(given), columns(columns, required("occurredAt")));
    }

    Source attributes(YamlMapping mapping) {
        YamlFields given = mapping.fields("the source of attributes");
        YamlMapping columns = given.mapping("columns");
        requireKnown(columns, OF_ATTRIBUTES);
        return source(given, "", "", columns(columns, required("attribute", "value", "validFrom")));
    }

    Source ids(YamlMapping mapping) {
        YamlFields given = mapping.fields("the source of ids");
        YamlMapping columns = given.mapping("columns");
        requireKnown(columns, OF_IDS);
        return source(given, "", "", columns(columns, List.of("id", Source.CUSTOMER, "change", "validFrom")));
    }

    Source care(YamlMapping mapping) {
        YamlFields given = mapping.fields("the source of care");
        YamlMapping columns = given.mapping("columns");
        requireKnown(columns, OF_CARE);
        return source(given, "", "", columns(columns, required("assignedAt", "arm", "share")));
    }

    private List<String> required(String... names) {
        List<String> required = new ArrayList<>(List.of(names));
        required.add(units ? Source.UNIT : Source.CUSTOMER);
        return required;
    }

    private static Source source(YamlFields given, String kind, String currency, Map<String, List<String>> columns) {
        boolean isTable = given.has("table");
        String path = isTable ? table(given) : given.text("path");
        TableFormat format = FormatReader.read(given);
        List<String> formats = given.texts("timeFormat");
        for (String each : formats) {
            if (each.indexOf('%') < 0) {
                throw given.fault(
                        "timeFormat",
                        "wrong_value",
                        "'timeFormat' is " + Excerpt.of(each)
                                + "; expected the letters of strptime, such as %d/%m/%Y %H:%M");
            }
        }
        String negativeKind = given.text("negativeKind", "");
        given.finish();
        return new Source(path, isTable, format, formats, kind, negativeKind, currency, columns);
    }

    /** The name of a table of a database; where that is, the environment says. */
    private static String table(YamlFields given) {
        String table = given.text("table");
        for (String key : OF_FILES) {
            if (given.has(key)) {
                throw given.fault(
                        key,
                        "wrong_key",
                        "'" + key + "' belongs to a file, and this source is the table " + Excerpt.of(table)
                                + "; expected one of the two");
            }
        }
        if (!TABLE.matcher(table).matches()) {
            throw given.fault(
                    "table",
                    "wrong_value",
                    "'table' is " + Excerpt.of(table)
                            + "; expected the name of a table or view, or that of its schema, a point, and its own");
        }
        return table;
    }

    private Map<String, List<String>> columns(YamlMapping mapping, List<String> required) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        mapping.entries().forEach((name, node) -> columns.put(name, names(name, node)));
        for (String name : required) {
            if (!columns.containsKey(name)) {
                throw mapping.fault("missing_key", "'" + name + "' is missing among the columns");
            }
        }
        return columns;
    }

    private List<String> names(String name, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return List.of(scalar.text());
        }
        List<String> product = new ArrayList<>();
        if (node instanceof YamlSequence list && measures.contains(name)) {
            for (YamlNode item : list.items()) {
                product.add(item instanceof YamlScalar scalar ? scalar.text() : item.what());
            }
        }
        if (product.isEmpty()) {
            throw node.fault(
                    "wrong_type",
                    "column " + Excerpt.of(name) + " is " + node.what()
                            + "; expected the name of a column of the file, or for a measure a list of columns to multiply");
        }
        return product;
    }

    private static void requireKnown(YamlMapping columns, List<String> known) {
        for (String name : columns.entries().keySet()) {
            if (!known.contains(name)) {
                throw new YamlScalar(columns.source(), columns.line(name), name)
                        .fault(
                                "unknown_key",
                                "column " + Excerpt.of(name) + "; expected one of "
                                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static void requireFree(YamlMapping columns, String name) {
        if (TAKEN.contains(name)) {
            throw new YamlScalar(columns.source(), columns.line(name), name)
                    .fault("wrong_value", "column " + Excerpt.of(name) + " has a name that is taken; expected another");
        }
    }
}
