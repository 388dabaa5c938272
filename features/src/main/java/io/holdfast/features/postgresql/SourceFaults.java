package io.holdfast.features.postgresql;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.sql.SQLException;

/** What a database says, in the words of the product; never with a password. */
final class SourceFaults {
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_SCHEMA = "3F000";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String MAY_NOT = "42501";
    private static final String CREDENTIALS = "28";

    private SourceFaults() {}

    static InputException connecting(SourceDatabase database, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(CREDENTIALS)) {
            return new InputException(
                    "access_denied",
                    database.name()
                            + " refuses the user or the password; expected those of a user who may read, in the environment variables "
                            + SourceDatabase.USER + " and " + SourceDatabase.PASSWORD,
                    e);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new InputException(
                    "no_database",
                    database.name() + ": the server has no such database; expected another in the environment variable "
                            + SourceDatabase.URL,
                    e);
        }
        return new InputException(
                "no_connection",
                "no connection to " + database.name() + " (" + said(e)
                        + "); expected a server that can be reached, by the environment variable " + SourceDatabase.URL,
                e);
    }

    static InputException reading(SourceDatabase database, String table, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(NO_SUCH_TABLE) || state.equals(NO_SUCH_SCHEMA)) {
            return new InputException(
                    "no_such_table",
                    table + ": " + database.name()
                            + " has no such table; expected its name as the database has it, after that of its schema and a point",
                    e);
        }
        if (state.equals(MAY_NOT)) {
            return new InputException(
                    "access_denied",
                    table + ": the user of " + database.name() + " may not read it; expected the right to SELECT",
                    e);
        }
        return new InputException("not_readable", table + ": " + database.name() + " says: " + said(e), e);
    }

    private static String said(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return Excerpt.plain(end < 0 ? message : message.substring(0, end));
    }
}
