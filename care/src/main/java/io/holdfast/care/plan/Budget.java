package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan may use.
 *
 * @param money expected spending on contacts and accepted offers, 0 or more; may be infinite
 * @param teams contacts in the plan's period by team, 0 or more; they stand instead of the playbook's capacity of that team
 * @param channels contacts in the plan's period by channel, 0 or more; they stand instead of the playbook's in the same way
 * @param openWork what earlier plans take up of these capacities
 */
public record Budget(double money, Map<String, Integer> teams, Map<Channel, Integer> channels, OpenWork openWork) {
    /** Beside no open work. */
    public Budget(double money, Map<String, Integer> teams, Map<Channel, Integer> channels) {
        this(money, teams, channels, OpenWork.NONE);
    }

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if a limit is below 0 or no number
     */
    public Budget {
        if (!(money >= 0)) {
            throw new IllegalArgumentException("money: " + money + " (expected: 0 or more)");
        }
        teams = Collections.unmodifiableMap(new TreeMap<>(teams));
        Map<Channel, Integer> copy = new EnumMap<>(Channel.class);
        copy.putAll(channels);
        channels = Collections.unmodifiableMap(copy);
        teams.forEach(Budget::require);
        channels.forEach((channel, contacts) -> require(channel.code(), contacts));
    }

    /** Money alone; capacity as the playbook says. */
    public static Budget of(double money) {
        return new Budget(money, Map.of(), Map.of());
    }

    /** The same beside open work. */
    public Budget withOpenWork(OpenWork work) {
        return new Budget(money, teams, channels, work);
    }

    private static void require(String name, int contacts) {
        if (contacts < 0) {
            throw new IllegalArgumentException("capacity of " + name + ": " + contacts + " (expected: 0 or more)");
        }
    }
}
