package io.holdfast.care.diagnosis;

import java.util.List;

/**
 * Whom to ask why, drawn at random.
 *
 * @param group of the segment
 * @param tier of the segment
 * @param customers drawn, in the order of the draw
 * @param of how many that could be drawn
 */
public record Interviews(Group group, String tier, List<String> customers, Count of) {
    /** Keeps a copy. */
    public Interviews {
        customers = List.copyOf(customers);
    }
}
