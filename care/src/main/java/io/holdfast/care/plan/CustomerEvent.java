package io.holdfast.care.plan;

import java.time.LocalDate;

/**
 * Something that happened and can trigger a play.
 *
 * @param code as the playbook calls it: {@code onboarding}, {@code complaint-closed}
 * @param day when
 */
public record CustomerEvent(String code, LocalDate day) {}
