package io.holdfast.serving.batch;

import io.holdfast.scoring.table.CsvPiece;
import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cells of things that come again in many rows, as pieces that are ready to be copied. For one thread. */
final class Recurring<T> {
    private final Function<T, String> text;
    private final IdentityHashMap<T, CsvPiece> pieces = new IdentityHashMap<>();

    Recurring(Function<T, String> text) {
        this.text = text;
    }

    CsvPiece of(T thing) {
        @Nullable CsvPiece known = pieces.get(thing);
        if (known == null) {
            known = CsvPiece.of(text.apply(thing));
            pieces.put(thing, known);
        }
        return known;
    }
}
