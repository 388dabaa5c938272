package io.holdfast.serving.keys;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.file.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file that holds the keys' hashes: readable and writable by its owner only, always whole. Several processes may change it at the same
 * time.
 */
public final class KeyStore {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int LONGEST_NAME = 64;

    private final Path file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private KeyStore(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The keys in a file, which need not exist yet. */
    public static KeyStore at(Path file) {
        return new KeyStore(file, Clock.systemUTC());
    }

    /** The same with another clock. */
    static KeyStore at(Path file, Clock clock) {
        return new KeyStore(file, clock);
    }

    /**
     * Where the keys are unless somebody says otherwise: {@code holdfast/keys.json} in {@code $XDG_CONFIG_HOME}, else in {@code $HOME/.config}
     * (XDG Base Directory Specification), else in the {@code .config} of the home that Java knows.
     */
    public static Path defaultFile() {
        return defaultFile(System.getenv(), System.getProperty("user.home"));
    }

    static Path defaultFile(Map<String, String> environment, String javaHome) {
        Path settings = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        if (!settings.isAbsolute()) {
            Path home = Path.of(environment.getOrDefault("HOME", ""));
            settings = (home.isAbsolute() ? home : Path.of(javaHome)).resolve(".config");
        }
        return settings.resolve("holdfast").resolve("keys.json");
    }

    /** Where the keys are. */
    public Path file() {
        return file;
    }

    /**
     * The keys; none when there is no file.
     *
     * @throws InputException when the file cannot be read, is no key file, or could be changed by other users
     */
    public ApiKeys read() {
        if (Files.notExists(file)) {
            return ApiKeys.none();
        }
        PrivateFile.requireUnalterableByOthers(file);
        return KeyFile.read(file.toString(), InputFile.bytes(file, LARGEST_FILE));
    }

    /**
     * Makes a key that never expires.
     *
     * @param name who will use it, 1 to {@value #LONGEST_NAME} printable characters
     * @param scopes what its holder may do, at least one
     * @throws InputException when the file cannot be read or written
     */
    public NewKey add(String name, Scope... scopes) {
        return add(name, Optional.empty(), scopes);
    }

    /** Makes a key that is worth nothing after some time; otherwise as {@link #add(String, Scope...)}. */
    public NewKey add(String name, Duration validity, Scope... scopes) {
        return add(name, Optional.of(validity), scopes);
    }

    /**
     * Takes a key away; a running server forgets it within a second.
     *
     * @return the key that was, empty when there is none of this id
     * @throws InputException when the file cannot be read or written
     */
    public Optional<ApiKey> revoke(String id) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        KeyFileLock lock = KeyFileLock.take(file);
        try (lock) {
            List<ApiKey> keys = new ArrayList<>(read().all());
            Optional<ApiKey> revoked =
                    keys.stream().filter(key -> key.id().equals(id)).findFirst();
            if (revoked.isPresent()) {
                keys.remove(revoked.get());
                write(keys);
            }
            return revoked;
        }
    }

    private NewKey add(String name, Optional<Duration> validity, Scope... scopes) {
        requireName(name);
        if (scopes.length == 0) {
            throw new InputException("no_scope", "a key without a scope opens nothing; expected: " + Scope.codes());
        }
        Set<Scope> granted = EnumSet.copyOf(Arrays.asList(scopes));
        PrivateFile.createDirectories(file);
        KeyFileLock lock = KeyFileLock.take(file);
        try (lock) {
            List<ApiKey> keys = new ArrayList<>(read().all());
            KeyText text = unusedKey(keys);
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            ApiKey key = new ApiKey(text.id(), name, text.sha256(), granted, now, validity.map(now::plus));
            keys.add(key);
            write(keys);
            return new NewKey(key, text.text());
        }
    }

    private KeyText unusedKey(List<ApiKey> keys) {
        while (true) {
            KeyText text = KeyText.random(random);
            if (keys.stream().noneMatch(key -> key.id().equals(text.id()))) {
                return text;
            }
        }
    }

    /** A new file begins as an empty store of its owner's; what replaces it takes over its permissions before it has any content. */
    private void write(List<ApiKey> keys) {
        PrivateFile.createIfMissing(file, KeyFile.write(List.of()));
        try (AtomicFile whole = AtomicFile.create(file)) {
            whole.stream().write(KeyFile.write(keys));
            whole.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireName(String name) {
        boolean printable = name.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE);
        if (name.isBlank() || name.length() > LONGEST_NAME || !printable) {
            throw new InputException(
                    "bad_key_name",
                    "the key's name is " + Excerpt.of(name) + " (expected: 1 to " + LONGEST_NAME
                            + " printable characters)");
        }
    }
}
