package io.holdfast.scoring.model;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one input says to all trees of a forest at once: per bin, a byte a tree with the bits of its leaf that hang on the input, eight trees
 * in a {@code long}. The bytes of all inputs, joined by "or", are the leaves. Bins with equal answers share them.
 */
final class AnswerCode {
    /** Trees in a word. */
    static final int TREES = 8;

    /** Set in the byte of a tree that asks about an input whose bin training never saw. */
    static final int UNSEEN = 0x80;

    private final int input;
    /** The words that hold a tree which asks about the input. */
    private final int[] words;
    /** By bin, where its codes begin. */
    private final int[] starts;

    private final long[] codes;

    /** @param asking by tree, what it asks of the input; at least one */
    AnswerCode(SortedMap<Integer, TreeSide> asking) {
        Marginal marginal = asking.values().iterator().next().marginal();
        this.input = marginal.input();
        this.words = asking.keySet().stream()
                .mapToInt(tree -> tree / TREES)
                .distinct()
                .toArray();
        this.starts = new int[marginal.bins()];
        Map<LongBuffer, Integer> known = new LinkedHashMap<>();
        List<long[]> distinct = new ArrayList<>();
        for (int bin = 0; bin < starts.length; bin++) {
            long[] code = code(marginal.share(bin) > 0, bin, asking);
            Integer start = known.putIfAbsent(LongBuffer.wrap(code), distinct.size() * words.length);
            if (start == null) {
                distinct.add(code);
            }
            starts[bin] = start == null ? (distinct.size() - 1) * words.length : start;
        }
        codes = new long[distinct.size() * words.length];
        for (int i = 0; i < distinct.size(); i++) {
            System.arraycopy(distinct.get(i), 0, codes, i * words.length, words.length);
        }
    }

    private long[] code(boolean seen, int bin, SortedMap<Integer, TreeSide> asking) {
        long[] code = new long[words.length];
        int at = 0;
        for (Map.Entry<Integer, TreeSide> entry : asking.entrySet()) {
            int tree = entry.getKey();
            at += words[at] < tree / TREES ? 1 : 0;
            long bits = seen ? entry.getValue().bits()[bin] : UNSEEN;
            code[at] |= bits << (Byte.SIZE * (tree % TREES));
        }
        return code;
    }

    /** Joins what the input of a row says with the leaves. */
    void join(CodedRow row, long[] leaves) {
        int at = starts[row.bin(input)];
        for (int word : words) {
            leaves[word] |= codes[at++];
        }
    }
}
