package io.holdfast.serving.batch;

import io.holdfast.scoring.table.CsvPiece;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which a list has few different ones: percentiles, of which there are as many as reference scores, and impacts of
 * groups of categories. Keeps the text of the last ones. For one thread.
 */
final class RecurringNumbers {
    /** A power of two. */
    private static final int KEPT = 4096;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(KEPT);

    private final long[] bits = new long[KEPT];
    private final @Nullable CsvPiece[] pieces = new CsvPiece[KEPT];

    /** Writes the same cell as {@link CsvRowBuffer#number}; a number's text is kept when it comes for the second time. */
    void write(double number, CsvRowBuffer out) {
        long wanted = Double.doubleToRawLongBits(number);
        int place = (int) ((wanted * SPREAD) >>> SHIFT);
        if (bits[place] != wanted) {
            bits[place] = wanted;
            pieces[place] = null;
            out.number(number);
            return;
        }
        CsvPiece piece = pieces[place];
        if (piece == null) {
            piece = CsvPiece.of(NumberText.write(number));
            pieces[place] = piece;
        }
        out.exact(piece);
    }
}
