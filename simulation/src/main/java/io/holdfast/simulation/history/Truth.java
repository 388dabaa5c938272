package io.holdfast.simulation.history;

import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.simulation.behaviour.Traits;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.run.CareOutcome;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Remedy;
import io.holdfast.simulation.world.World;
import java.util.List;
import java.util.function.IntFunction;

/** What nobody could know: the files of the folder {@code truth}. docs/simulation.md names every column. */
final class Truth {
    /** Effects are written for every third month: a quarter of a year. */
    private static final int QUARTER = 3;

    private static final double DECIMALS = 1e6;

    private final World world;
    private final TruthFiles files;
    private final IntFunction<String> name;
    private final Stamp stamp;
    private final double perAction;

    /**
     * @param name the id of a unit
     * @param perAction probability of each action in a month
     */
    Truth(World world, TruthFiles files, IntFunction<String> name, Stamp stamp, double perAction) {
        this.world = world;
        this.files = files;
        this.name = name;
        this.stamp = stamp;
        this.perAction = perAction;
        header(files.hazards(), "month", "hazard", "hazard_untreated", "voluntary_untreated", "leading_cause");
        Cause.all().forEach(cause -> files.hazards().cell(cause.code()));
        header(files.effects(), "month", "hazard_untreated");
        CareAction.all().forEach(action -> files.effects().cell(action.code()));
        header(files.leaves(), "left_at", "leave_type", "reason", "cause");
        header(files.care(), "month", "action", "probability", "reached", "accepted");
        List.of(files.hazards(), files.effects(), files.leaves(), files.care()).forEach(CsvWriter::endRow);
    }

    private void header(CsvWriter out, String... names) {
        out.cell(world.unit());
        for (String each : names) {
            out.cell(each);
        }
    }

    void units(List<Unit> units) {
        CsvWriter out = files.units();
        if (world.contractual()) {
            out.cell(world.unit());
        }
        for (String column : List.of(
                "customer",
                "household",
                "price_sensitivity",
                "patience",
                "attachment",
                "demanding",
                "responsiveness",
                "wariness",
                "purchases_a_month")) {
            out.cell(column);
        }
        out.endRow();
        for (Unit unit : units) {
            Traits traits = unit.traits();
            if (world.contractual()) {
                out.exact(name.apply(unit.number()));
            }
            out.exact(Names.customer(unit.customer()));
            out.exact(Names.household(unit.household()));
            out.number(rounded(traits.priceSensitivity()));
            out.number(rounded(traits.patience()));
            out.number(rounded(traits.attachment()));
            out.cell(yes(traits.demanding()));
            out.number(rounded(traits.response().responsiveness()));
            out.number(rounded(traits.response().wariness()));
            out.number(rounded(traits.rhythm()));
            out.endRow();
        }
    }

    void actions() {
        CsvWriter out = files.actions();
        for (String column : List.of(
                "action",
                "channel",
                "contact_cost",
                "concession",
                "months",
                "months_after",
                "cause",
                "factor_during",
                "factor_after")) {
            out.cell(column);
        }
        out.endRow();
        for (CareAction action : CareAction.all()) {
            for (Remedy remedy : action.remedies()) {
                action(out, action);
                out.cell(remedy.cause().code());
                out.number(remedy.during());
                out.number(remedy.after());
                out.endRow();
            }
            if (action.remedies().isEmpty()) {
                action(out, action);
                out.empty();
                out.empty();
                out.empty();
                out.endRow();
            }
        }
    }

    private static void action(CsvWriter out, CareAction action) {
        out.cell(action.code());
        out.cell(action.channel());
        out.exact(Recording.money(action.contactCost()));
        out.number(action.concession());
        out.whole(action.months());
        out.whole(action.monthsAfter());
    }

    /** @param index months from the start */
    void month(MonthResult result, int index, List<Unit> units) {
        String month = result.month().toString();
        for (UnitMonth unit : result.units()) {
            hazards(month, unit);
            if (index % QUARTER == 0) {
                effects(month, unit, units.get(unit.unit()));
            }
        }
        for (Leave leave : result.leaves()) {
            CsvWriter out = files.leaves();
            out.exact(name.apply(leave.unit()));
            out.exact(stamp.of(leave.at()));
            out.cell(leave.cause().type().code());
            out.cell(leave.cause().reason());
            out.cell(leave.cause().code());
            out.endRow();
        }
        for (CareOutcome outcome : result.care()) {
            CsvWriter out = files.care();
            out.exact(name.apply(outcome.unit()));
            out.exact(month);
            out.cell(outcome.given().action().code());
            out.number(perAction);
            out.cell(yes(outcome.given().reached()));
            out.cell(yes(outcome.given().accepted()));
            out.endRow();
        }
    }

    private void hazards(String month, UnitMonth unit) {
        CsvWriter out = files.hazards();
        out.exact(name.apply(unit.unit()));
        out.exact(month);
        out.number(rounded(unit.treated().leaving()));
        out.number(rounded(unit.untreated().leaving()));
        out.number(rounded(unit.untreated().leavingVoluntarily()));
        unit.untreated().leading().ifPresentOrElse(cause -> out.cell(cause.code()), out::empty);
        for (Cause cause : Cause.all()) {
            out.number(rounded(unit.untreated().of(cause)));
        }
        out.endRow();
    }

    private void effects(String month, UnitMonth truth, Unit unit) {
        CsvWriter out = files.effects();
        out.exact(name.apply(truth.unit()));
        out.exact(month);
        out.number(rounded(truth.untreated().leaving()));
        for (CareAction action : CareAction.all()) {
            double with = truth.reach()
                    .leaving(truth.untreated(), action, unit.traits().response());
            out.number(rounded(with - truth.untreated().leaving()));
        }
        out.endRow();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static double rounded(double value) {
        return StrictMath.rint(value * DECIMALS) / DECIMALS;
    }
}
