package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;

/** What comes over a whole region or everybody on a plan at once. */
public final class Market {
    /** Regions, numbered from 0. */
    static final int REGIONS = 12;

    private static final double CAMPAIGN = 0.10;
    private static final double STORM = 0.06;
    private static final double SHORT_STAFF = 0.12;
    private static final double RISE = 1 / 15.0;
    private static final int STORM_INDEX = 1;
    private static final int STAFF_INDEX = 2;

    private final Draws draws;
    private final Future future;

    /** The market of a seed. */
    public Market(Draws draws) {
        this(draws, Future.OWN);
    }

    private Market(Draws draws, Future future) {
        this.draws = draws;
        this.future = future;
    }

    /** The same past, and another future. */
    Market otherwise(Future other) {
        return new Market(draws, other);
    }

    /** Whether a rival begins a campaign. */
    boolean campaignBegins(int region, int month) {
        return at(region, month).chance(CAMPAIGN, Purpose.MARKET, 0);
    }

    /** Whether a rival campaigns, for two months from its beginning. */
    boolean rivalNear(int region, int month) {
        return campaignBegins(region, month) || campaignBegins(region, month - 1);
    }

    /** Whether the service fails far more often than usual. */
    boolean storm(int region, int month) {
        return at(region, month).chance(STORM, Purpose.MARKET, STORM_INDEX);
    }

    /** Whether callers wait far longer than usual. */
    boolean shortStaffed(int region, int month) {
        return at(region, month).chance(SHORT_STAFF, Purpose.MARKET, STAFF_INDEX);
    }

    /** Whether the price of a plan, category or region rises. */
    boolean priceRises(int tariff, int month) {
        return at(tariff, month).chance(RISE, Purpose.PRICE, 0);
    }

    private Draws at(int place, int month) {
        return future.of(draws.at(place).at(month), month);
    }
}
