package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the whole of {@code dataset.yaml}. */
final class DescriptionReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST_TIME = 3650;
    private static final double LARGEST_LEAST_IMPACT = 10;
    private static final Map<String, Estimand> ESTIMANDS = estimands();

    private final YamlFields fields;

    private DescriptionReader(YamlMapping file) {
        this.fields = file.fields();
    }

    static DatasetDescription read(YamlMapping file) {
        return new DescriptionReader(file).description();
    }

    private DatasetDescription description() {
        fields.format(List.of("1"));
        ReasonCatalogue reasons = fields.optionalMapping("reasons")
                .map(own -> ReasonReader.extend(ReasonCatalogue.standard(), own))
                .orElse(ReasonCatalogue.standard());
        YamlFields table = fields.mapping("table").fields("'table'");
        String path = table.text("path");
        TableFormat format = FormatReader.read(table);
        table.finish();
        String name = name();
        LocalizedText title = fields.optional("title").map(LocalizedText::read).orElse(LocalizedText.none());
        List<Column> columns = columns(reasons, format);
        DatasetDescription description = new DatasetDescription(
                name,
                title,
                path,
                format,
                columns,
                fields.optionalWholeNumber("horizonDays", 1, LONGEST_TIME),
                fields.optionalWholeNumber("leadDays", 0, LONGEST_TIME),
                fields.wholeNumber("validDays", 1, LONGEST_TIME, 30),
                Language.read(fields),
                fields.choice("estimand", ESTIMANDS, Estimand.USUAL_CARE),
                bands(),
                fields.number("leastImpact", 0, LARGEST_LEAST_IMPACT, DatasetDescription.LEAST_IMPACT),
                reasons,
                acknowledged(),
                fields.optionalMapping("interactions")
                        .map(given -> ColumnPairsReader.read(given, columns))
                        .orElse(ColumnPairs.FREE),
                fields.optionalMapping("costs")
                        .map(given -> CostTableReader.read(given, columns))
                        .orElse(CostTable.NONE));
        fields.finish();
        return description;
    }

    private static Map<String, Estimand> estimands() {
        Map<String, Estimand> words = new LinkedHashMap<>();
        for (Estimand estimand : Estimand.values()) {
            words.put(estimand.code(), estimand);
        }
        return words;
    }

    private String name() {
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.fault(
                    "name",
                    "wrong_value",
                    "'name' is " + Excerpt.of(name)
                            + "; expected 1 to 64 lower-case letters, digits, points, hyphens or underscores, a letter or digit first");
        }
        return name;
    }

    private BandCuts bands() {
        Optional<YamlMapping> mapping = fields.optionalMapping("bands");
        if (mapping.isEmpty()) {
            return BandCuts.standard();
        }
        YamlFields cuts = mapping.get().fields("'bands'");
        BandCuts standard = BandCuts.standard();
        double elevated = cuts.number("elevated", 0, 100, standard.elevated());
        double high = cuts.number("high", 0, 100, standard.high());
        double critical = cuts.number("critical", 0, 100, standard.critical());
        cuts.finish();
        try {
            return new BandCuts(elevated, high, critical);
        } catch (IllegalArgumentException e) {
            throw fields.fault("bands", "wrong_value", String.valueOf(e.getMessage()));
        }
    }

    private List<Column> columns(ReasonCatalogue reasons, TableFormat format) {
        YamlMapping mapping = fields.mapping("columns");
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            Column column = ColumnReader.read(entry.getKey(), entry.getValue(), reasons);
            if (column.role() == ColumnRole.LABEL && format.isMissing(column.positive())) {
                throw at(
                        mapping,
                        column,
                        "is positive where it reads " + Excerpt.of(column.positive())
                                + ", but 'missing' of 'table' says that this means not known");
            }
            columns.add(column);
        }
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.LABEL, "the label");
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.ID, "the id");
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.GROUP, "the group");
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.DATE, "the date");
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.WEIGHT, "the weight");
        atMostOne(mapping, columns, column -> column.role() == ColumnRole.DEPARTURE, "the departure");
        atMostOne(mapping, columns, Column::value, "the value");
        atLeastOne(columns, ColumnRole.LABEL, "tells whether the customer left");
        atLeastOne(columns, ColumnRole.FEATURE, "the model may look at");
        return columns;
    }

    private static void atMostOne(YamlMapping mapping, List<Column> columns, Predicate<Column> is, String what) {
        List<Column> found = columns.stream().filter(is).toList();
        if (found.size() > 1) {
            throw at(
                    mapping,
                    found.get(1),
                    "is " + what + ", but so is " + Excerpt.of(found.get(0).name()) + " in line "
                            + mapping.line(found.get(0).name()) + "; expected one at most");
        }
    }

    private void atLeastOne(List<Column> columns, ColumnRole role, String purpose) {
        if (columns.stream().noneMatch(column -> column.role() == role)) {
            String word = ColumnReader.word(role);
            throw fields.fault(
                    "columns", "missing_role", "no column has the role " + word + "; expected one that " + purpose);
        }
    }

    private static InputException at(YamlMapping mapping, Column column, String sentence) {
        return new YamlScalar(mapping.source(), mapping.line(column.name()), column.name())
                .fault("column_rule", "column " + Excerpt.of(column.name()) + " " + sentence);
    }

    private Map<String, String> acknowledged() {
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.optionalMapping("acknowledged").ifPresent(mapping -> {
            YamlFields checks = mapping.fields("'acknowledged'");
            for (String check : DatasetDescription.ACKNOWLEDGEABLE) {
                if (checks.has(check)) {
                    reasons.put(check, checks.text(check));
                }
            }
            checks.finish();
        });
        return reasons;
    }
}
