package io.holdfast.care.plan;

import java.time.LocalDate;

/**
 * A contact the company started.
 *
 * @param day when
 * @param action code of the action it was for; empty if unknown
 */
public record PastContact(LocalDate day, String action) {}
