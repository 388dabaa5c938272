package io.holdfast.serving.store;

/**
 * Contacts that are still to be made.
 *
 * @param planId by which plan
 * @param team by whom; empty where no team was named
 * @param channel by its code
 * @param contacts how many
 */
public record OpenContacts(String planId, String team, String channel, int contacts) {}
