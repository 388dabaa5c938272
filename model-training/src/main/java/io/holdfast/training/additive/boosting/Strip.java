package io.holdfast.training.additive.boosting;

/** A strip across a grid: sums over its cells from one end. */
final class Strip {
    private final Grid grid;
    private final int length;
    private final int step;
    private final int lowCorner;
    private final int highCorner;

    /**
     * @param turned whether the strip takes columns {@code low} to before {@code high} and runs along the rows; else it takes
     *     rows and runs along the columns
     */
    Strip(Grid grid, boolean turned, int low, int high) {
        this.grid = grid;
        int line = grid.width() + 1;
        this.length = turned ? grid.height() : grid.width();
        this.step = turned ? line : 1;
        this.lowCorner = low * (turned ? 1 : line);
        this.highCorner = high * (turned ? 1 : line);
    }

    int length() {
        return length;
    }

    /** Rows of the table in the first {@code cells} cells of the strip. */
    int rows(int cells) {
        return grid.rowsAt(highCorner + cells * step) - grid.rowsAt(lowCorner + cells * step);
    }

    double gradient(int cells) {
        return grid.gradientAt(highCorner + cells * step) - grid.gradientAt(lowCorner + cells * step);
    }

    double hessian(int cells) {
        return grid.hessianAt(highCorner + cells * step) - grid.hessianAt(lowCorner + cells * step);
    }

    int allRows() {
        return rows(length);
    }

    double allGradient() {
        return gradient(length);
    }

    double allHessian() {
        return hessian(length);
    }
}
