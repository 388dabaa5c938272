package io.holdfast.training.backtest;

import java.time.LocalDate;

/**
 * Somebody left.
 *
 * @param id as in the table
 * @param day of the leave
 */
public record LeaveDay(String id, LocalDate day) {}
