package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that takes a list of outcomes into a store from its beginning, piece by piece, and says what was acknowledged, until it is killed. */
final class KilledReporter {
    static final int PIECE = 25;
    static final int PIECES = 4000;

    private KilledReporter() {}

    /**
     * Reports until it is killed.
     *
     * @param args the store's file
     */
    public static void main(String[] args) {
        Store store = Store.open(new StoreLocation.SqliteFile(Path.of(args[0])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int piece = 0; piece < PIECES; piece++) {
            store.outcomes().addAll(outcomes(piece), WRITING);
            out.println("piece " + piece);
        }
    }

    static List<Outcome> outcomes(int piece) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < PIECE; i++) {
            outcomes.add(left("o-" + piece + "-" + i, "C-1", NOW));
        }
        return outcomes;
    }
}
