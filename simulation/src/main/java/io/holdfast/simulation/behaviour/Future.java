package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;

/**
 * Which chance is in force from a month on: that of the seed, or another one.
 *
 * @param from the first month in which it is in force
 * @param number names the chance
 */
record Future(int from, long number) {
    /** The chance of the seed, for good. */
    static final Future OWN = new Future(Integer.MAX_VALUE, 0);

    /** The draws of a month of this future. */
    Draws of(Draws ofSeed, int month) {
        return month < from ? ofSeed : ofSeed.at(number);
    }
}
