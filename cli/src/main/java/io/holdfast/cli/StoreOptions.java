package io.holdfast.cli;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.serving.http.DirectStore;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which store a command is about, and by which way it is asked. */
final class StoreOptions {
    /** The environment variable with the API key that a server is shown. */
    static final String KEY = "HOLDFAST_KEY";

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Ask the running server at this address, instead of --store: while it runs, nobody else may change its file.")
    private @Nullable String server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "File whose first line is the API key to show (default: the environment variable " + KEY + ").")
    private @Nullable Path keyFile;

    /** Whoever answers, a server or the store, which must be there. */
    StoreClient client(Console console, Language language) {
        return client(console, language, Optional.empty());
    }

    /**
     * The same, to be asked about reasons.
     *
     * @param reasons of one's own model; a server has its own
     */
    StoreClient client(Console console, Language language, Optional<ReasonCatalogue> reasons) {
        if (store.isGiven() == (server != null)) {
            throw eitherOr();
        }
        if (store.isGiven()) {
            Store.requireThere(store.location());
            return StoreClient.of(DirectStore.open(
                    store.location(), console.clock(), language, reasons.orElseGet(ReasonCatalogue::standard)));
        }
        return server(language);
    }

    /** The options as they were given, to be pasted into another command; empty where none was. */
    String words() {
        if (server == null) {
            return store.words();
        }
        return "--server " + ShellWord.of(server) + (keyFile != null ? " --key-file " + ShellWord.of(keyFile) : "");
    }

    /** The store, where the command is to open it itself. */
    Optional<StoreLocation> location() {
        if (store.isGiven() && server != null) {
            throw eitherOr();
        }
        return store.isGiven() ? Optional.of(store.location()) : Optional.empty();
    }

    /**
     * Checks that no output would replace the file of the store.
     *
     * @param outputs null where an option was not given
     */
    void requireApart(@Nullable Path... outputs) {
        if (store.isGiven()) {
            for (Path output : outputs) {
                if (output != null) {
                    Outputs.requireApart(output, store.location());
                }
            }
        }
    }

    /** Whether a server is to be asked. */
    boolean isServer() {
        return server != null;
    }

    /** The server that is to be asked. */
    StoreClient server(Language language) {
        return new ServerClient(address(String.valueOf(server)), key(System.getenv()), language);
    }

    private static WrongOptionException eitherOr() {
        return new WrongOptionException("expected either --store or --server, to say which store is meant");
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static WrongOptionException wrong(String text) {
        return new WrongOptionException("--server", text, "an address such as http://127.0.0.1:8080");
    }

    private Optional<String> key(Map<String, String> environment) {
        if (keyFile == null) {
            return Optional.ofNullable(environment.get(KEY));
        }
        try {
            return Files.readAllLines(keyFile).stream().findFirst().map(String::strip);
        } catch (IOException e) {
            throw new InputException("not_readable", keyFile + " cannot be read; expected a file with an API key", e);
        }
    }
}
