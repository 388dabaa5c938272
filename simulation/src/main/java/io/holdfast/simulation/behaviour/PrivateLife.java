package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;

/** What happens to customers whatever the company does: needs, means, liking, address, agent. */
final class PrivateLife implements MonthlyProcess {
    private static final double NEED_CHANGES = 0.010;
    private static final double MEANS_SHRINK = 0.008;
    private static final double LIKING_DROPS = 0.012;
    private static final double MOVES = 0.004;
    private static final double AGENT_CHANGES = 0.006;
    private static final double WITHDRAWS_CONSENT = 0.002;

    @Override
    public void live(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        if (draws.chance(NEED_CHANGES, Purpose.LIFE, 0)) {
            unit.needChangedIn = diary.month();
            unit.needChanged = !unit.needChanged;
        }
        if (draws.chance(MEANS_SHRINK, Purpose.LIFE, 1)) {
            unit.strainedUntil = diary.month() + 3 + draws.below(7, Purpose.LIFE, 2);
        }
        unit.engagement = 0.85 * unit.engagement
                + 0.5 * draws.normal(Purpose.ENGAGEMENT, 0)
                - (draws.chance(LIKING_DROPS, Purpose.LIFE, 3) ? 2 : 0);
        unit.streak = unit.engagement > -1 ? unit.streak + 1 : 0;
        double at = draws.uniform(Purpose.LIFE, 4);
        if (draws.chance(MOVES, Purpose.LIFE, 5) && diary.covers(at)) {
            unit.region = draws.below(Market.REGIONS, Purpose.REGION, 0);
            diary.attribute("region", Profile.region(unit), at);
        }
        if (draws.chance(AGENT_CHANGES, Purpose.LIFE, 6) && diary.covers(at)) {
            unit.owner = draws.below(Profile.OWNERS, Purpose.OWNER, 0);
            diary.attribute("owner", Profile.owner(unit), at);
        }
        if (unit.consents && draws.chance(WITHDRAWS_CONSENT, Purpose.LIFE, 7) && diary.covers(at)) {
            unit.consents = false;
            diary.attribute("contact_consent", "no", at);
        }
    }
}
