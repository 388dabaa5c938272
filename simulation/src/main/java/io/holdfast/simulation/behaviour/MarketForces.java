package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.world.World;

/** Rivals' campaigns and the company's own price rises. */
final class MarketForces implements MonthlyProcess {
    /** Market watchers do not see every campaign everywhere. */
    private static final double SEEN = 0.7;

    private static final double RISE = 1.07;
    /** Without contracts everybody comes back to the going price. */
    private static final double LEVELLING = 0.9;

    private final World world;
    private final Market market;

    MarketForces(World world, Market market) {
        this.world = world;
        this.market = market;
    }

    @Override
    public void live(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        if (market.campaignBegins(unit.region, diary.month()) && draws.chance(SEEN, Purpose.MARKET, 0)) {
            diary.write(EventKind.COMPETITOR_OFFER, draws.uniform(Purpose.TIME, 0), "campaign", "market-watch");
        }
        if (!world.contractual()) {
            unit.overPeers = 1 + LEVELLING * (unit.overPeers - 1);
        }
        double at = draws.uniform(Purpose.TIME, 1);
        if (market.priceRises(tariff(unit), diary.month()) && diary.covers(at)) {
            unit.overPeers *= RISE;
            unit.rises.add();
            diary.write(EventKind.PRICE_CHANGE, at, Billing.charge(world, unit), 0, "price-rise", "letter", 0);
        }
    }

    private int tariff(Unit unit) {
        return switch (world) {
            case TELECOM -> unit.plan;
            case RETAIL -> unit.traits().favourite();
            case FOOD -> unit.region;
        };
    }
}
