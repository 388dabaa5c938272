package io.holdfast.serving.keys;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the holder of a key may do. */
public enum Scope {
    /** Score customers. */
    SCORE_READ("score:read"),
    /** Read what the model is and what it expects. */
    MODEL_READ("model:read"),
    /** Make the server take a new snapshot. */
    SNAPSHOT_WRITE("snapshot:write");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As the key file, the command line and the API's description write it. */
    public String code() {
        return code;
    }

    /** The scope of a code; empty when there is none. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    static String codes() {
        return Arrays.stream(values()).map(Scope::code).collect(Collectors.joining(", "));
    }
}
