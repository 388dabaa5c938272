package io.holdfast.care.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which effects a plan is made. */
public enum EffectSource {
    /** What was measured, together with the playbook's expectations. */
    MEASURED,
    /** The playbook's expectations alone. */
    PLAYBOOK;

    /** As options and requests write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source of a code; empty when there is none. */
    public static Optional<EffectSource> of(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code().equals(code))
                .findFirst();
    }
}
