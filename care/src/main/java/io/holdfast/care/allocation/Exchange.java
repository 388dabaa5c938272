package io.holdfast.care.allocation;

import java.util.stream.IntStream;

/**
 * Mends a choice by giving to one group what another has. Where many groups are alike, prices say which alternatives are worth having but not who gets them, nor in which proportion, and an
 * alternative that is a hair better by them may use up what another, much better one needs. So groups go over to what brings more and fits, and of each kind those that bring least give way to
 * others.
 */
final class Exchange {
    /** Groups of a kind that are looked at for one that wants its place; those that bring least come first. */
    private static final int MOST_TRIED = 8;

    private static final int PASSES = 6;

    private final AllocationProblem problem;
    private final Choice choice;
    private final int[][] served;
    private final int[] first;

    private Exchange(AllocationProblem problem, Choice choice) {
        this.problem = problem;
        this.choice = choice;
        this.served = new int[problem.kinds()][];
        this.first = new int[problem.kinds()];
    }

    /** Changes the choice as long as its total rises, a few times at most. */
    static void improve(AllocationProblem problem, Choice choice) {
        boolean improved = true;
        for (int pass = 0; pass < PASSES && improved; pass++) {
            improved = new Exchange(problem, choice).run();
            improved |= goOver(problem, choice);
        }
    }

    /** Lets every group go over to the alternative that brings most of those that fit when its own is given back; whether any did. */
    private static boolean goOver(AllocationProblem problem, Choice choice) {
        boolean improved = false;
        for (int group = 0; group < problem.groups(); group++) {
            int own = choice.of(group);
            int best = own;
            for (int i = problem.start(group); i < problem.end(group); i++) {
                if (problem.gain(i) > (best < 0 ? 0 : problem.gain(best)) && choice.fitsInsteadOf(own, i)) {
                    best = i;
                }
            }
            if (best != own) {
                choice.change(group, best);
            }
            improved |= best != own;
        }
        return improved;
    }

    private boolean run() {
        for (int kind = 0; kind < served.length; kind++) {
            int own = kind;
            served[kind] = IntStream.range(0, problem.groups())
                    .filter(group -> choice.of(group) >= 0 && problem.kind(choice.of(group)) == own)
                    .boxed()
                    .sorted((a, b) -> Double.compare(problem.gain(choice.of(a)), problem.gain(choice.of(b))))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        int[] most = IntStream.range(0, problem.groups())
                .boxed()
                .sorted((a, b) -> Double.compare(wish(b), wish(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean improved = false;
        for (int group : most) {
            improved |= wish(group) > 0 && serve(group);
        }
        return improved;
    }

    /** The most that a group could bring beyond what it has. */
    private double wish(int group) {
        double most = 0;
        for (int i = problem.start(group); i < problem.end(group); i++) {
            most = Math.max(most, problem.gain(i));
        }
        return most - gain(group);
    }

    private double gain(int group) {
        return choice.of(group) < 0 ? 0 : problem.gain(choice.of(group));
    }

    /** Gives a group the alternative that adds most in exchange for what one other group has, if the total rises. */
    private boolean serve(int group) {
        double most = 0;
        int best = -1;
        int other = -1;
        for (int i = problem.start(group); i < problem.end(group); i++) {
            double more = problem.gain(i) - gain(group);
            for (int kind = 0; kind < served.length && more > most; kind++) {
                for (int at = first[kind]; at < Math.min(served[kind].length, first[kind] + MOST_TRIED); at++) {
                    int from = served[kind][at];
                    boolean stands = from != group && choice.of(from) >= 0 && problem.kind(choice.of(from)) == kind;
                    if (stands && more - gain(from) > most && choice.fitsInsteadOf(group, from, i)) {
                        most = more - gain(from);
                        best = i;
                        other = from;
                    }
                }
            }
        }
        if (best < 0) {
            return false;
        }
        choice.giveBack(other);
        choice.change(group, best);
        for (int kind = 0; kind < served.length; kind++) {
            while (first[kind] < served[kind].length && choice.of(served[kind][first[kind]]) < 0) {
                first[kind]++;
            }
        }
        return true;
    }
}
