package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.serving.keys.ApiKeys;
import io.holdfast.serving.keys.KeyRing;
import io.holdfast.serving.keys.KeyStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether one server asks for API keys, and which. Thread-safe. */
final class KeyCheck {
    private static final String ADD = "; expected at least one ('holdfast keys add NAME' makes one)";

    private final @Nullable KeyRing ring;
    private final boolean always;

    private KeyCheck(@Nullable KeyRing ring, boolean always) {
        this.ring = ring;
        this.always = always;
    }

    /**
     * Settles at start which keys are asked for.
     *
     * @param reachable why others than this machine's programs can reach the server; empty text where they cannot
     * @throws InputException when keys are needed and there are none, since then nobody could ask, or everybody
     */
    static KeyCheck of(KeyPolicy policy, String reachable) {
        if (policy instanceof KeyPolicy.Always always) {
            if (Files.notExists(always.file())) {
                throw new InputException(
                        "no_such_key_file",
                        always.file()
                                + " does not exist; expected a file of API keys; this makes one: holdfast keys add NAME --keys "
                                + ShellWord.of(always.file()));
            }
            return new KeyCheck(filled(always.file(), reachable), true);
        }
        if (policy instanceof KeyPolicy.WhereFileExists where) {
            boolean needed = !reachable.isEmpty() || Files.exists(where.file());
            return needed
                    ? new KeyCheck(filled(where.file(), reachable), true)
                    : new KeyCheck(KeyRing.of(KeyStore.at(where.file())), false);
        }
        if (!reachable.isEmpty()) {
            throw new InputException("keys_required", reachable + ", but no API keys are asked for" + ADD);
        }
        return new KeyCheck(null, false);
    }

    private static KeyRing filled(Path file, String reachable) {
        KeyRing ring = KeyRing.of(KeyStore.at(file));
        if (ring.keys().isEmpty()) {
            throw new InputException(
                    "keys_required",
                    (reachable.isEmpty() ? "" : reachable + ", but ") + file + " holds no API key" + ADD);
        }
        return ring;
    }

    /** Whether nobody gets in without a key. Once there was a key file it stays so: its going must not open the server. */
    boolean isRequired() {
        return always || (ring != null && ring.hasSeenFile());
    }

    /** The keys as of now. */
    ApiKeys keys() {
        return ring == null ? ApiKeys.none() : ring.keys();
    }
}
