package io.holdfast.care.plan;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * When and for what a plan is made.
 *
 * @param day the first day of the plan
 * @param campaign by its name the fresh hold-out is drawn; the same name draws the same customers
 * @param daysToRiskWindow days until the window begins in which customers may leave; unknown: not checked
 */
public record PlanSettings(LocalDate day, String campaign, OptionalInt daysToRiskWindow) {
    /** A campaign that is called by its day, with an unknown risk window. */
    public static PlanSettings of(LocalDate day) {
        return new PlanSettings(day, day.toString(), OptionalInt.empty());
    }

    /** Another campaign. */
    public PlanSettings withCampaign(String name) {
        return new PlanSettings(day, name, daysToRiskWindow);
    }

    /** Another number of days until the window begins in which customers may leave. */
    public PlanSettings withDaysToRiskWindow(int days) {
        return new PlanSettings(day, campaign, OptionalInt.of(days));
    }
}
