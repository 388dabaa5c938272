package io.holdfast.serving.batch;

import io.holdfast.scoring.reason.Phrase;
import io.holdfast.scoring.reason.SentenceSink;
import io.holdfast.scoring.table.CsvPiece;
import io.holdfast.scoring.table.CsvRowBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a sentence of one language as pieces that are ready to be copied; phrases are made ready once. For one thread. */
final class Sentences implements SentenceSink {
    private @Nullable CsvPiece[] phrases = new CsvPiece[64];
    private CsvPiece[] pieces = new CsvPiece[8];
    private int count;

    @Override
    public void phrase(Phrase phrase) {
        int number = phrase.number();
        if (number >= phrases.length) {
            phrases = Arrays.copyOf(phrases, Math.max(number + 1, 2 * phrases.length));
        }
        CsvPiece ready = phrases[number];
        if (ready == null) {
            ready = CsvPiece.of(phrase.text());
            phrases[number] = ready;
        }
        add(ready);
    }

    @Override
    public void single(String words) {
        add(CsvPiece.of(words));
    }

    private void add(CsvPiece piece) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * count);
        }
        pieces[count++] = piece;
    }

    /** Writes what was collected as one cell, and begins anew. */
    void writeTo(CsvRowBuffer out) {
        out.cell(pieces, count);
        count = 0;
    }
}
