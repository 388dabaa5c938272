package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import java.util.Map;

/**
 * Contacts that earlier plans have on the work list, and that take up capacity of the days a plan is made for.
 *
 * @param teams contacts by team, 0 or more
 * @param channels contacts by channel, 0 or more
 */
public record OpenWork(Map<String, Integer> teams, Map<Channel, Integer> channels) {
    /** No work is open. */
    public static final OpenWork NONE = new OpenWork(Map.of(), Map.of());

    /** Keeps copies. */
    public OpenWork {
        teams = Map.copyOf(teams);
        channels = Map.copyOf(channels);
    }
}
