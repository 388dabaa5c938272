package io.holdfast.training.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Counts, while a table is read, what the cells of one column look like, and keeps them. */
final class ColumnTally {
    private static final int DATE_LENGTH = "2026-01-31".length();

    private final String name;
    private final CellStore store = new CellStore();
    private final TokenCounts missingLike = new TokenCounts();
    private long missing;
    private long dates;
    private long moments;
    private long padded;
    private boolean digits = true;

    // The number at the end of each cell, while every cell has one: ids are often counted up.
    private final NumberedIds numbered = new NumberedIds();

    ColumnTally(String name) {
        this.name = name;
    }

    void add(String cell, boolean isMissing) {
        if (isMissing) {
            missing++;
            store.addMissing();
            return;
        }
        store.add(cell);
        numbered.add(cell);
        if (NameHints.looksMissing(cell)) {
            missingLike.add(cell);
        }
        if (cell.length() >= DATE_LENGTH && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
            countDate(cell);
        }
        if (cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1))) {
            padded++;
        }
        digits = digits && isDigits(cell);
    }

    private static boolean isDigits(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            if (!Character.isDigit(cell.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private void countDate(String cell) {
        try {
            LocalDate.parse(cell.substring(0, DATE_LENGTH));
            if (cell.length() == DATE_LENGTH) {
                dates++;
            } else {
                moments++;
            }
        } catch (DateTimeParseException e) {
            // A text that only begins like a date.
            return;
        }
    }

    String name() {
        return name;
    }

    CellStore store() {
        return store;
    }

    NumberedIds numbered() {
        return numbered;
    }

    long missing() {
        return missing;
    }

    long present() {
        return store.size() - missing;
    }

    /** Whether all cells are days as ISO 8601 writes them. */
    boolean dates() {
        return present() > 0 && dates == present();
    }

    /** Whether all cells are such days with a time of day. */
    boolean moments() {
        return present() > 0 && dates + moments == present() && moments > 0;
    }

    /** Whether values begin with a zero and a further digit, as codes do. */
    boolean padded() {
        return padded > 0;
    }

    /** Whether every cell is made of digits alone. */
    boolean digits() {
        return digits;
    }

    /** Cells that people write for what they do not know. */
    TokenCounts missingLike() {
        return missingLike;
    }
}
