package io.holdfast.serving.batch;

import io.holdfast.scoring.table.CsvPiece;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.serving.answer.Validity;
import java.time.LocalDate;

/** Writes the as-of date and the last day of validity; neighbouring rows mostly have the same ones. For one thread. */
final class Days {
    private final Validity validity;
    private LocalDate known = LocalDate.EPOCH;
    private CsvPiece asOf = CsvPiece.of("");
    private CsvPiece validUntil = CsvPiece.of("");

    Days(Validity validity) {
        this.validity = validity;
        remember(known);
    }

    private void remember(LocalDate day) {
        known = day;
        asOf = CsvPiece.of(day.toString());
        validUntil = CsvPiece.of(validity.until(day).toString());
    }

    void write(LocalDate day, CsvRowBuffer out) {
        if (!day.equals(known)) {
            remember(day);
        }
        out.cell(asOf);
        out.cell(validUntil);
    }
}
