package io.holdfast.simulation.history;

import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.world.World;

/**
 * Which id a customer's events bear. A few have a second account by mistake, from their first event to the day on which somebody notices and the two
 * are merged.
 */
final class Identities {
    private static final double SECOND_ACCOUNT = 0.02;
    private static final double THROUGH_IT = 0.4;
    private static final long SECONDS_A_DAY = 86_400;
    private static final int FIRST_MERGE = 60;
    private static final int MERGES = 400;

    private final World world;
    private final Draws draws;
    private final long start;
    private final Stamp stamp;

    /** @param start first second of the simulation */
    Identities(World world, Draws draws, long start, Stamp stamp) {
        this.world = world;
        this.draws = draws;
        this.start = start;
        this.stamp = stamp;
    }

    private boolean hasTwo(int customer) {
        return draws.at(customer).chance(SECOND_ACCOUNT, Purpose.IDENTITY, 0);
    }

    private long mergedAt(int customer) {
        int day = FIRST_MERGE + draws.at(customer).below(MERGES, Purpose.IDENTITY, 1);
        return start + day * SECONDS_A_DAY + 10 * 3_600;
    }

    /** The customer id on an event. */
    String of(Event event, int customer) {
        boolean second = hasTwo(customer)
                && event.occurredAt() < mergedAt(customer)
                && draws.at(customer).chance(THROUGH_IT, Purpose.IDENTITY, 2 + event.serial());
        return second ? Names.secondAccount(customer) : Names.customer(customer);
    }

    static void header(CsvWriter out, World world) {
        out.cell("system");
        out.cell("id");
        out.cell("customer");
        if (world.contractual()) {
            out.cell("line");
        }
        out.cell("household");
        out.cell("change");
        out.cell("valid_from");
        out.cell("arrived_at");
        out.endRow();
    }

    /**
     * The lines of the id map about one unit.
     *
     * @param first whether it is the first of its customer
     * @param joined in seconds from 1970
     * @param end first second after the history; what happens later is not in it
     */
    void write(CsvWriter out, Unit unit, boolean first, long joined, long end) {
        int customer = unit.customer();
        if (world.contractual()) {
            row(out, "billing", Names.line(unit.number()), Names.customer(customer), unit, "new", joined, 0);
        }
        if (!first) {
            return;
        }
        row(out, "crm", Names.customer(customer), Names.customer(customer), unit, "new", joined, 0);
        if (hasTwo(customer)) {
            String second = Names.secondAccount(customer);
            row(out, "crm", second, second, unit, "new", joined, 0);
            long merged = mergedAt(customer);
            if (merged < end) {
                row(out, "crm", second, Names.customer(customer), unit, "merge", merged, 2 * SECONDS_A_DAY);
            }
        }
    }

    private void row(
            CsvWriter out, String system, String id, String customer, Unit unit, String change, long from, long delay) {
        out.cell(system);
        out.exact(id);
        out.exact(customer);
        if (world.contractual()) {
            cellOrEmpty(out, system.equals("billing") ? id : "");
        }
        out.exact(Names.household(unit.household()));
        out.cell(change);
        out.cell(stamp.of(from));
        out.cell(stamp.of(from + delay));
        out.endRow();
    }

    private static void cellOrEmpty(CsvWriter out, String id) {
        if (id.isEmpty()) {
            out.empty();
        } else {
            out.exact(id);
        }
    }
}
