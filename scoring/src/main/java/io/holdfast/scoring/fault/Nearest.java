package io.holdfast.scoring.fault;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name a user may have meant, so that a message can ask "did you mean". */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * The known name that needs the fewest changed, added, dropped or swapped characters to become the given one, letter case aside;
     * empty if even that one needs more than a third of its characters changed. Of equally near names, the first.
     */
    public static Optional<String> to(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(1, Math.min(given.length(), LONGEST) / 3) + 1;
        for (String name : known) {
            if (Math.abs(name.length() - given.length()) < fewest && name.length() <= LONGEST) {
                int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
    }

    /** The end of a message: {@code "; did you mean 'tenure'?"}, or nothing if no name is near. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known)
                .map(name -> "; did you mean " + Excerpt.of(name) + "?")
                .orElse("");
    }

    /** Optimal string alignment distance (Levenshtein's, with neighbours swapped counted once). */
    private static int edits(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] above = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int least = Math.min(Math.min(above[j], current[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                current[j] = least;
            }
            int[] free = before;
            before = above;
            above = current;
            current = free;
        }
        return above[right.length()];
    }
}
