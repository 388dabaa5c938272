package io.holdfast.serving.batch;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.table.CsvStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the output.
 *
 * @param reasons reasons per customer, 0 to {@value ExplainOptions#MOST}
 * @param language of reasons and care
 * @param keep columns of the table to repeat behind all others
 * @param renames new names of output columns by their usual names
 * @param style whether formulas are neutralised, and the byte order mark
 */
public record OutputSettings(
        int reasons, Language language, List<String> keep, Map<String, String> renames, CsvStyle style) {
    /** Keeps copies. */
    public OutputSettings {
        if (reasons < 0 || reasons > ExplainOptions.MOST) {
            throw new IllegalArgumentException("reasons: " + reasons + " (expected: 0 to " + ExplainOptions.MOST + ")");
        }
        keep = List.copyOf(keep);
        renames = Collections.unmodifiableMap(new LinkedHashMap<>(renames));
    }

    /** Three reasons, no further columns, formulas neutralised. */
    public static OutputSettings defaults(Language language) {
        return new OutputSettings(
                ExplainOptions.DEFAULT_REASONS, language, List.of(), Map.of(), CsvStyle.spreadsheet());
    }

    /** The same with another number of reasons. */
    public OutputSettings withReasons(int count) {
        return new OutputSettings(count, language, keep, renames, style);
    }

    /** The same with other columns kept. */
    public OutputSettings withKeep(List<String> columns) {
        return new OutputSettings(reasons, language, columns, renames, style);
    }

    /** The same with other new names. */
    public OutputSettings withRenames(Map<String, String> names) {
        return new OutputSettings(reasons, language, keep, names, style);
    }

    /** The same in another style. */
    public OutputSettings withStyle(CsvStyle other) {
        return new OutputSettings(reasons, language, keep, renames, other);
    }
}
