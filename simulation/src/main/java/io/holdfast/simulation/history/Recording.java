package io.holdfast.simulation.history;

import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.world.World;
import java.util.List;

/** What a company has on file: {@code events.csv}, {@code attributes.csv}, {@code ids.csv}. */
final class Recording implements Recorder {
    private static final long TEN_YEARS = 3_652L * 86_400;
    private static final int CENTS = 100;

    private final World world;
    private final CsvWriter events;
    private final CsvWriter attributes;
    private final CsvWriter ids;
    private final Identities identities;
    private final Dirt dirt;
    private final Stamp stamp;
    private final long end;
    private List<Unit> units = List.of();
    private long lines;

    /** @param end first second after the history */
    Recording(
            World world,
            CsvWriter events,
            CsvWriter attributes,
            CsvWriter ids,
            Identities identities,
            Dirt dirt,
            Stamp stamp,
            long end) {
        this.world = world;
        this.events = events;
        this.attributes = attributes;
        this.ids = ids;
        this.identities = identities;
        this.dirt = dirt;
        this.stamp = stamp;
        this.end = end;
    }

    /** Writes what stands above the lines; files that are continued have it already. */
    void headers() {
        header(
                events,
                "event_id",
                "customer",
                "kind",
                "occurred_at",
                "arrived_at",
                "amount",
                "quantity",
                "category",
                "channel");
        header(attributes, "", "customer", "attribute", "value", "valid_from", "arrived_at");
        Identities.header(ids, world);
    }

    private void header(CsvWriter out, String first, String... names) {
        if (!first.isEmpty()) {
            out.cell(first);
        }
        if (world.contractual()) {
            out.cell(world.unit());
        }
        for (String name : names) {
            out.cell(name);
        }
        out.endRow();
    }

    /** The units that numbers refer to. */
    void over(List<Unit> all) {
        units = all;
    }

    @Override
    public void event(Event event) {
        Dirt.Fault fault = dirt.of(event);
        write(event, fault);
        if (fault == Dirt.Fault.TWICE) {
            write(event, fault);
        }
    }

    private void write(Event event, Dirt.Fault fault) {
        boolean nameless = fault == Dirt.Fault.WITHOUT_CUSTOMER;
        int customer = units.get(event.unit()).customer();
        events.exact(unit(event.unit()) + "-" + event.serial());
        if (world.contractual()) {
            id(nameless ? "" : Names.line(event.unit()));
        }
        String name = nameless ? "" : identities.of(event, customer);
        id(fault == Dirt.Fault.MISSPELT ? (char) (name.charAt(0) + ('a' - 'A')) + name.substring(1) : name);
        events.cell(event.kind().code());
        events.exact(stamp.of(event.occurredAt() + (fault == Dirt.Fault.FUTURE ? TEN_YEARS : 0)));
        events.exact(stamp.of(event.arrivedAt()));
        if (event.kind().hasAmount()) {
            events.exact(money(event.amount()));
        } else {
            events.empty();
        }
        if (event.kind().hasQuantity()) {
            events.whole(event.quantity());
        } else {
            events.empty();
        }
        text(events, event.category());
        text(events, event.channel());
        events.endRow();
        lines++;
    }

    @Override
    public void attribute(AttributeChange change) {
        Unit unit = units.get(change.unit());
        if (change.name().equals("joined")) {
            boolean first = unit.number() == 0 || units.get(unit.number() - 1).customer() != unit.customer();
            identities.write(ids, unit, first, change.validFrom(), end);
        }
        if (world.contractual()) {
            attributes.exact(Names.line(unit.number()));
        }
        attributes.exact(Names.customer(unit.customer()));
        attributes.cell(change.name());
        text(attributes, change.value());
        attributes.exact(stamp.of(change.validFrom()));
        attributes.exact(stamp.of(change.arrivedAt()));
        attributes.endRow();
    }

    /** Lines of the event file. */
    long lines() {
        return lines;
    }

    /** A unit's id. */
    String unit(int number) {
        return world.contractual()
                ? Names.line(number)
                : Names.customer(units.get(number).customer());
    }

    private void id(String id) {
        if (id.isEmpty()) {
            events.empty();
        } else {
            events.exact(id);
        }
    }

    private static void text(CsvWriter out, String text) {
        if (text.isEmpty()) {
            out.empty();
        } else {
            out.cell(text);
        }
    }

    static String money(long cents) {
        long whole = StrictMath.abs(cents) / CENTS;
        long rest = StrictMath.abs(cents) % CENTS;
        return (cents < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
