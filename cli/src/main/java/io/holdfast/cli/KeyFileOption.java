package io.holdfast.cli;

import io.holdfast.serving.keys.KeyStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where API keys are kept. */
final class KeyFileOption {
    @Option(names = "--keys", paramLabel = "FILE", description = "The file (default: ~/.config/holdfast/keys.json).")
    private @Nullable Path file;

    KeyStore store() {
        return KeyStore.at(file == null ? KeyStore.defaultFile() : file);
    }
}
