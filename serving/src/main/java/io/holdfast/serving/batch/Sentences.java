package io.holdfast.serving.batch;

import io.holdfast.scoring.reason.Phrase;
import io.holdfast.scoring.reason.SentenceSink;
import io.holdfast.scoring.table.CsvPiece;
import io.holdfast.scoring.table.CsvRowBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes sentences of one language as parts of a cell; phrases are made ready to be copied once. For one thread. */
final class Sentences implements SentenceSink {
    private @Nullable CsvPiece[] phrases = new CsvPiece[64];
    private final CsvRowBuffer out;

    Sentences(CsvRowBuffer out) {
        this.out = out;
    }

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
        out.part(ready);
    }

    @Override
    public void single(String words) {
        out.part(CsvPiece.of(words));
    }

    @Override
    public void number(double value) {
        out.part(value);
    }
}
