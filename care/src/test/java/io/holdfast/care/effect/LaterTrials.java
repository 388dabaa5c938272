package io.holdfast.care.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Households of one or two who share a part of their risk. Their first decision is a newsletter that does nothing. Then, year by year, a call takes leaving within 30
 * days down to seven tenths; who had it last time gets it less often. One household in twenty is held out for good, and of the others each year draws another part.
 */
final class LaterTrials {
    static final double TRUTH = StrictMath.log(0.7);
    static final double FOR_GOOD = 0.05;
    static final double ANEW = 0.2;
    static final int YEARS = 5;
    static final Instant LONG_AFTER = Units.after(365 * (YEARS + 3));

    private final SplittableRandom random;
    private final List<DecidedUnit> units = new ArrayList<>();

    private LaterTrials(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<DecidedUnit> of(int households, long seed) {
        LaterTrials trials = new LaterTrials(seed);
        for (int household = 0; household < households; household++) {
            trials.household("h" + household);
        }
        return trials.units;
    }

    private void household(String name) {
        double risk = 0.05 + 0.25 * random.nextDouble();
        boolean forGood = random.nextDouble() < FOR_GOOD;
        List<String> members = new ArrayList<>(List.of(name + "a"));
        if (random.nextInt(3) == 0) {
            members.add(name + "b");
        }
        boolean hadIt = false;
        for (int year = 0; year < YEARS; year++) {
            boolean heldOut = forGood || random.nextDouble() < ANEW;
            if (year > 0 && random.nextDouble() < (hadIt ? 0.4 : 0.9)) {
                double rate = heldOut ? risk : 0.7 * risk;
                List<String> gone = new ArrayList<>();
                for (String member : members) {
                    boolean leaves = random.nextDouble() < rate;
                    decide(member, name, year, "call", heldOut, forGood, leaves);
                    if (leaves) {
                        gone.add(member);
                    }
                }
                members.removeAll(gone);
                hadIt = !heldOut;
            } else if (year == 0) {
                members.forEach(member -> decide(member, name, 0, "newsletter", heldOut, forGood, false));
            }
        }
    }

    private void decide(
            String member,
            String household,
            int year,
            String action,
            boolean heldOut,
            boolean forGood,
            boolean leaves) {
        Instant at = Units.after(365 * year);
        DatedOutcome left =
                new DatedOutcome(OutcomeKind.LEFT, at.plus(Duration.ofDays(5)), 0, Optional.of(LeaveType.VOLUNTARY));
        units.add(new DecidedUnit(
                member,
                "",
                household,
                heldOut ? Side.SHADOW : Side.ASSIGNED,
                FOR_GOOD + (1 - FOR_GOOD) * ANEW,
                new CampaignLot("c" + year, forGood ? 0 : ANEW),
                "p" + year,
                action,
                "",
                "",
                at,
                false,
                false,
                false,
                leaves ? List.of(left) : List.of()));
    }
}
