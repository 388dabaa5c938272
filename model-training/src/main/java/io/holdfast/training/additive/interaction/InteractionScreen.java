package io.holdfast.training.additive.interaction;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.BoostingSettings;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.TreeFit;
import io.holdfast.training.additive.parallel.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks candidate tables by what one tree gains on rows it was not fitted to. It is the FAST screen of Lou et al. 2013 (section 4),
 * cross-fitted: judged on its own rows, a screen favours columns with many values.
 */
final class InteractionScreen {
    private static final int BLOCK = 1024;
    private static final int FEW_BAGS = 3;
    private static final double LEAST_SHARE_OF_BAGS = 0.6;
    private static final int TOGETHER = 16;

    private final BoostingSettings boosting;
    private final Bagged bagged;
    private final int bags;
    private final Workers workers;
    private final Progress progress;

    InteractionScreen(BoostingSettings boosting, Bagged bagged, int fewBagsFrom, Workers workers, Progress progress) {
        this.boosting = boosting;
        this.bagged = bagged;
        Bags all = bagged.bags();
        this.bags = all.rows() > fewBagsFrom ? Math.min(FEW_BAGS, all.count()) : all.count();
        this.workers = workers;
        this.progress = progress;
    }

    /** Positions of the best candidates, the best first: those that gain in sum and in most bags. */
    List<Integer> best(String what, List<Shape> candidates, int most) {
        double[] gains = new double[candidates.size()];
        int[] positive = new int[candidates.size()];
        Objective objective = bagged.objective();
        double[] gradients = new double[bagged.bags().rows()];
        double[] hessians = new double[gradients.length];
        for (int bag = 0; bag < bags; bag++) {
            progress.at(what, bag, bags);
            objective.derivatives(bagged.states(bag), gradients, hessians);
            int number = bag;
            workers.forEach((gains.length + TOGETHER - 1) / TOGETHER, part -> {
                int from = part * TOGETHER;
                int to = Math.min(gains.length, from + TOGETHER);
                List<Shape> shapes = candidates.subList(from, to);
                double[] found = gains(number, shapes, gradients, hessians);
                for (int c = from; c < to; c++) {
                    gains[c] += found[c - from];
                    positive[c] += found[c - from] > 0 ? 1 : 0;
                }
            });
        }
        progress.at(what, bags, bags);
        return IntStream.range(0, gains.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -gains[c]))
                .limit(most)
                .filter(c -> gains[c] > 0 && positive[c] >= LEAST_SHARE_OF_BAGS * bags)
                .toList();
    }

    private double[] gains(int bag, List<Shape> shapes, double[] gradients, double[] hessians) {
        TreeFit trees = new TreeFit(boosting, bagged.objective(), shapes);
        int most = shapes.stream().mapToInt(Shape::cells).max().orElse(0);
        double[] sums = new double[2 * most];
        double[] heldOut = new double[2 * most];
        int[] rows = new int[most];
        int[] ignored = new int[most];
        int[] cells = new int[BLOCK];
        Bags all = bagged.bags();
        double[] gains = new double[shapes.size()];
        for (int s = 0; s < gains.length; s++) {
            Shape shape = shapes.get(s);
            Arrays.fill(sums, 0);
            Arrays.fill(heldOut, 0);
            Arrays.fill(rows, 0);
            for (int from = 0; from < all.rows(); from += BLOCK) {
                int to = Math.min(all.rows(), from + BLOCK);
                shape.read(bag, from, to - from, cells);
                int begin = Math.min(to, Math.max(from, all.from(bag)));
                int end = Math.min(to, Math.max(from, all.to(bag)));
                add(cells, from, from, begin, gradients, hessians, sums, rows);
                add(cells, from, begin, end, gradients, hessians, heldOut, ignored);
                add(cells, from, end, to, gradients, hessians, sums, rows);
            }
            gains[s] = trees.heldOutGain(shape, sums, rows, heldOut);
        }
        return gains;
    }

    private static void add(
            int[] cells,
            int block,
            int from,
            int to,
            double[] gradients,
            double[] hessians,
            double[] sums,
            int[] rows) {
        for (int row = from; row < to; row++) {
            int cell = cells[row - block];
            sums[2 * cell] += gradients[row];
            sums[2 * cell + 1] += hessians[row];
            rows[cell]++;
        }
    }
}
