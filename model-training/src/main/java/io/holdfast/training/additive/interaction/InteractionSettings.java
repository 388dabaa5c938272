package io.holdfast.training.additive.interaction;

/**
 * Which columns get a table together.
 *
 * @param pairs the most pairs, 0 or more; 20, as more gained nothing on small tables and cost time and readers
 * @param triples the most triples, 0 or more; 10, likewise
 * @param pairPlaces places a side while pairs are searched, 2 to 256; 32, enough to see that there is something
 * @param triplePlaces places a side while triples are searched, 2 to 256; 10, so that a cell keeps some rows
 * @param pairCells cells up to which the finest number of a chosen pair is refined, 4 or more; 1536, some three customers a
 *     cell on a table of five thousand
 * @param tripleCells the same for triples, 8 or more; 1500
 * @param pairZ fall of the out-of-bag loss over its standard error that the pairs together must reach, any number; 5, because
 *     the same rows chose them: useless pairs reach 4, useful ones 6 and more; more among more than 200 candidates
 * @param tripleZ the same for triples, any number; 2, as they are few and build on pairs that passed
 * @param screenedColumns columns among which pairs are searched, the strongest by out-of-bag gain, 2 or more; 64, so that
 *     thousands of columns do not make millions of pairs
 * @param fewBagsFrom rows from which three bags instead of all do the searching, 1 or more; 20000, where three agree with eight
 */
public record InteractionSettings(
        int pairs,
        int triples,
        int pairPlaces,
        int triplePlaces,
        int pairCells,
        int tripleCells,
        double pairZ,
        double tripleZ,
        int screenedColumns,
        int fewBagsFrom) {
    private static final int MOST_PLACES = 256;

    /** Checks the ranges. */
    public InteractionSettings {
        require("pairs", pairs, 0, Integer.MAX_VALUE);
        require("triples", triples, 0, Integer.MAX_VALUE);
        require("pairPlaces", pairPlaces, 2, MOST_PLACES);
        require("triplePlaces", triplePlaces, 2, MOST_PLACES);
        require("pairCells", pairCells, 4, Integer.MAX_VALUE);
        require("tripleCells", tripleCells, 8, Integer.MAX_VALUE);
        require("screenedColumns", screenedColumns, 2, Integer.MAX_VALUE);
        require("fewBagsFrom", fewBagsFrom, 1, Integer.MAX_VALUE);
        if (Double.isNaN(pairZ) || Double.isNaN(tripleZ)) {
            throw new IllegalArgumentException("pairZ, tripleZ: " + pairZ + ", " + tripleZ + " (expected: numbers)");
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least
                    + (most < Integer.MAX_VALUE ? " to " + most : " or more") + ")");
        }
    }

    /** 20 pairs, 10 triples. */
    public static InteractionSettings defaults() {
        return new InteractionSettings(20, 10, 32, 10, 1536, 1500, 5, 2, 64, 20_000);
    }

    /** The same with other numbers of pairs and triples. */
    public InteractionSettings withAtMost(int otherPairs, int otherTriples) {
        return new InteractionSettings(
                otherPairs,
                otherTriples,
                pairPlaces,
                triplePlaces,
                pairCells,
                tripleCells,
                pairZ,
                tripleZ,
                screenedColumns,
                fewBagsFrom);
    }

    /** The same with other z that pairs and triples must reach. */
    public InteractionSettings withNeeded(double otherPairZ, double otherTripleZ) {
        return new InteractionSettings(
                pairs,
                triples,
                pairPlaces,
                triplePlaces,
                pairCells,
                tripleCells,
                otherPairZ,
                otherTripleZ,
                screenedColumns,
                fewBagsFrom);
    }
}
