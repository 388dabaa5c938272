package io.holdfast.scoring.reason;

import io.holdfast.scoring.score.ChurnScore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a writer of long lists made of sentences that come again. A sentence of one language is a function of its reason, its direction, and
 * the values it names, in their order. There are {@value #PLACES} places; of two sentences that want the same one, the later stays. For one thread.
 *
 * @param <T> what is made of a sentence
 */
public final class RecurringSentences<T> {
    /** A power of two. */
    static final int PLACES = 1 << 12;

    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PLACES);
    private static final long ODD_A = 0x9E3779B97F4A7C15L;
    private static final long ODD_B = 0xBF58476D1CE4E5B9L;
    private static final long ODD_C = 0x94D049BB133111EBL;

    private final Explainer explainer;
    private final @Nullable Kept<?>[] kept = new Kept<?>[PLACES];
    private int frame;
    private long first;
    private long second;
    private boolean recurs;

    /** What was made of one sentence: its group of columns with its direction, and the one or two values it names. */
    private record Kept<T>(int frame, long first, long second, T made) {}

    /** @param explainer whose sentences they are */
    public RecurringSentences(Explainer explainer) {
        this.explainer = explainer;
    }

    /**
     * What was kept of the sentence.
     *
     * @param reason of this score's ranking
     */
    @SuppressWarnings("unchecked") // only such things are kept
    public @Nullable T find(ChurnScore score, RankedReason reason) {
        int[] evidence = explainer.evidence(score, reason);
        frame = 2 * reason.group() + (reason.impact() > 0 ? 1 : 0);
        first = evidence.length > 0 ? score.customer().recurring(evidence[0]) : 0;
        second = evidence.length > 1 ? score.customer().recurring(evidence[1]) : 0;
        recurs = evidence.length > 0 && first != 0 && (second != 0 || evidence.length == 1);
        if (!recurs) {
            return null;
        }
        @Nullable Kept<?> found = kept[place()];
        return found != null && found.frame == frame && found.first == first && found.second == second
                ? (T) found.made
                : null;
    }

    /** Keeps what is made of the sentence that was last looked for in vain, if it can come again. */
    public void keep(Supplier<T> maker) {
        if (recurs) {
            kept[place()] = new Kept<>(frame, first, second, maker.get());
        }
    }

    private int place() {
        return (int) ((frame * ODD_C + first * ODD_A + second * ODD_B) >>> SHIFT);
    }
}
