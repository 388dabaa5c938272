package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.world.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Who there is: customers with one to three lines in telecom and one account elsewhere, two customers to some households. */
public final class Population {
    private static final double JOINS_LATER = 0.15;
    private static final double LATER_MONTHS = 12;
    private static final double MEAN_TENURE = 30;
    private static final double LONGEST_TENURE = 120;
    private static final double SHARED_HOUSEHOLD = 0.3;
    private static final double SECOND_LINE = 0.20;
    private static final double THIRD_LINE = 0.05;
    private static final double UNDER_CONTRACT = 0.65;
    private static final int LONGEST_CONTRACT = 24;
    private static final int YOUNGEST = 18;
    private static final int AGES = 62;
    private static final double CONSENTS = 0.92;

    private Population() {}

    /**
     * The units of a number of customers, in the order of customers. More customers change none of those that were there, but for the
     * last one's household.
     *
     * @param start first month of the simulation
     */
    public static List<Unit> of(World world, int customers, Draws root, YearMonth start) {
        List<Unit> units = new ArrayList<>(world.contractual() ? customers + customers / 3 : customers);
        for (int customer = 0; customer < customers; customer++) {
            Draws draws = root.at(customer);
            // Neighbours in number share a household, so that it does not depend on how many customers there are.
            int pair = customer / 2 * 2;
            int household = root.at(pair).chance(SHARED_HOUSEHOLD, Purpose.HOUSEHOLD, 0) ? pair : customer;
            LocalDate birth = start.atDay(1)
                    .minusYears(YOUNGEST + (long) draws.below(AGES, Purpose.TRAIT, 30))
                    .minusDays(draws.below(365, Purpose.TRAIT, 31));
            for (int line = 0; line < lines(world, draws); line++) {
                units.add(unit(world, units.size(), customer, household, birth, draws, draws.at(line)));
            }
        }
        return units;
    }

    private static int lines(World world, Draws customer) {
        double u = customer.uniform(Purpose.JOIN, 5);
        return !world.contractual() || u >= SECOND_LINE ? 1 : u < THIRD_LINE ? 3 : 2;
    }

    private static Unit unit(
            World world, int number, int customer, int household, LocalDate birth, Draws person, Draws draws) {
        double joined = draws.chance(JOINS_LATER, Purpose.JOIN, 0)
                ? LATER_MONTHS * draws.uniform(Purpose.JOIN, 1)
                : -StrictMath.min(LONGEST_TENURE, MEAN_TENURE * draws.exponential(Purpose.JOIN, 1)) - 0.5;
        // Lines of one customer share the customer's temper.
        Unit unit = new Unit(number, customer, household, birth, joined, Traits.draw(world, person), draws);
        unit.region = person.below(Market.REGIONS, Purpose.REGION, 0);
        unit.owner = person.below(Profile.OWNERS, Purpose.OWNER, 0);
        unit.consents = person.chance(CONSENTS, Purpose.PREFERENCE, 9);
        if (world.contractual()) {
            sign(unit, (int) StrictMath.floor(joined));
        }
        return unit;
    }

    /** The contract a line came with, or the one it has by now. */
    private static void sign(Unit unit, int joined) {
        Draws draws = unit.draws;
        unit.plan = draws.below(Billing.PLANS, Purpose.PLAN, 0);
        boolean newcomer = joined >= 0;
        if (draws.chance(UNDER_CONTRACT, Purpose.CONTRACT, 0)) {
            unit.contractEnds = newcomer
                    ? joined + (draws.chance(0.5, Purpose.CONTRACT, 1) ? LONGEST_CONTRACT / 2 : LONGEST_CONTRACT)
                    : draws.below(LONGEST_CONTRACT, Purpose.CONTRACT, 1) - Lives.BEFORE;
        }
        if (draws.chance(0.5, Purpose.DISCOUNT, 0)) {
            unit.discountEnds = (newcomer ? joined + 6 : -Lives.BEFORE) + draws.below(12, Purpose.DISCOUNT, 1);
        }
        // Whoever has been there for long pays an old tariff.
        unit.overPeers = newcomer ? 1 : 1 + 0.3 * draws.uniform(Purpose.PRICE, 0);
    }
}
