package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.trees.GrownTree.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows oblivious trees by Newton steps from a random share of rows and columns. Holds the scratch space, so one thread at a
 * time may use it.
 */
final class TreeGrower {
    /** Added to the Hessian of a level where levels are sorted by their step, so that rare ones do not stand at the ends. */
    private static final double SORT_SMOOTHING = 5;

    private final TreeSettings settings;
    private final List<TreeColumn> columns;
    private final PairRules rules;
    private final double rowShare;
    private final LeafRows rows;
    private final CutSearch search;
    private final double[][] sums;
    private final int[][] orders;

    /** @param rowShare of the rows that every tree learns from */
    TreeGrower(TreeSettings settings, List<TreeColumn> columns, PairRules rules, double rowShare) {
        this.settings = settings;
        this.columns = columns;
        this.rules = rules;
        this.rowShare = rowShare;
        this.rows = new LeafRows(settings.depth());
        this.search = new CutSearch(settings.lambda(), rows);
        this.sums = columns.stream()
                .map(column -> new double[column.size() << settings.depth()])
                .toArray(double[][]::new);
        this.orders = columns.stream().map(TreeColumn::inOrder).toArray(int[][]::new);
    }

    /** A tree for a bag whose rows are in these states; its own rows are not looked at. */
    GrownTree grow(Objective objective, double[] states, int bag, int from, int to, SplittableRandom random) {
        rows.draw(objective, states, from, to, rowShare, random);
        int[] drawn = drawColumns(random);
        for (int c : drawn) {
            Arrays.fill(sums[c], 0, 2 * columns.get(c).size(), 0);
            rows.gather(0, columns.get(c), bag, sums[c], 0);
            if (columns.get(c).unordered()) {
                sort(c);
            }
        }
        List<Question> questions = new ArrayList<>();
        for (Optional<Question> next = best(drawn, questions); next.isPresent(); next = best(drawn, questions)) {
            questions.add(next.get());
            rows.split(next.get(), bag);
            if (questions.size() == settings.depth()) {
                break;
            }
            for (int c : drawn) {
                gatherChildren(columns.get(c), bag, sums[c]);
            }
        }
        double[] values = new double[rows.leaves()];
        Arrays.setAll(
                values,
                leaf -> settings.learningRate() * rows.gradient(leaf) / (rows.hessian(leaf) + settings.lambda()));
        return new GrownTree(List.copyOf(questions), values);
    }

    private int[] drawColumns(SplittableRandom random) {
        int[] all = IntStream.range(0, columns.size()).toArray();
        int count = (int) Math.ceil(settings.columnShare() * all.length);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(all.length - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        int[] drawn = Arrays.copyOf(all, count);
        Arrays.sort(drawn);
        return drawn;
    }

    private void sort(int c) {
        double[] root = sums[c];
        orders[c] = IntStream.range(0, orders[c].length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> root[2 * place] / (root[2 * place + 1] + SORT_SMOOTHING)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Optional<Question> best(int[] drawn, List<Question> questions) {
        search.start();
        for (int c : drawn) {
            TreeColumn column = columns.get(c);
            if (questions.stream().noneMatch(question -> forbids(question.column(), column))) {
                search.search(column, orders[c], sums[c]);
            }
        }
        return search.found();
    }

    private boolean forbids(TreeColumn one, TreeColumn other) {
        return one != other
                && rules.forbids(one.column().input(), other.column().input());
    }

    /** The sums of a leaf's smaller child are gathered, those of its sibling are what remains of the leaf's own. */
    private void gatherChildren(TreeColumn column, int bag, double[] into) {
        int width = 2 * column.size();
        for (int parent = rows.leaves() / 2 - 1; parent >= 0; parent--) {
            int small = rows.size(2 * parent) < rows.size(2 * parent + 1) ? 2 * parent : 2 * parent + 1;
            int smallAt = small * width;
            int bigAt = (small ^ 1) * width;
            if (bigAt != parent * width) {
                System.arraycopy(into, parent * width, into, bigAt, width);
            }
            Arrays.fill(into, smallAt, smallAt + width, 0);
            if (rows.size(small) > 0) {
                rows.gather(small, column, bag, into, smallAt);
                for (int i = 0; i < width; i++) {
                    into[bigAt + i] -= into[smallAt + i];
                }
            }
        }
    }
}
