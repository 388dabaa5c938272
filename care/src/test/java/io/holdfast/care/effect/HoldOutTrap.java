package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Customers with known risk, of whom the riskiest 15 % get a play and a tenth, by household, only its shadow. The riskier, the less they can be reached; whoever is
 * reached leaves an eighth less often. A household shares part of its risk.
 */
final class HoldOutTrap {
    private static final double HELD_OUT = 0.1;
    private static final double CHOSEN_FROM = 1.036433;
    private static final Instant LONG_AFTER = Units.after(3000);

    private final int customers;
    private final long seed;

    HoldOutTrap(int customers, long seed) {
        this.customers = customers;
        this.seed = seed;
    }

    /**
     * What came of repetitions.
     *
     * @param truth the mean over all who were chosen of what being assigned changes
     * @param covered share of the repetitions in which the interval, or every one of a sequence, holds it
     */
    record Tally(double truth, double covered, double meanEstimate, double meanAgainstEverybody, double meanReached) {}

    private static final class World {
        private final List<DecidedUnit> units = new ArrayList<>();
        private double effects;
        private int chosen;
    }

    /** One interval a repetition. */
    Tally repeat(int repetitions) {
        double effects = 0;
        long chosen = 0;
        double[] low = new double[repetitions];
        double[] high = new double[repetitions];
        double estimates = 0;
        double everybody = 0;
        double reached = 0;
        for (int i = 0; i < repetitions; i++) {
            World world = world(new SplittableRandom(seed + i), 1);
            effects += world.effects;
            chosen += world.chosen;
            EffectReport report = report(world.units, LONG_AFTER);
            var difference = leaving(report).comparison().orElseThrow().difference();
            low[i] = difference.low();
            high[i] = difference.high();
            estimates += difference.point();
            WrongReadings wrong = report.wrong().orElseThrow();
            everybody += wrong.treatedAgainstEverybody().orElseThrow().difference();
            reached += wrong.reachedAgainstNotReached().orElseThrow().difference();
        }
        double truth = effects / chosen;
        int covered = 0;
        for (int i = 0; i < repetitions; i++) {
            covered += low[i] <= truth && truth <= high[i] ? 1 : 0;
        }
        return new Tally(
                truth,
                (double) covered / repetitions,
                estimates / repetitions,
                everybody / repetitions,
                reached / repetitions);
    }

    /** Decisions are spread over so many days; somebody looks on each of them, and the worst look counts. */
    Tally lookDaily(int repetitions, int days) {
        double effects = 0;
        long chosen = 0;
        double[] lowest = new double[repetitions];
        double[] highest = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            World world = world(new SplittableRandom(seed + i), days);
            effects += world.effects;
            chosen += world.chosen;
            lowest[i] = Double.NEGATIVE_INFINITY;
            highest[i] = Double.POSITIVE_INFINITY;
            world.units.removeIf(unit -> !unit.isChosen());
            world.units.sort(Comparator.comparing(DecidedUnit::decidedAt));
            List<Observation> observations = world.units.stream()
                    .map(unit -> new Observation(
                            unit.cluster(),
                            unit.side() == Side.ASSIGNED,
                            unit.probabilityOfSide(),
                            EffectMetric.LEAVE_RATE.value(unit, 90).orElseThrow()))
                    .toList();
            int closed = 0;
            for (int day = 0; day < days; day++) {
                while (closed < observations.size()
                        && !world.units.get(closed).decidedAt().isAfter(Units.after(day))) {
                    closed++;
                }
                Optional<Estimate> sequence =
                        Comparison.ofRates(observations.subList(0, closed)).flatMap(Comparison::sequence);
                if (sequence.isPresent()) {
                    lowest[i] = Math.max(lowest[i], sequence.get().low());
                    highest[i] = Math.min(highest[i], sequence.get().high());
                }
            }
        }
        double truth = effects / chosen;
        int covered = 0;
        for (int i = 0; i < repetitions; i++) {
            covered += lowest[i] <= truth && truth <= highest[i] ? 1 : 0;
        }
        return new Tally(truth, (double) covered / repetitions, 0, 0, 0);
    }

    private World world(SplittableRandom random, int days) {
        World world = new World();
        int made = 0;
        for (int household = 0; made < customers; household++) {
            int members = random.nextInt(10) < 3 ? 2 : 1;
            double shared = random.nextGaussian();
            boolean held = random.nextDouble() < HELD_OUT;
            Instant decided = Units.DAY.plus(Duration.ofDays(random.nextInt(days)));
            String cluster = "h" + household;
            for (int member = 0; member < members; member++) {
                made++;
                double known = StrictMath.sqrt(0.5) * shared + StrictMath.sqrt(0.5) * random.nextGaussian();
                double risk = 1 / (1 + StrictMath.exp(-(-2.55 + 0.75 * known + 0.5 * random.nextGaussian())));
                double reachable = 1 / (1 + StrictMath.exp(-(1.4 - 8 * (risk - 0.15))));
                boolean chosen = known > CHOSEN_FROM;
                boolean reached = chosen && !held && random.nextDouble() < reachable;
                boolean leaves = random.nextDouble() < (reached ? 0.875 * risk : risk);
                if (chosen) {
                    world.chosen++;
                    world.effects -= 0.125 * risk * reachable;
                }
                Side side = chosen ? (held ? Side.SHADOW : Side.ASSIGNED) : Side.NOT_CHOSEN;
                DatedOutcome[] outcomes = leaves
                        ? new DatedOutcome[] {
                            new DatedOutcome(
                                    OutcomeKind.LEFT,
                                    decided.plus(Duration.ofDays(1 + random.nextInt(90))),
                                    0,
                                    Optional.of(LeaveType.VOLUNTARY))
                        }
                        : new DatedOutcome[0];
                world.units.add(Units.with(
                        Units.unit(cluster, side, "p", decided, outcomes), HELD_OUT, false, reached, "price"));
            }
        }
        return world;
    }

    private static EffectReport report(List<DecidedUnit> units, Instant lastReport) {
        return new EffectStudy(units, Units.reported(lastReport))
                .answer(new EffectQuestion(Optional.empty(), List.of()));
    }

    private static EffectEstimate leaving(EffectReport report) {
        return report.estimates().stream()
                .filter(estimate -> estimate.metric() == EffectMetric.LEAVE_RATE && estimate.days() == 90)
                .findFirst()
                .orElseThrow();
    }
}
