package io.holdfast.simulation.hazard;

import java.util.Arrays;
import java.util.List;

/** What truly makes a customer leave. The voluntary ones are the reasons a company can find and answer. */
public enum Cause {
    CORE_SERVICE("core-service", "core-service", LeaveType.VOLUNTARY),
    SERVICE_ENCOUNTER("service-encounter", "service-encounter", LeaveType.VOLUNTARY),
    FAILED_RECOVERY("failed-recovery", "failed-recovery", LeaveType.VOLUNTARY),
    PRICE("price", "price", LeaveType.VOLUNTARY),
    INCONVENIENCE("inconvenience", "inconvenience", LeaveType.VOLUNTARY),
    NEGLECT("neglect", "neglect", LeaveType.VOLUNTARY),
    NEED_CHANGE("need-change", "need-change", LeaveType.VOLUNTARY),
    COMPETITOR("competitor", "competitor", LeaveType.VOLUNTARY),
    FINANCES("finances", "finances", LeaveType.VOLUNTARY),
    DISENGAGEMENT("disengagement", "disengagement", LeaveType.VOLUNTARY),
    NON_PAYMENT("non-payment", "finances", LeaveType.INVOLUNTARY),
    MOVED("moved", "profile", LeaveType.NATURAL),
    DIED("died", "profile", LeaveType.NATURAL),
    TRANSFERRED("transferred", "profile", LeaveType.INTERNAL);

    private static final List<Cause> ALL = List.of(values());
    private static final List<Cause> VOLUNTARY =
            Arrays.stream(values()).filter(Cause::isVoluntary).toList();

    private final String code;
    private final String reason;
    private final LeaveType type;

    Cause(String code, String reason, LeaveType type) {
        this.code = code;
        this.reason = reason;
        this.type = type;
    }

    /** Every cause, in the order of files. */
    public static List<Cause> all() {
        return ALL;
    }

    /** The causes of leaving of one's own will. */
    public static List<Cause> voluntary() {
        return VOLUNTARY;
    }

    /** Its place in {@link #all}, from 0. */
    @SuppressWarnings("EnumOrdinal") // the order is part of every simulated history
    public int index() {
        return ordinal();
    }

    /** The name in files, one for each cause. */
    public String code() {
        return code;
    }

    /** The reason code it belongs to; {@code profile} where it is nobody's fault. */
    public String reason() {
        return reason;
    }

    /** Whose decision a leave by this cause is. */
    public LeaveType type() {
        return type;
    }

    /** Whether the customer leaves by their own will. */
    public boolean isVoluntary() {
        return type == LeaveType.VOLUNTARY;
    }
}
