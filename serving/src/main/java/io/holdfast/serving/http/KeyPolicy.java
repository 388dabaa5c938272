package io.holdfast.serving.http;

import java.nio.file.Path;

/** Whether a server asks for API keys, and where they are. */
public sealed interface KeyPolicy {
    /** It asks for none; only for programs of this machine. */
    record None() implements KeyPolicy {}

    /**
     * It asks for keys where this file exists, even if it holds none any more; where others can reach the server, the file must exist.
     *
     * @param file of the keys
     */
    record WhereFileExists(Path file) implements KeyPolicy {}

    /**
     * It asks for the keys of this file, which must exist.
     *
     * @param file of the keys
     */
    record Always(Path file) implements KeyPolicy {}
}
