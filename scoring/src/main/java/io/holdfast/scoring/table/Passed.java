package io.holdfast.scoring.table;

/**
 * What of a file others have read, so that messages about the rest say where it stands.
 *
 * @param lines of the file, 0 or more
 * @param bytes of the file
 * @param rows after the header
 */
record Passed(long lines, long bytes, long rows) {
    static final Passed NOTHING = new Passed(0, 0, 0);
}
