package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.world.World;

/** Lines: contract, discount, use, bill, payment. */
final class Billing implements MonthlyProcess {
    /** List price of each plan, cents a month. */
    private static final long[] LIST = {18_00, 29_00, 42_00, 60_00};

    static final int PLANS = LIST.length;
    static final double DISCOUNT = 0.2;

    private static final double RENEWS = 0.65;
    private static final double GETS_DISCOUNT = 0.5;
    private static final int LONG = 24;
    private static final int SHORT = 12;

    private final World world;

    Billing(World world) {
        this.world = world;
    }

    /** The monthly charge without a discount in contractual worlds, elsewhere the price of a typical purchase; cents. */
    static long charge(World world, Unit unit) {
        double list = world.contractual() ? LIST[unit.plan] : unit.traits().basket();
        return StrictMath.round(list * unit.overPeers);
    }

    @Override
    public void live(Unit unit, Diary diary) {
        contract(unit, diary);
        use(unit, diary);
        bill(unit, diary);
    }

    private void contract(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double at = unit.traits().billingDay();
        if (unit.discountEnds == diary.month() && diary.covers(at)) {
            diary.write(EventKind.PRICE_CHANGE, at, charge(world, unit), 0, "discount-ended", "letter", 0);
        }
        if (unit.contractEnds != diary.month() || !diary.covers(at)) {
            return;
        }
        if (!draws.chance(RENEWS, Purpose.CONTRACT, 0)) {
            return;
        }
        int months = draws.chance(0.5, Purpose.CONTRACT, 1) ? SHORT : LONG;
        unit.contractEnds = diary.month() + months;
        unit.overPeers = 1;
        diary.write(EventKind.RENEWAL, at, 0, months, Profile.plan(unit), "phone", 0);
        diary.attribute("contract_end", Profile.day(unit, unit.contractEnds, diary.month(), diary.season()), at);
        if (draws.chance(GETS_DISCOUNT, Purpose.DISCOUNT, 0)) {
            unit.discountEnds = diary.month() + SHORT / 2 + draws.below(SHORT, Purpose.DISCOUNT, 1);
            diary.attribute("discount_end", Profile.day(unit, unit.discountEnds, diary.month(), diary.season()), at);
        }
        if (unit.isStrained(diary.month()) && unit.plan > 0 && draws.chance(0.3, Purpose.PLAN, 0)) {
            unit.plan--;
            diary.write(EventKind.PLAN_CHANGE, at, charge(world, unit), 0, Profile.plan(unit), "phone", 0);
            diary.attribute("plan", Profile.plan(unit), at);
        }
    }

    private void use(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double need = unit.needChanged ? 0.4 : 1;
        double amount = 120
                * (1 + unit.plan)
                * need
                * diary.season().buying()
                * StrictMath.exp(0.45 * unit.engagement + 0.2 * draws.normal(Purpose.ACTIVITY, 0));
        String category = world.categories().get(unit.needChanged ? 1 : 0);
        diary.write(EventKind.USAGE, 0.985, 0, (int) amount, category, "", 1.5);
    }

    private void bill(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double at = unit.traits().billingDay();
        double share = diary.month() <= unit.discountEnds ? 1 - DISCOUNT : 1;
        long full = StrictMath.round(charge(world, unit) * share);
        long due = StrictMath.round(full * (1 - unit.concession(diary.month())));
        if (!diary.write(EventKind.BILL, at, due, 0, Profile.plan(unit), "", 0)) {
            return;
        }
        double failing = unit.isStrained(diary.month()) ? 0.55 : unit.traits().toil() ? 0.03 : 0.01;
        String channel = unit.traits().toil() ? "manual" : "automatic";
        if (draws.chance(failing, Purpose.PAYMENT, 0)) {
            diary.write(EventKind.PAYMENT_FAILED, at + 0.08, due, 0, "", channel, 1);
            unit.failedPayments.add();
            return;
        }
        diary.earn(full);
        diary.write(EventKind.PAYMENT, at + 0.02 + 0.1 * draws.uniform(Purpose.PAYMENT, 1), due, 0, "", channel, 1);
    }
}
