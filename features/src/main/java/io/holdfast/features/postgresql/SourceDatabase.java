package io.holdfast.features.postgresql;

import io.holdfast.scoring.fault.InputException;
import java.util.Locale;
import java.util.Map;

/**
 * Where the tables of histories are, and as whom they are read: by the environment, so that neither descriptions nor bundles hold it.
 *
 * @param url begins with {@code jdbc:postgresql:}, without a password
 * @param user empty where the URL names the user
 * @param password empty where none is needed
 */
public record SourceDatabase(String url, String user, String password) {
    /** The environment variable with the URL. */
    public static final String URL = "HOLDFAST_HISTORY_URL";

    /** The environment variable with the user's name. */
    public static final String USER = "HOLDFAST_HISTORY_USER";

    /** The environment variable with the password. */
    public static final String PASSWORD = "HOLDFAST_HISTORY_PASSWORD";

    private static final String PREFIX = "jdbc:postgresql:";

    /**
     * The one that an environment names.
     *
     * @param table the first that is asked for, for messages
     * @throws InputException if there is none, or its URL is another database's or holds a password; the message shows neither
     */
    public static SourceDatabase of(Map<String, String> environment, String table) {
        String url = environment.getOrDefault(URL, "");
        if (url.isEmpty()) {
            throw new InputException(
                    "no_database",
                    "the history reads the table '" + table
                            + "' of a PostgreSQL database, but the environment variable " + URL
                            + " does not say of which; expected jdbc:postgresql://HOST/DATABASE there");
        }
        if (!url.startsWith(PREFIX)) {
            throw new InputException(
                    "unknown_database",
                    "the environment variable " + URL
                            + " names no PostgreSQL database; expected jdbc:postgresql://HOST/DATABASE");
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")
                || withoutSettings(url).contains("@")) {
            throw new InputException(
                    "password_in_url",
                    "the environment variable " + URL
                            + " holds a user or password, which messages may show; expected them in " + USER + " and "
                            + PASSWORD);
        }
        return new SourceDatabase(url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""));
    }

    /** How messages name it. */
    String name() {
        return withoutSettings(url).substring("jdbc:".length());
    }

    private static String withoutSettings(String url) {
        int settings = url.indexOf('?');
        return settings < 0 ? url : url.substring(0, settings);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SourceDatabase[" + name() + "]";
    }
}
