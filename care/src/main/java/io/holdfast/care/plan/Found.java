package io.holdfast.care.plan;

import io.holdfast.care.playbook.Timing;
import java.time.LocalDate;

/**
 * A play that may be given to a customer.
 *
 * @param play its position in the playbook
 * @param trigger what brought it into question
 * @param due when it is due, quiet times observed
 * @param timing when it would be due without them
 */
record Found(int play, Trigger trigger, LocalDate due, Timing.Due timing) {
    /**
     * What brought a play into question.
     *
     * @param kind of trigger
     * @param code of the reason or event; else empty
     */
    record Trigger(Kind kind, String code) {
        enum Kind {
            REASON,
            EVENT,
            CADENCE,
            OCCASION
        }
    }
}
