package io.holdfast.care.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be done for whom. One decision a customer row, in the order given. Immutable.
 */
public interface CarePlan {
    /** Hash of playbook, campaign and day: 32 hexadecimal digits. */
    String planId();

    /** SHA-256 of the playbook file, 64 hexadecimal digits. */
    String playbookDigest();

    /** The campaign by which the fresh hold-out is drawn. */
    String campaign();

    /** The day planned for. */
    LocalDate day();

    /** One decision a customer row, in the order given; made when asked for, equal every time. */
    List<CareDecision> decisions();

    /** Whether there is a play, or its shadow, for a row; sooner known than its decision. */
    boolean hasPlay(int row);

    /** Money, capacity and gain of the whole. */
    PlanSummary summary();
}
