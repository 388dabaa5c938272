package io.holdfast.features.history;

import java.util.Locale;

/** Values as pieces of columns' names. */
public final class ColumnPiece {
    private ColumnPiece() {}

    /** A value in small letters, digits and underscores; empty where no letter or digit of it may stand in a column's name. */
    public static String of(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
