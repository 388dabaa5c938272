package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A kind of event.
 *
 * @param name as the events write it
 * @param role what it means
 * @param names what people call it; none where the name will do
 * @param measures the measures that such events have
 * @param reason the code of the reason that such events are evidence for
 * @param types of a leave: the leave type (voluntary, involuntary, natural, internal, partial) of each category
 * @param promisedDays of a complaint: within how many days it is to be settled
 */
public record EventKind(
        String name,
        KindRole role,
        LocalizedText names,
        List<String> measures,
        String reason,
        Map<String, String> types,
        OptionalInt promisedDays) {
    /** Keeps copies. */
    public EventKind {
        measures = List.copyOf(measures);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /**
     * What the columns of its features begin with: its name; where no letter or digit of that may stand in a column, its English name, else what it means.
     */
    public String prefix() {
        return Stream.of(name, names.in(Language.ENGLISH), role.word())
                .map(ColumnPiece::of)
                .filter(piece -> !piece.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
