package io.holdfast.training.publish;

import java.util.Optional;

/** The version of this software, as its jar states it. */
public final class EngineVersion {
    private EngineVersion() {}

    /** {@code development} where classes do not come from a jar. */
    public static String text() {
        return Optional.ofNullable(EngineVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
