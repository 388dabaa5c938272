package io.holdfast.simulation.run;

import io.holdfast.simulation.behaviour.Lives;
import io.holdfast.simulation.behaviour.Market;
import io.holdfast.simulation.behaviour.Population;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.HazardLaw;
import io.holdfast.simulation.hazard.Intensities;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.CareGiven;
import io.holdfast.simulation.treatment.Reach;
import io.holdfast.simulation.treatment.Response;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.treatment.TrueEffects;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers who live, are cared for and leave, month by month, with the truth about each.
 *
 * <p>Every draw of chance belongs to a seed, a unit, a month and a purpose. Two simulations of the same settings under different treatments therefore differ
 * only by what the treatments did: run both, or {@link #fork} one, and the difference for a unit is the true effect on it.
 * Care changes nothing but the intensities of the causes it concerns, its own contact and the money given away. For one thread.
 */
public final class Simulation {
    private static final long CUSTOMERS = 0;
    private static final long MARKET = 1;

    private final SimulationSettings settings;
    private final HazardLaw law;
    private final TrueEffects effects;
    private final Lives lives;
    private final List<Unit> units;
    private final Households households;
    private final Recorder recorder;
    private int now;

    private Simulation(
            SimulationSettings settings,
            HazardLaw law,
            TrueEffects effects,
            Lives lives,
            List<Unit> units,
            Households households,
            Recorder recorder) {
        this.settings = settings;
        this.law = law;
        this.effects = effects;
        this.lives = lives;
        this.units = units;
        this.households = households;
        this.recorder = recorder;
    }

    /**
     * Begins a simulation on the first day of its first month. Takes about a second to find the hazards' scale, and then a moment for every
     * thousand customers.
     *
     * @param recorder hears what the company records, from the first step on
     */
    public static Simulation begin(SimulationSettings settings, Recorder recorder) {
        return begin(settings, TrueEffects.USUAL, recorder);
    }

    /** The same, where care does something else than usual. */
    public static Simulation begin(SimulationSettings settings, TrueEffects effects, Recorder recorder) {
        return begin(settings, new HazardLaw(Scale.of(settings)), effects, recorder);
    }

    static Simulation begin(SimulationSettings settings, HazardLaw law, Recorder recorder) {
        return begin(settings, law, TrueEffects.USUAL, recorder);
    }

    private static Simulation begin(
            SimulationSettings settings, HazardLaw law, TrueEffects effects, Recorder recorder) {
        Draws root = Draws.of(settings.seed());
        Lives lives = new Lives(settings.world(), new Market(root.at(MARKET)));
        List<Unit> units = Population.of(settings.world(), settings.customers(), root.at(CUSTOMERS), settings.start());
        Simulation simulation =
                new Simulation(settings, law, effects, lives, units, new Households(settings.customers()), recorder);
        simulation.liveBefore();
        return simulation;
    }

    private void liveBefore() {
        for (int month = -Lives.BEFORE; month < 0; month++) {
            Season season = season(month);
            for (Unit unit : units) {
                if (unit.isPresent(month)) {
                    boolean troubled = unit.atRisk(month)
                            && Clocks.first(intensities(unit, month, season), lives.draws(unit, month))
                                    .isPresent();
                    lives.liveUnrecorded(unit, month, season);
                    if (troubled) {
                        unit.forgetTrouble(month);
                    }
                }
            }
        }
    }

    private void introduce(Season first) {
        for (Unit unit : units) {
            if (unit.joined() < 0) {
                lives.introduce(unit, first, recorder);
            }
        }
    }

    /** The settings. */
    public SimulationSettings settings() {
        return settings;
    }

    /** The month to come. */
    public YearMonth next() {
        return settings.start().plusMonths(now);
    }

    /** All units, by number; those that have left and those that are still to come included. */
    public List<Unit> units() {
        return Collections.unmodifiableList(units);
    }

    /** The units at risk as the month to come begins, by number. Where leaving is silent, a company knows no more than who has bought. */
    public List<Unit> atRisk() {
        return units.stream().filter(unit -> unit.atRisk(now)).toList();
    }

    /**
     * Lives through the month to come.
     *
     * @param month must be {@link #next}, so that a policy cannot lose count
     * @param treatments who gets which care, on one of the first days of the month. Whoever has left costs the contact; whoever has not come yet
     *     cannot be treated
     */
    public MonthResult step(YearMonth month, Treatments treatments) {
        if (!month.equals(next())) {
            throw new IllegalArgumentException("month: " + month + " (expected: " + next() + ")");
        }
        Season season = season(now);
        if (now == 0) {
            introduce(season);
        }
        List<CareOutcome> care = care(season, treatments);
        List<UnitMonth> truth = new ArrayList<>();
        List<Leave> leaves = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.atRisk(now)) {
                Optional<Clocks.Ring> ring = live(unit, season, truth);
                ring.ifPresent(rung -> leaves.add(new Leave(
                        unit.number(), season.firstSecond() + (long) (rung.at() * season.seconds()), rung.cause())));
            } else if (unit.isPresent(now)) {
                lives.live(unit, now, season, 1, recorder);
            }
        }
        // Households learn of it only now, so that the order of units says nothing.
        for (Leave leave : leaves) {
            units.get(leave.unit()).leave();
            households.leave(units.get(leave.unit()).household(), now, leave.cause());
        }
        now++;
        return new MonthResult(month, truth, leaves, care);
    }

    private List<CareOutcome> care(Season season, Treatments treatments) {
        List<CareOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<Integer, CareAction> treatment : treatments.byUnit().entrySet()) {
            int number = treatment.getKey();
            if (number < 0 || number >= units.size() || units.get(number).joined() >= now) {
                throw new IllegalArgumentException(
                        "treatment of unit " + number + " (expected: a unit that came before " + next() + ")");
            }
            Unit unit = units.get(number);
            CareGiven given = given(unit, treatment.getValue());
            unit.receive(given);
            lives.contact(unit, now, season, given, recorder);
            outcomes.add(new CareOutcome(number, given));
        }
        return outcomes;
    }

    private CareGiven given(Unit unit, CareAction action) {
        if (!unit.atRisk(now)) {
            return new CareGiven(action, now, false, false);
        }
        return effects.isCertain()
                ? new CareGiven(action, now, true, true)
                : lives.reach(unit).attempt(action, now, lives.draws(unit, now));
    }

    private Optional<Clocks.Ring> live(Unit unit, Season season, List<UnitMonth> truth) {
        Intensities untreated = intensities(unit, now, season);
        Intensities treated = untreated;
        Response response =
                effects.isCertain() ? Response.ORDINARY : unit.traits().response();
        for (CareGiven given : unit.care()) {
            treated = given.applied(treated, now, response, effects);
        }
        Reach reach = lives.reach(unit);
        Optional<Clocks.Ring> ring = Clocks.first(treated, lives.draws(unit, now));
        double until = ring.map(Clocks.Ring::at).orElse(1.0);
        long revenue = lives.live(unit, now, season, until, recorder);
        ring.ifPresent(rung -> lives.depart(unit, now, season, rung.at(), rung.cause(), recorder));
        long concession = StrictMath.round(unit.concession(now) * revenue);
        truth.add(new UnitMonth(unit.number(), untreated, treated, reach, revenue, concession));
        return ring;
    }

    /**
     * A simulation in the same state, which goes its own way from here: what would happen under other treatments.
     *
     * @param heard hears what is recorded in it
     */
    public Simulation fork(Recorder heard) {
        return fork(lives, heard);
    }

    /**
     * A simulation in the same state that meets other chance from here on: other campaigns, storms and price rises, other lives. What is true of a unit on average over many
     * futures is what could be known of it by now.
     *
     * @param future number of the future, any; equal numbers are equal futures, and none is that of {@link #fork(Recorder)}
     * @param heard hears what is recorded in it
     */
    public Simulation fork(long future, Recorder heard) {
        return fork(lives.otherwise(now, future), heard);
    }

    private Simulation fork(Lives itsLives, Recorder heard) {
        List<Unit> copies = new ArrayList<>(units.size());
        units.forEach(unit -> copies.add(unit.copy()));
        Simulation fork = new Simulation(settings, law, effects, itsLives, copies, households.copy(), heard);
        fork.now = now;
        return fork;
    }

    private Intensities intensities(Unit unit, int month, Season season) {
        return law.of(lives.circumstances(unit, month, season, households.left(unit.household(), month)));
    }

    private Season season(int month) {
        return Season.of(settings.start().plusMonths(month));
    }
}
