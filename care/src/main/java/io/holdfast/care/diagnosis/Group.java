package io.holdfast.care.diagnosis;

import java.util.Locale;

/** Customers that a diagnosis is about; in a month, each is in one group at most, the last that fits. */
public enum Group {
    /** Still there, and of a high or critical risk. */
    WAVERING,
    /** Still there, and takes less: less was reported, or fading activity speaks for leaving. */
    DECLINING,
    /** Left of their own will in this month. */
    LOST;

    /** As replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
