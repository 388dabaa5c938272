package io.holdfast.care.allocation;

import java.util.Arrays;

/**
 * Groups, each with alternatives of which at most one may be chosen. An alternative has a gain, a cost that counts against the first limit, and a kind;
 * the kind says how much it uses of the other limits, but for the last one, where there is one of what is risked: of that each uses an amount of its own. Immutable.
 */
public final class AllocationProblem {
    private final int[] starts;
    private final short[] kinds;
    private final double[] gains;
    private final double[] costs;
    private final double[] risks;
    private final double[][] uses;
    private final double[] limits;

    private AllocationProblem(
            int[] starts,
            short[] kinds,
            double[] gains,
            double[] costs,
            double[] risks,
            double[][] uses,
            double[] limits) {
        this.starts = starts;
        this.kinds = kinds;
        this.gains = gains;
        this.costs = costs;
        this.risks = risks;
        this.uses = uses;
        this.limits = limits;
    }

    /**
     * Starts a problem without groups.
     *
     * @param limits the first is the limit of cost, the others are those of the kinds' uses; 0 or more, may be infinite
     * @param uses by kind, then by limit from the second on; 0 or more
     */
    public static Builder builder(double[] limits, double[][] uses) {
        return new Builder(limits, uses, false);
    }

    /**
     * Starts a problem without groups, whose last limit is that of what is risked.
     *
     * @param limits the first is the limit of cost, the last that of what is risked, the others are those of the kinds' uses; 0 or more, may be infinite
     * @param uses by kind, then by limit from the second to the last but one; 0 or more
     */
    public static Builder withRisk(double[] limits, double[][] uses) {
        return new Builder(limits, uses, true);
    }

    int groups() {
        return starts.length - 1;
    }

    /** The first alternative of a group; the last one ends before the first of the next. */
    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return starts[group + 1];
    }

    int kind(int alternative) {
        return kinds[alternative];
    }

    double gain(int alternative) {
        return gains[alternative];
    }

    double cost(int alternative) {
        return costs[alternative];
    }

    /** What counts against the last limit; 0 where nothing is limited that way. */
    double risk(int alternative) {
        return risks[alternative];
    }

    /** Whether what is risked is limited: by the last limit. */
    boolean limitsRisk() {
        return limits.length > 1 && (uses.length == 0 || uses[0].length == limits.length - 2);
    }

    int limits() {
        return limits.length;
    }

    double limit(int limit) {
        return limits[limit];
    }

    int kinds() {
        return uses.length;
    }

    /** What one alternative uses of a limit. */
    double use(int alternative, int limit) {
        if (limit == 0) {
            return costs[alternative];
        }
        double[] own = uses[kinds[alternative]];
        return limit > own.length ? risks[alternative] : own[limit - 1];
    }

    /** What a kind uses of a limit other than the first; 0 of that of what is risked. */
    double kindUse(int kind, int limit) {
        return limit > uses[kind].length ? 0 : uses[kind][limit - 1];
    }

    /** Every stride-th group, with limits in proportion. */
    AllocationProblem sample(int stride) {
        double share = 1.0 / stride;
        Builder sample =
                new Builder(Arrays.stream(limits).map(limit -> limit * share).toArray(), uses, limitsRisk());
        for (int group = 0; group < groups(); group += stride) {
            for (int i = starts[group]; i < starts[group + 1]; i++) {
                sample.alternative(kinds[i], gains[i], costs[i], risks[i]);
            }
            sample.endGroup();
        }
        return sample.build();
    }

    /** Collects groups, one after the other. */
    public static final class Builder {
        private static final int FIRST = 64;

        private final double[] limits;
        private final double[][] uses;
        private int[] starts = new int[FIRST];
        private short[] kinds = new short[FIRST];
        private double[] gains = new double[FIRST];
        private double[] costs = new double[FIRST];
        private double[] risks = new double[FIRST];
        private int groups;
        private int alternatives;

        private Builder(double[] limits, double[][] uses, boolean risk) {
            int ofKinds = limits.length - (risk ? 2 : 1);
            if (ofKinds < 0 || Arrays.stream(limits).anyMatch(limit -> !(limit >= 0))) {
                throw new IllegalArgumentException("limits: " + Arrays.toString(limits) + " (expected: 0 or more)");
            }
            for (double[] use : uses) {
                if (use.length != ofKinds || Arrays.stream(use).anyMatch(each -> !(each >= 0))) {
                    throw new IllegalArgumentException(
                            "uses: " + Arrays.toString(use) + " (expected: " + ofKinds + " numbers, 0 or more)");
                }
            }
            this.limits = limits.clone();
            this.uses = new double[uses.length][];
            for (int i = 0; i < uses.length; i++) {
                this.uses[i] = uses[i].clone();
            }
        }

        /**
         * Adds an alternative that risks nothing to the group begun.
         *
         * @param gain finite
         * @param cost 0 or more
         */
        public Builder alternative(int kind, double gain, double cost) {
            return alternative(kind, gain, cost, 0);
        }

        /**
         * Adds an alternative to the group begun.
         *
         * @param gain finite
         * @param cost 0 or more
         * @param risk what counts against the limit of what is risked, 0 or more
         */
        public Builder alternative(int kind, double gain, double cost, double risk) {
            if (kind < 0 || kind >= uses.length || !Double.isFinite(gain) || !(cost >= 0) || !(risk >= 0)) {
                throw new IllegalArgumentException("alternative: kind " + kind + ", gain " + gain + ", cost " + cost
                        + ", risk " + risk + " (expected: a kind, a finite gain, a cost and a risk of 0 or more)");
            }
            if (alternatives == gains.length) {
                int more = alternatives + (alternatives >> 1);
                kinds = Arrays.copyOf(kinds, more);
                gains = Arrays.copyOf(gains, more);
                costs = Arrays.copyOf(costs, more);
                risks = Arrays.copyOf(risks, more);
            }
            kinds[alternatives] = (short) kind;
            gains[alternatives] = gain;
            costs[alternatives] = cost;
            risks[alternatives] = risk;
            alternatives++;
            return this;
        }

        /** Ends the group, which may be empty. */
        public Builder endGroup() {
            groups++;
            if (groups == starts.length) {
                starts = Arrays.copyOf(starts, groups + (groups >> 1));
            }
            starts[groups] = alternatives;
            return this;
        }

        /** The problem. */
        public AllocationProblem build() {
            return new AllocationProblem(
                    Arrays.copyOf(starts, groups + 1),
                    Arrays.copyOf(kinds, alternatives),
                    Arrays.copyOf(gains, alternatives),
                    Arrays.copyOf(costs, alternatives),
                    Arrays.copyOf(risks, alternatives),
                    uses,
                    limits);
        }
    }
}
