package io.holdfast.care.diagnosis;

import java.util.Locale;
import java.util.Optional;

/** Who says why. They are shown side by side and never added up: a model knows what goes with leaving, not why. */
public enum Evidence {
    /** The reason that leads by the model. */
    MODEL,
    /** What the customer said. */
    STATED,
    /** What an agent found out. */
    CONFIRMED;

    /** As replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<String> of(Sighting sighting) {
        return switch (this) {
            case MODEL -> sighting.model();
            case STATED -> sighting.stated();
            case CONFIRMED -> sighting.confirmed();
        };
    }
}
