package io.holdfast.features.history;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.List;

/**
 * Something a unit is or has, until it changes.
 *
 * @param name as the attribute lines write it
 * @param role feature, owner, preference, consent, objection, or ignore
 * @param kind what the values are; a date becomes a number of days from it, or until it
 * @param names what people call it; none where the name will do
 * @param unit of a number
 * @param reason the code of the reason it is evidence for
 * @param tokens of a flag: the values that mean yes and no
 * @param mayBeMissing whether having none is an answer (no contract, so no end of it) and not a gap
 * @param sensitive whether it is about something nobody should be treated differently for; such a one is no feature
 * @param peers names of the kinds of events that units with the same value meet together, or compare by; none for most attributes
 */
public record Attribute(
        String name,
        ColumnRole role,
        ColumnKind kind,
        LocalizedText names,
        Unit unit,
        String reason,
        FlagTokens tokens,
        boolean mayBeMissing,
        boolean sensitive,
        List<String> peers) {
    /** Keeps a copy. */
    public Attribute {
        peers = List.copyOf(peers);
    }
}
