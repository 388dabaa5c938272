package io.holdfast.cli;

import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.serving.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a command opens by itself. */
final class StoreOption {
    /** What a store may be, for all that have such an option. */
    static final String PLACE = "a file, or a database, whose user and password stand in " + StoreLocation.USER
            + " and " + StoreLocation.PASSWORD + ":";

    /** On a line of its own, lest it is cut. */
    static final String URL = "jdbc:postgresql://HOST/DATABASE";

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = {"The store: " + PLACE, URL})
    private @Nullable String store;

    boolean isGiven() {
        return store != null;
    }

    /** The option as it was given, to be pasted into another command; empty where it was not. */
    String words() {
        return store == null ? "" : "--store " + ShellWord.of(store);
    }

    StoreLocation location() {
        if (store == null) {
            throw new WrongOptionException("this needs the store itself; expected --store FILE or URL");
        }
        return StoreLocation.parse(store, System.getenv());
    }
}
