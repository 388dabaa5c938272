package io.holdfast.scoring.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one tree asks of one input.
 *
 * @param marginal of the input
 * @param mask all bits of the leaf that hang on the input
 * @param bits by bin, those that its answers set
 * @param answers the combinations of bits that training saw, ascending
 * @param shares of the training rows, for each of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record TreeSide(Marginal marginal, int mask, byte[] bits, int[] answers, double[] shares) {
    /** The sides of a tree, one per input, in the order in which it asks of them. */
    static List<TreeSide> of(ObliviousTree tree, List<BinQuestion> questions, Map<Integer, Marginal> marginals) {
        List<BinQuestion> asked = tree.questions().stream().map(questions::get).toList();
        int depth = asked.size();
        Map<Integer, BitSet> positions = new LinkedHashMap<>();
        for (int q = 0; q < depth; q++) {
            positions
                    .computeIfAbsent(asked.get(q).input(), first -> new BitSet())
                    .set(q);
        }
        List<TreeSide> sides = new ArrayList<>();
        positions.forEach((input, own) -> {
            Marginal marginal = marginals.get(input);
            if (marginal == null) {
                throw new IllegalArgumentException("a tree asks about input " + input
                        + ", the shares of whose bins are missing (expected: one marginal for each input asked about)");
            }
            int mask = 0;
            byte[] bits = new byte[marginal.bins()];
            for (int q = own.nextSetBit(0); q >= 0; q = own.nextSetBit(q + 1)) {
                int bit = 1 << (depth - 1 - q);
                BinQuestion question = asked.get(q);
                mask |= bit;
                for (int bin = 0; bin < bits.length; bin++) {
                    bits[bin] |= (byte) (question.yes(bin) ? bit : 0);
                }
            }
            sides.add(side(marginal, mask, bits));
        });
        return sides;
    }

    private static TreeSide side(Marginal marginal, int mask, byte[] bits) {
        double[] met = new double[mask + 1];
        for (int bin = 0; bin < bits.length; bin++) {
            met[bits[bin]] += marginal.share(bin);
        }
        int[] answers =
                IntStream.rangeClosed(0, mask).filter(answer -> met[answer] > 0).toArray();
        double[] shares =
                Arrays.stream(answers).mapToDouble(answer -> met[answer]).toArray();
        return new TreeSide(marginal, mask, bits, answers, shares);
    }

    /** The same without bits, which take a byte a bin. */
    TreeSide withoutBits() {
        return new TreeSide(marginal, mask, new byte[0], answers, shares);
    }

    int input() {
        return marginal.input();
    }

    /** Whether training saw the bin that a row has. */
    boolean seen(CodedRow row) {
        return marginal.share(row.bin(marginal.input())) > 0;
    }
}
