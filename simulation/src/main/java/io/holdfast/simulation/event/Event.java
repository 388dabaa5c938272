package io.holdfast.simulation.event;

/**
 * Something that happened to a unit (a line or a customer) and was recorded.
 *
 * @param unit number of the unit, from 0
 * @param serial number of the event among the unit's own, from 0
 * @param kind what happened
 * @param occurredAt when, in seconds from 1970, UTC
 * @param arrivedAt when the company knew, in seconds from 1970, UTC; never before {@code occurredAt}
 * @param amount cents; negative for money given back, 0 where the kind has none
 * @param quantity how many, in the kind's own unit; 0 where the kind has none
 * @param category what sort; may be empty
 * @param channel how; may be empty
 */
public record Event(
        int unit,
        int serial,
        EventKind kind,
        long occurredAt,
        long arrivedAt,
        long amount,
        int quantity,
        String category,
        String channel) {}
