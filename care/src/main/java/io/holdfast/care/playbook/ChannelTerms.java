package io.holdfast.care.playbook;

/**
 * What a channel costs and how much of it there is.
 *
 * @param cost money a contact, 0 or more
 * @param capacity contacts in a plan's period; infinite if nobody said
 */
public record ChannelTerms(double cost, double capacity) {
    /** Free and without end. */
    public static final ChannelTerms FREE = new ChannelTerms(0, Double.POSITIVE_INFINITY);
}
