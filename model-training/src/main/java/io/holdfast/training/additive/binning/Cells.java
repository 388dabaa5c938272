package io.holdfast.training.additive.binning;

/** Where rows and bins of a column stand. */
sealed interface Cells {
    int size();

    /** The cell of every row. */
    byte[] of(int bag);

    int cellOfBin(int bag, int bin);

    /** The bins themselves, the same for all bags. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and nobody else holds the array
    record Shared(byte[] cells, int size) implements Cells {
        @Override
        public byte[] of(int bag) {
            return cells;
        }

        @Override
        public int cellOfBin(int bag, int bin) {
            return bin;
        }
    }

    /** An order of levels per bag. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record PerBag(byte[][] cells, int[][] cellsOfBins, int size) implements Cells {
        @Override
        public byte[] of(int bag) {
            return cells[bag];
        }

        @Override
        public int cellOfBin(int bag, int bin) {
            return cellsOfBins[bag][bin];
        }
    }
}
