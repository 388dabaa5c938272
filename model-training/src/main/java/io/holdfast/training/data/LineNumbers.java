package io.holdfast.training.data;

/** The line on which each row begins, in ascending order: nothing is held of the rows before the first that takes several lines. */
final class LineNumbers {
    private final RowNumbers rest = new RowNumbers();
    private long first;
    private int oneLine;

    void add(long line) {
        if (oneLine == 0) {
            first = line;
        }
        if (rest.size() == 0 && line == first + oneLine) {
            oneLine++;
        } else {
            rest.add(line);
        }
    }

    long get(int row) {
        return row < oneLine ? first + row : rest.get(row - oneLine);
    }
}
