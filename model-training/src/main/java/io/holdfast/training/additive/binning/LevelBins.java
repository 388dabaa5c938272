package io.holdfast.training.additive.binning;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.training.data.LevelColumn;
import java.util.stream.IntStream;

/** Gives every level that the learning rows hold often enough a bin. */
final class LevelBins {
    private LevelBins() {}

    static CategoryCoding of(LevelColumn column, int[] rows, int leastRows) {
        int[] counts = new int[column.levels().size()];
        for (int row : rows) {
            if (!column.missing(row)) {
                counts[column.code(row)]++;
            }
        }
        return new CategoryCoding(IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= leastRows)
                .mapToObj(column.levels()::get)
                .toList());
    }

    /** The bin of every code of a column. */
    static int[] ofCodes(LevelColumn column, CategoryCoding coding) {
        return column.levels().stream().mapToInt(coding::bin).toArray();
    }
}
