package io.holdfast.serving.store;

import io.holdfast.scoring.fault.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a store is. */
public sealed interface StoreLocation {
    /** The environment variable with the user's name of a PostgreSQL store. */
    String USER = "HOLDFAST_STORE_USER";

    /** The environment variable with the password of a PostgreSQL store. */
    String PASSWORD = "HOLDFAST_STORE_PASSWORD";

    /** Names the store in messages. Never holds a password. */
    String name();

    /**
     * One file of SQLite, with its companions {@code -wal}, {@code -shm} and {@code .lock} beside it.
     *
     * @param file made when it does not exist
     */
    record SqliteFile(Path file) implements StoreLocation {
        @Override
        public String name() {
            return file.toString();
        }
    }

    /**
     * A database of PostgreSQL.
     *
     * @param url begins with {@code jdbc:postgresql:}, without a password
     * @param user empty where the URL names the user
     * @param password empty where none is needed
     */
    record Postgres(String url, String user, String password) implements StoreLocation {
        @Override
        public String name() {
            return url;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Postgres[" + url + "]";
        }
    }

    /**
     * Reads what a command line names.
     *
     * @param text a file, or a URL that begins with {@code jdbc:postgresql:}
     * @param environment has user and password of a database
     * @throws InputException for another database's URL, a password in the URL, or what is no file name
     */
    static StoreLocation parse(String text, Map<String, String> environment) {
        if (text.startsWith("jdbc:postgresql:")) {
            if (text.toLowerCase(Locale.ROOT).contains("password=")) {
                throw new InputException(
                        "password_in_url",
                        "the store's URL holds a password, which others can see; expected it in the environment"
                                + " variable "
                                + PASSWORD);
            }
            return new Postgres(text, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""));
        }
        if (text.startsWith("jdbc:")) {
            throw new InputException(
                    "unknown_store", "the store '" + text + "'; expected a file or jdbc:postgresql://HOST/DATABASE");
        }
        try {
            return new SqliteFile(Path.of(text));
        } catch (InvalidPathException e) {
            throw new InputException("unknown_store", "the store '" + text + "'; expected the name of a file", e);
        }
    }
}
