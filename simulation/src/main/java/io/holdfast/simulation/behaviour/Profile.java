package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.world.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What a company knows of a customer besides events, as it stands in files. */
final class Profile {
    /** Agents, numbered from 0. */
    static final int OWNERS = 40;

    private static final List<String> PLANS = List.of("S", "M", "L", "XL");
    private static final List<String> CHANNELS = List.of("phone", "message", "email");

    private Profile() {}

    static String region(Unit unit) {
        return String.format(Locale.ROOT, "R%02d", unit.region + 1);
    }

    static String owner(Unit unit) {
        return String.format(Locale.ROOT, "A%03d", unit.owner + 1);
    }

    static String plan(Unit unit) {
        return PLANS.get(unit.plan);
    }

    /** The day in a month on which the unit's contract or discount ends. */
    static String day(Unit unit, int endsIn, int now, Season season) {
        YearMonth end = season.month().plusMonths((long) endsIn - now);
        int day = 1 + (int) (unit.traits().billingDay() * end.lengthOfMonth());
        return end.atDay(day).toString();
    }

    /** Everything that is known when a unit comes, or at the start if it came before. */
    static void introduce(World world, Unit unit, int now, Season season, Recorder recorder) {
        long since = joinedAt(unit, now, season);
        Draws draws = unit.draws;
        fact(
                recorder,
                unit,
                "joined",
                LocalDate.ofEpochDay(StrictMath.floorDiv(since, 86_400L)).toString(),
                since);
        fact(recorder, unit, "birth_date", unit.birth().toString(), since);
        fact(recorder, unit, "region", region(unit), since);
        fact(recorder, unit, "owner", owner(unit), since);
        fact(
                recorder,
                unit,
                "products",
                unit.traits().soleProduct() ? "1" : "" + (2 + draws.below(3, Purpose.PREFERENCE, 0)),
                since);
        fact(
                recorder,
                unit,
                "preferred_channel",
                CHANNELS.get(draws.below(CHANNELS.size(), Purpose.PREFERENCE, 1)),
                since);
        fact(recorder, unit, "contact_consent", unit.consents ? "yes" : "no", since);
        switch (world) {
            case TELECOM -> contract(unit, now, season, since, recorder);
            case RETAIL ->
                fact(
                        recorder,
                        unit,
                        "distance_km",
                        "" + ((unit.traits().toil() ? 15 : 1) + draws.below(14, Purpose.PREFERENCE, 2)),
                        since);
            case FOOD -> fact(recorder, unit, "delivery_zone", unit.traits().toil() ? "outer" : "inner", since);
        }
    }

    private static void contract(Unit unit, int now, Season season, long since, Recorder recorder) {
        fact(recorder, unit, "plan", plan(unit), since);
        fact(recorder, unit, "payment", unit.traits().toil() ? "manual" : "automatic", since);
        if (unit.contractEnds >= now) {
            fact(recorder, unit, "contract_end", day(unit, unit.contractEnds, now, season), since);
        }
        if (unit.discountEnds >= now) {
            fact(recorder, unit, "discount_end", day(unit, unit.discountEnds, now, season), since);
        }
    }

    private static void fact(Recorder recorder, Unit unit, String name, String value, long since) {
        recorder.attribute(new AttributeChange(unit.number(), name, value, since, since));
    }

    private static long joinedAt(Unit unit, int now, Season season) {
        int month = (int) StrictMath.floor(unit.joined());
        YearMonth joined = season.month().plusMonths((long) month - now);
        long first = joined.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return first + (long) ((unit.joined() - month) * joined.lengthOfMonth() * 86_400);
    }
}
