package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reply of {@code GET /v1/schema}: what a customer's {@code features} may hold.
 *
 * @param features what the model reads
 * @param ignored further columns of the training table, accepted and not read
 */
@JsonPropertyOrder({"contractVersion", "language", "features", "ignored"})
record SchemaReply(String contractVersion, String language, List<Feature> features, List<String> ignored) {

    /**
     * One column that the model reads.
     *
     * @param kind {@code number}, {@code category} or {@code flag}
     * @param jsonType the one JSON type that is taken, beside null: {@code number}, {@code string} or {@code boolean}
     * @param label what people call it
     * @param unit of a number; null where there is none
     * @param reason code of the reason it is evidence for
     * @param actionable whether care can answer what it says
     * @param lowest smallest training value of a number; a smaller one counts as this one, with a warning; null otherwise
     * @param highest largest training value of a number, alike
     * @param levels the known levels of a category, others count as rare, with a warning; empty otherwise
     */
    @JsonPropertyOrder({
        "name",
        "kind",
        "jsonType",
        "label",
        "unit",
        "reason",
        "actionable",
        "lowest",
        "highest",
        "levels"
    })
    record Feature(
            String name,
            String kind,
            String jsonType,
            String label,
            @Nullable String unit,
            String reason,
            boolean actionable,
            @Nullable Double lowest,
            @Nullable Double highest,
            List<Level> levels) {}

    /** A value of a category and what people call it. */
    @JsonPropertyOrder({"value", "label"})
    record Level(String value, String label) {}

    static byte[] write(ModelBundle bundle, Language language) {
        List<Feature> features = new ArrayList<>();
        List<Column> columns = bundle.description().features();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean actionable = column.actionable()
                    && bundle.description().reasons().reason(column.reason()).actionable();
            features.add(
                    feature(column, actionable, bundle.model().inputs().get(i).coding(), language));
        }
        List<String> ignored = bundle.description().columns().stream()
                .filter(column -> column.role() != ColumnRole.FEATURE)
                .map(Column::name)
                .toList();
        return StrictJson.write(new SchemaReply(Contract.VERSION, language.tag(), features, ignored));
    }

    private static Feature feature(Column column, boolean actionable, Coding coding, Language language) {
        String unit = column.unit().in(language);
        NumberCoding number = coding instanceof NumberCoding range ? range : null;
        return new Feature(
                column.name(),
                column.kind().name().toLowerCase(Locale.ROOT),
                jsonType(column),
                column.label(language),
                unit.isEmpty() ? null : unit,
                column.reason(),
                actionable,
                number == null ? null : number.lowest(),
                number == null ? null : number.highest(),
                levels(column, coding, language));
    }

    private static String jsonType(Column column) {
        return switch (column.kind()) {
            case NUMBER -> "number";
            case FLAG -> "boolean";
            case CATEGORY -> "string";
            case DATE -> throw new IllegalStateException("a date column is no feature");
        };
    }

    private static List<Level> levels(Column column, Coding coding, Language language) {
        return switch (column.kind()) {
            case CATEGORY ->
                coding instanceof CategoryCoding category
                        ? category.levels().stream()
                                .map(level -> new Level(level, column.levelName(level, language)))
                                .toList()
                        : List.of();
            case NUMBER, FLAG, DATE -> List.of();
        };
    }
}
