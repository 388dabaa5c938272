package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import java.util.EnumMap;
import java.util.HashMap;
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

    /**
     * What falls on one part of a list that is planned in parts, so that the parts add up to it.
     *
     * @param before customers in the parts before it
     * @param own customers in it, 1 or more
     * @param all customers of the list
     */
    public OpenWork share(long before, long own, long all) {
        Map<String, Integer> byTeam = new HashMap<>();
        teams.forEach((team, contacts) -> byTeam.put(team, share(contacts, before, own, all)));
        Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
        channels.forEach((channel, contacts) -> byChannel.put(channel, share(contacts, before, own, all)));
        return new OpenWork(byTeam, byChannel);
    }

    private static int share(int whole, long before, long own, long all) {
        return (int) ((before + own) * whole / all - before * whole / all);
    }
}
