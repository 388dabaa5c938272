package io.holdfast.care.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AllocatorTest {
    @Test
    void givesEveryGroupItsBestWhereNothingIsScarce() {
        AllocationProblem problem = AllocationProblem.builder(
                        new double[] {Double.POSITIVE_INFINITY, 9}, new double[][] {{1}, {2}})
                .alternative(0, 3, 5)
                .alternative(1, 4, 7)
                .endGroup()
                .alternative(0, -1, 0)
                .endGroup()
                .endGroup()
                .build();

        Allocation allocation = Allocator.solve(problem);

        assertThat(allocation.choice(0)).isEqualTo(1);
        assertThat(allocation.choice(1)).isEqualTo(Allocation.NOTHING);
        assertThat(allocation.choice(2)).isEqualTo(Allocation.NOTHING);
        assertThat(allocation.total()).isEqualTo(4);
        assertThat(allocation.bound()).isEqualTo(4);
        assertThat(allocation.price(0)).isZero();
    }

    @Test
    void choosesNothingWhereNothingIsAllowed() {
        AllocationProblem problem = AllocationProblem.builder(new double[] {0, 0}, new double[][] {{1}})
                .alternative(0, 3, 5)
                .endGroup()
                .build();

        Allocation allocation = Allocator.solve(problem);

        assertThat(allocation.choice(0)).isEqualTo(Allocation.NOTHING);
        assertThat(allocation.bound()).isZero();
    }

    /** What enumeration finds is what the search finds, and it says that it is the optimum. */
    @Test
    void equalsEnumerationOnSmallProblems() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 4000; run++) {
            AllocationProblem problem = random(random, 1 + random.nextInt(6), 4, 3, run % 2 == 0);

            Allocation allocation = Allocator.solve(problem);

            double optimum = enumerate(problem, 0, new Choice(problem));
            assertThat(allocation.total()).as("run %d", run).isCloseTo(optimum, within(1e-9));
            assertThat(allocation.bound()).as("run %d", run).isCloseTo(optimum, within(1e-9));
            assertFeasible(problem, allocation);
        }
    }

    @Test
    void comesCloseToTheBoundOnLargeProblemsAndNeverAboveIt() {
        SplittableRandom random = new SplittableRandom(12);
        for (int run = 0; run < 6; run++) {
            AllocationProblem problem = random(random, 6_000, 8, 5, false);

            Allocation allocation = Allocator.solve(problem);

            assertFeasible(problem, allocation);
            assertThat(allocation.total()).isLessThanOrEqualTo(allocation.bound());
            assertThat(allocation.total()).as("run %d", run).isGreaterThan(0.999 * allocation.bound());
        }
    }

    /** By prices alone, those who get least spend the money, and 285 contacts that bring 199 each are left. */
    @Test
    void whereCustomersAreAlikeTheBestOfThemAreServed() {
        AllocationProblem.Builder builder =
                AllocationProblem.builder(new double[] {3666, 285}, new double[][] {{1}, {0}});
        for (int group = 0; group < 611; group++) {
            if (group % 2 == 0) {
                builder.alternative(0, 199, 8).endGroup();
            } else {
                builder.alternative(0, 175, 3).alternative(1, 37, 15).endGroup();
            }
        }
        AllocationProblem problem = builder.build();

        Allocation allocation = Allocator.solve(problem);

        assertFeasible(problem, allocation);
        assertThat(allocation.total()).isGreaterThan(0.999 * allocation.bound());
    }

    /** One or two sorts of customers: the gap is stated, and small in nearly all of them. */
    @Test
    void whereCustomersAreAlikeLittleIsLeftUnused() {
        SplittableRandom random = new SplittableRandom(17);
        int wide = 0;
        for (int run = 0; run < 200; run++) {
            AllocationProblem problem = alike(random);

            Allocation allocation = Allocator.solve(problem);

            assertFeasible(problem, allocation);
            assertThat(allocation.total()).as("run %d", run).isBetween(0.8 * allocation.bound(), allocation.bound());
            wide += allocation.total() < 0.98 * allocation.bound() ? 1 : 0;
        }
        assertThat(wide).isLessThan(40);
    }

    private static AllocationProblem alike(SplittableRandom random) {
        int kinds = 1 + random.nextInt(4);
        int sorts = 1 + random.nextInt(2);
        int groups = 200 + random.nextInt(400);
        double[] limits = {groups * (1.0 + random.nextInt(9)), random.nextInt(groups), random.nextInt(groups)};
        double[][] uses = new double[kinds][2];
        double[][] gains = new double[sorts][kinds];
        double[][] costs = new double[sorts][kinds];
        for (int kind = 0; kind < kinds; kind++) {
            uses[kind][0] = random.nextInt(2);
            uses[kind][1] = random.nextInt(2);
            for (int sort = 0; sort < sorts; sort++) {
                gains[sort][kind] = 1.0 + random.nextInt(200);
                costs[sort][kind] = random.nextInt(20);
            }
        }
        AllocationProblem.Builder builder = AllocationProblem.builder(limits, uses);
        for (int group = 0; group < groups; group++) {
            int sort = random.nextInt(sorts);
            for (int kind = 0; kind < kinds; kind++) {
                builder.alternative(kind, gains[sort][kind], costs[sort][kind]);
            }
            builder.endGroup();
        }
        return builder.build();
    }

    @Test
    void choosesTheSameEveryTime() {
        AllocationProblem problem = random(new SplittableRandom(13), 500, 5, 4, false);

        Allocation first = Allocator.solve(problem);
        Allocation second = Allocator.solve(problem);

        for (int group = 0; group < problem.groups(); group++) {
            assertThat(second.choice(group)).isEqualTo(first.choice(group));
        }
    }

    @Test
    void chargesAPriceOnlyForWhatIsScarce() {
        AllocationProblem.Builder builder = AllocationProblem.builder(new double[] {1e9, 10}, new double[][] {{1}});
        for (int group = 0; group < 100; group++) {
            builder.alternative(0, 1 + group, 1).endGroup();
        }

        Allocation allocation = Allocator.solve(builder.build());

        assertThat(allocation.total()).isEqualTo(91 + 92 + 93 + 94 + 95 + 96 + 97 + 98 + 99 + 100);
        assertThat(allocation.price(0)).isZero();
        assertThat(allocation.price(1)).isBetween(89.9, 91.1);
    }

    private static AllocationProblem random(SplittableRandom random, int groups, int kinds, int limits, boolean whole) {
        double[][] uses = new double[kinds][limits];
        for (double[] use : uses) {
            for (int i = 0; i < limits; i++) {
                use[i] = random.nextInt(3);
            }
        }
        boolean risk = random.nextInt(3) == 0;
        double[] most = new double[limits + (risk ? 2 : 1)];
        most[0] = random.nextInt(6) == 0 ? Double.POSITIVE_INFINITY : groups * random.nextDouble() * 6;
        for (int i = 1; i <= limits; i++) {
            most[i] =
                    random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : Math.floor(groups * random.nextDouble() * 1.5);
        }
        if (risk) {
            most[limits + 1] = Math.floor(groups * random.nextDouble() * 4);
        }
        AllocationProblem.Builder builder =
                risk ? AllocationProblem.withRisk(most, uses) : AllocationProblem.builder(most, uses);
        for (int group = 0; group < groups; group++) {
            int alternatives = random.nextInt(5);
            for (int i = 0; i < alternatives; i++) {
                double gain = random.nextDouble() * 12 - 2;
                double cost = random.nextDouble() * 9;
                double risked = random.nextInt(2) * cost;
                builder.alternative(
                        random.nextInt(kinds),
                        whole ? Math.rint(gain) : gain,
                        whole ? Math.rint(cost) : cost,
                        whole ? Math.rint(risked) : risked);
            }
            builder.endGroup();
        }
        return builder.build();
    }

    private static double enumerate(AllocationProblem problem, int group, Choice choice) {
        if (group == problem.groups()) {
            return choice.total();
        }
        double best = enumerate(problem, group + 1, choice);
        for (int i = problem.start(group); i < problem.end(group); i++) {
            if (choice.fits(i)) {
                double[] before = choice.mark();
                choice.take(group, i);
                best = Math.max(best, enumerate(problem, group + 1, choice));
                choice.giveBack(group, before);
            }
        }
        return best;
    }

    private static void assertFeasible(AllocationProblem problem, Allocation allocation) {
        for (int limit = 0; limit < problem.limits(); limit++) {
            double used = 0;
            for (int group = 0; group < problem.groups(); group++) {
                if (allocation.choice(group) >= 0) {
                    used += problem.use(problem.start(group) + allocation.choice(group), limit);
                }
            }
            assertThat(used).isLessThanOrEqualTo(problem.limit(limit) + 1e-9 * problem.limit(limit));
        }
    }
}
