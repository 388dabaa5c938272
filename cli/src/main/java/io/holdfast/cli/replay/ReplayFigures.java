package io.holdfast.cli.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How plans that learn compare with what could be had, and with what is simple: seed by seed, so that what customers have in common cancels out. */
final class ReplayFigures {
    private static final List<ReplayPolicy> SIMPLE =
            List.of(ReplayPolicy.RISKIEST, ReplayPolicy.RISK_MARGIN, ReplayPolicy.EVERYBODY, ReplayPolicy.NOBODY);

    private final Map<ReplayPolicy, Map<Long, ReplayRun>> runs;
    private final SortedSet<Long> seeds = new TreeSet<>();

    /** @param runs by policy and seed */
    ReplayFigures(Map<ReplayPolicy, Map<Long, ReplayRun>> runs) {
        this.runs = runs;
        runs.values().forEach(bySeed -> seeds.addAll(bySeed.keySet()));
    }

    /** Of what an oracle gains over nobody, the share that a policy does; none where the oracle gains nothing with some seed. */
    OptionalDouble[] shareOfOracle(ReplayPolicy policy) {
        return bySeed(seed -> {
            OptionalDouble most = gain(ReplayPolicy.ORACLE, seed);
            OptionalDouble own = gain(policy, seed);
            return most.isPresent() && own.isPresent() && most.getAsDouble() > 0
                    ? OptionalDouble.of(own.getAsDouble() / most.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** What a policy gains over the simple one that does best with the seed; nobody is one of them. */
    OptionalDouble[] overBestSimple(ReplayPolicy policy) {
        return bySeed(seed -> {
            OptionalDouble own = margin(policy, seed);
            OptionalDouble best = bestSimple(seed);
            return own.isPresent() && best.isPresent()
                    ? OptionalDouble.of(own.getAsDouble() - best.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** A policy's gain over nobody, as a multiple of that of the best simple one; none where no simple one gains anything with some seed. */
    OptionalDouble[] multipleOfBestSimple(ReplayPolicy policy) {
        return bySeed(seed -> {
            OptionalDouble own = gain(policy, seed);
            OptionalDouble best = bestSimple(seed);
            OptionalDouble nobody = margin(ReplayPolicy.NOBODY, seed);
            return own.isPresent() && best.isPresent() && best.getAsDouble() > nobody.orElse(Double.NaN)
                    ? OptionalDouble.of(own.getAsDouble() / (best.getAsDouble() - nobody.getAsDouble()))
                    : OptionalDouble.empty();
        });
    }

    /** By how much of its net margin a policy lies above another one; none where that one's margin is 0 or less. */
    OptionalDouble[] relative(ReplayPolicy policy, ReplayPolicy other) {
        return bySeed(seed -> {
            OptionalDouble own = margin(policy, seed);
            OptionalDouble base = margin(other, seed);
            return own.isPresent() && base.isPresent() && base.getAsDouble() > 0
                    ? OptionalDouble.of(own.getAsDouble() / base.getAsDouble() - 1)
                    : OptionalDouble.empty();
        });
    }

    /** What the loop lost against nobody, as a share of what its plans had said was at risk. */
    OptionalDouble[] lossOfAtRisk() {
        return bySeed(seed -> {
            OptionalDouble gain = gain(ReplayPolicy.LOOP, seed);
            @Nullable ReplayRun loop = run(ReplayPolicy.LOOP, seed);
            return gain.isPresent() && loop != null && loop.atRisk() > 0
                    ? OptionalDouble.of(-gain.getAsDouble() / loop.atRisk())
                    : OptionalDouble.empty();
        });
    }

    /** Lines for a terminal; none without the policies that they are about. */
    List<String> lines(boolean chinese) {
        List<String> lines = new ArrayList<>();
        Terms terms = new Terms(chinese);
        for (ReplayPolicy policy : List.of(ReplayPolicy.LOOP, ReplayPolicy.ORACLE_HOLDING_OUT, ReplayPolicy.PLAYBOOK)) {
            add(
                    lines,
                    (chinese ? "占先知增益的比例，" : "Share of the oracle's gain, ") + policy.code(),
                    wereRun(policy, ReplayPolicy.ORACLE, ReplayPolicy.NOBODY),
                    shareOfOracle(policy),
                    terms,
                    terms::share);
        }
        add(
                lines,
                chinese ? "loop 高出最佳简单策略（含无人关怀）" : "loop above the best simple policy, nobody included",
                false,
                overBestSimple(ReplayPolicy.LOOP),
                terms,
                terms::money);
        add(
                lines,
                chinese ? "loop 增益为最佳简单策略增益的倍数" : "Gain of loop as a multiple of the best simple policy's",
                wereRun(ReplayPolicy.LOOP) && wereRun(SIMPLE.toArray(ReplayPolicy[]::new)),
                multipleOfBestSimple(ReplayPolicy.LOOP),
                terms,
                terms::times);
        add(
                lines,
                chinese ? "loop 净毛利相对 risk-margin" : "Net margin of loop against risk-margin",
                wereRun(ReplayPolicy.LOOP, ReplayPolicy.RISK_MARGIN),
                relative(ReplayPolicy.LOOP, ReplayPolicy.RISK_MARGIN),
                terms,
                terms::percent);
        add(
                lines,
                chinese ? "loop 净毛利相对 oracle" : "Net margin of loop against oracle",
                wereRun(ReplayPolicy.LOOP, ReplayPolicy.ORACLE),
                relative(ReplayPolicy.LOOP, ReplayPolicy.ORACLE),
                terms,
                terms::percent);
        add(
                lines,
                chinese
                        ? "loop 相对无人关怀的损失占所报风险额的比例"
                        : "Loss of loop against nobody, as a share of what it had put at risk",
                wereRun(ReplayPolicy.LOOP, ReplayPolicy.NOBODY),
                lossOfAtRisk(),
                terms,
                terms::share);
        return lines;
    }

    /** @param said whether it is said where the figure is none: what it would be divided by is 0 or less */
    private static void add(
            List<String> lines,
            String what,
            boolean said,
            OptionalDouble[] bySeed,
            Terms terms,
            DoubleFunction<String> text) {
        long none = Arrays.stream(bySeed).filter(OptionalDouble::isEmpty).count();
        if (none == 0 && bySeed.length > 0) {
            ReplayTable.OverSeeds figure = ReplayTable.OverSeeds.of(Arrays.stream(bySeed)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray());
            lines.add("  " + what + terms.colon() + terms.figure(figure, text));
        } else if (said) {
            lines.add("  " + what + terms.colon() + terms.none(none, bySeed.length));
        }
    }

    private boolean wereRun(ReplayPolicy... policies) {
        return Arrays.stream(policies).allMatch(policy -> seeds.stream().allMatch(seed -> run(policy, seed) != null));
    }

    private OptionalDouble[] bySeed(Function<Long, OptionalDouble> figure) {
        return seeds.stream().map(figure).toArray(OptionalDouble[]::new);
    }

    private @Nullable ReplayRun run(ReplayPolicy policy, long seed) {
        return runs.getOrDefault(policy, Map.of()).get(seed);
    }

    private OptionalDouble margin(ReplayPolicy policy, long seed) {
        @Nullable ReplayRun run = run(policy, seed);
        return run == null ? OptionalDouble.empty() : OptionalDouble.of(run.margin());
    }

    private OptionalDouble gain(ReplayPolicy policy, long seed) {
        OptionalDouble own = margin(policy, seed);
        OptionalDouble nobody = margin(ReplayPolicy.NOBODY, seed);
        return own.isPresent() && nobody.isPresent()
                ? OptionalDouble.of(own.getAsDouble() - nobody.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Of all simple ones; none where one of them was not run, since it might have been the best. */
    private OptionalDouble bestSimple(long seed) {
        double best = Double.NEGATIVE_INFINITY;
        for (ReplayPolicy policy : SIMPLE) {
            OptionalDouble margin = margin(policy, seed);
            if (margin.isEmpty()) {
                return margin;
            }
            best = Math.max(best, margin.getAsDouble());
        }
        return OptionalDouble.of(best);
    }
}
