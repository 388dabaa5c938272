package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.hazard.Cause;

/** What a company under contract sees of a leave: sometimes a request to port the number, then the end. */
final class Departure {
    private static final double PORTS = 0.6;
    /** Porting takes about six days. */
    private static final double PORTING = 0.2;

    private Departure() {}

    static void record(Diary diary, double at, Cause cause) {
        boolean ports = (cause == Cause.COMPETITOR || cause == Cause.PRICE)
                && diary.draws().chance(PORTS, Purpose.LEAVE, Cause.all().size());
        if (ports) {
            diary.write(EventKind.PORT_REQUEST, StrictMath.max(0, at - PORTING), "", "phone");
        }
        diary.write(EventKind.LEAVE, at, ports ? "ported" : category(cause), "");
    }

    private static String category(Cause cause) {
        return switch (cause.type()) {
            case VOLUNTARY -> "cancelled";
            case INVOLUNTARY -> "disconnected";
            case NATURAL -> cause == Cause.DIED ? "deceased" : "moved";
            case INTERNAL -> "transferred";
        };
    }
}
