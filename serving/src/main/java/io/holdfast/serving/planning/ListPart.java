package io.holdfast.serving.planning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of a longer list a plan is for, whose other parts are plans of the same day with campaigns of their own.
 *
 * @param campaign of the list and of its first part; of the others it is followed by their number
 * @param parts how many there are, 1 or more
 * @param before customers in the parts before this one
 * @param customers of the whole list
 */
public record ListPart(String campaign, int parts, int before, int customers) {
    /** The campaigns of all parts, in their order. */
    public List<String> campaigns() {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> campaign(campaign, part))
                .toList();
    }

    /**
     * What the campaign of a part is called.
     *
     * @param part from 1
     */
    public static String campaign(String list, int part) {
        return part == 1 ? list : list + "-" + part;
    }
}
