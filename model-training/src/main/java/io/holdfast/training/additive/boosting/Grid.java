package io.holdfast.training.additive.boosting;

/** Prefix sums of gradients, Hessians and rows over a grid of cells, so that any block of it is four look-ups. Reused. */
final class Grid {
    private final double[] gradients;
    private final double[] hessians;
    private final int[] rows;
    private int height;
    private int width;

    /** @param most number of cells of the largest grid, with a border of one row and one column */
    Grid(int most) {
        gradients = new double[most];
        hessians = new double[most];
        rows = new int[most];
    }

    /** How large a grid must be made to hold a height and a width. */
    static int room(int height, int width) {
        return (height + 1) * (width + 1);
    }

    void clear(int newHeight, int newWidth) {
        height = newHeight;
        width = newWidth;
        for (int i = 0; i < room(height, width); i++) {
            gradients[i] = 0;
            hessians[i] = 0;
            rows[i] = 0;
        }
    }

    /** Adds the prefix sums of some cells of a table. */
    void add(double[] sums, int[] counts, int first, int rowStride, int columnStride) {
        int line = width + 1;
        double[] aboveG = new double[line];
        double[] aboveH = new double[line];
        int[] aboveN = new int[line];
        for (int row = 0; row < height; row++) {
            double g = 0;
            double h = 0;
            int n = 0;
            for (int column = 0; column < width; column++) {
                int cell = first + row * rowStride + column * columnStride;
                g += sums[2 * cell];
                h += sums[2 * cell + 1];
                n += counts[cell];
                aboveG[column + 1] += g;
                aboveH[column + 1] += h;
                aboveN[column + 1] += n;
                int corner = (row + 1) * line + column + 1;
                gradients[corner] += aboveG[column + 1];
                hessians[corner] += aboveH[column + 1];
                rows[corner] += aboveN[column + 1];
            }
        }
    }

    /** Makes this grid the difference of two of equal size. */
    void difference(Grid all, Grid part) {
        height = all.height;
        width = all.width;
        for (int i = 0; i < room(height, width); i++) {
            gradients[i] = all.gradients[i] - part.gradients[i];
            hessians[i] = all.hessians[i] - part.hessians[i];
            rows[i] = all.rows[i] - part.rows[i];
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int rows() {
        return rows[room(height, width) - 1];
    }

    double gradient() {
        return gradients[room(height, width) - 1];
    }

    double hessian() {
        return hessians[room(height, width) - 1];
    }

    double gradientAt(int corner) {
        return gradients[corner];
    }

    double hessianAt(int corner) {
        return hessians[corner];
    }

    int rowsAt(int corner) {
        return rows[corner];
    }
}
