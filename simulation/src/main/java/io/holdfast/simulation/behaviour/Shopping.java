package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.world.World;
import java.util.List;

/** Purchases at the customer's own rhythm, with what goes wrong with them. */
final class Shopping implements MonthlyProcess {
    private static final double MOST = 40;
    private static final double RETURNED = 0.07;
    private static final double CANCELLED = 0.03;
    private static final double LATE_RETAIL = 0.06;
    private static final double LATE_FOOD = 0.05;

    private final World world;
    private final Market market;

    Shopping(World world, Market market) {
        this.world = world;
        this.market = market;
    }

    @Override
    public void live(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double mean = unit.traits().rhythm()
                * diary.season().buying()
                * StrictMath.exp(0.45 * unit.engagement)
                * (unit.needChanged ? 0.7 : 1)
                * (unit.isStrained(diary.month()) ? 0.7 : 1);
        int purchases = draws.poisson(StrictMath.min(MOST, mean), Purpose.ACTIVITY, 0);
        for (int at = 1; at <= purchases; at++) {
            purchase(unit, diary, at);
        }
    }

    private void purchase(Unit unit, Diary diary, int index) {
        Draws draws = diary.draws();
        double at = draws.uniform(Purpose.TIME, 10 + index);
        double typical = unit.traits().basket() * unit.overPeers * (unit.isStrained(diary.month()) ? 0.6 : 1);
        long full = StrictMath.max(
                1_00, StrictMath.round(typical * StrictMath.exp(0.4 * draws.normal(Purpose.AMOUNT, index))));
        long paid = StrictMath.round(full * (1 - unit.concession(diary.month())));
        int items = 1 + draws.poisson(1, Purpose.AMOUNT, 1000 + index);
        String category = category(unit, draws, index);
        String channel = unit.traits().digital() > draws.uniform(Purpose.CATEGORY, 1000 + index) ? "app" : "shop";
        // Tills in shops report in the evening or later; the app at once.
        double delay = channel.equals("shop") && world == World.RETAIL ? 2 : 0.01;
        if (!diary.write(EventKind.ORDER, at, paid, items, category, channel, delay)) {
            return;
        }
        unit.lastActive = StrictMath.max(unit.lastActive, diary.month() + at);
        if (world == World.FOOD && draws.chance(CANCELLED, Purpose.FAILURE, 4 * index)) {
            diary.write(EventKind.CANCELLATION, at + 0.001, -paid, items, category, channel, 0.01);
            return;
        }
        diary.earn(full);
        if (world == World.RETAIL && draws.chance(RETURNED, Purpose.FAILURE, 4 * index)) {
            double back = at + 0.4 * draws.uniform(Purpose.FAILURE, 4 * index + 1);
            if (diary.write(EventKind.RETURN, back, -paid, items, category, channel, 2)) {
                diary.earn(-full);
            }
        }
        late(unit, diary, index, at);
    }

    private void late(Unit unit, Diary diary, int index, double at) {
        Draws draws = diary.draws();
        double chance = (world == World.FOOD ? LATE_FOOD : LATE_RETAIL)
                * (unit.traits().weakLine() ? 3 : 1)
                * (market.storm(unit.region, diary.month()) ? 4 : 1);
        if (draws.chance(chance, Purpose.FAILURE, 4 * index + 2)) {
            int minutes = 15 + (int) (30 * draws.exponential(Purpose.FAILURE, 4 * index + 3));
            if (diary.write(EventKind.DELIVERY_FAILED, at + 0.002, 0, minutes, "late", "", 0.1)) {
                unit.failures.add();
            }
        }
    }

    /** Everybody has a favourite; when needs change, another one. */
    private String category(Unit unit, Draws draws, int index) {
        List<String> all = world.categories();
        int favourite = unit.traits().favourite() + (unit.needChanged ? 2 : 0);
        int other = draws.below(all.size(), Purpose.CATEGORY, 2 * index);
        boolean usual = draws.chance(0.65, Purpose.CATEGORY, 2 * index + 1);
        return all.get((usual ? favourite : other) % all.size());
    }
}
