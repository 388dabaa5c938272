package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Tells which counts may be shown, so that no figure tells of single customers; of nobody at all it is told. */
public final class SmallCounts {
    private SmallCounts() {}

    /** A count; empty where it is too small to be shown. */
    public static OptionalInt shown(int count) {
        return Diagnosis.isSmall(count) ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /**
     * The parts of a sum that is shown, or can be made up of what is; empty where they must not be shown. One hidden part would be the sum less the others, and two of one customer each would be two:
     * so the smallest of the others are hidden, too, until at least two are hidden that have {@value Diagnosis#FEWEST} customers together.
     */
    public static List<OptionalInt> shown(List<Integer> parts) {
        List<OptionalInt> shown = new ArrayList<>();
        parts.forEach(part -> shown.add(shown(part)));
        boolean told = isTold(parts, shown);
        while (told) {
            told = hideSmallest(shown) && isTold(parts, shown);
        }
        return List.copyOf(shown);
    }

    private static boolean isTold(List<Integer> parts, List<OptionalInt> shown) {
        int hidden = 0;
        int sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (shown.get(i).isEmpty()) {
                hidden++;
                sum += parts.get(i);
            }
        }
        return hidden == 1 || (hidden > 1 && sum < Diagnosis.FEWEST);
    }

    private static boolean hideSmallest(List<OptionalInt> shown) {
        int smallest = -1;
        for (int i = 0; i < shown.size(); i++) {
            int part = shown.get(i).orElse(0);
            if (part > 0 && (smallest < 0 || part <= shown.get(smallest).orElse(0))) {
                smallest = i;
            }
        }
        if (smallest >= 0) {
            shown.set(smallest, OptionalInt.empty());
        }
        return smallest >= 0;
    }
}
