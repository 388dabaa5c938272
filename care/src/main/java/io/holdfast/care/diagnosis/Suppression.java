package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Hides, besides the small counts, so many others that nobody who holds all lists at once can tell of a small one more than that it is small: complementary suppression in
 * linked tables (Cox, Journal of the American Statistical Association 75, 1980). Not thread-safe; used once.
 */
final class Suppression {
    private final List<Sum> sums = new ArrayList<>();
    private final List<Bond> bonds = new ArrayList<>();

    private record Sum(Count total, List<Count> parts) {
        boolean has(Count count) {
            return total == count || parts.stream().anyMatch(part -> part == count);
        }

        List<Count> counts() {
            List<Count> all = new ArrayList<>(parts);
            all.add(total);
            return all;
        }
    }

    private record Bond(Count count, List<Count> others) {}

    /** Tells that a count is made up of others. */
    void sum(Count total, List<Count> parts) {
        if (parts.stream().mapToInt(Count::number).anyMatch(part -> part < 0)) {
            // What does not add up tells nothing.
            return;
        }
        sums.add(new Sum(total, List.copyOf(parts)));
    }

    /** Tells that a count is as good as known where others are, so that it is hidden with any of them. */
    void bind(Count count, List<Count> others) {
        bonds.add(new Bond(count, List.copyOf(others)));
    }

    /** Hides what must be. */
    void solve() {
        for (List<Sum> linked : components()) {
            solve(linked);
        }
        for (Bond bond : bonds) {
            if (!bond.others().stream().allMatch(Count::isShown)) {
                bond.count().hide();
            }
        }
    }

    /** Sums that share no count tell nothing of each other. */
    private Collection<List<Sum>> components() {
        int[] joined = IntStream.range(0, sums.size()).toArray();
        Map<Count, Integer> seen = new HashMap<>();
        for (int at = 0; at < joined.length; at++) {
            for (Count count : sums.get(at).counts()) {
                Integer other = seen.putIfAbsent(count, at);
                if (other != null) {
                    joined[root(joined, at)] = root(joined, other);
                }
            }
        }
        Map<Integer, List<Sum>> components = new TreeMap<>();
        for (int at = 0; at < joined.length; at++) {
            List<Sum> own = components.computeIfAbsent(root(joined, at), key -> new ArrayList<>());
            own.add(sums.get(at));
        }
        return components.values();
    }

    private static int root(int[] joined, int at) {
        int root = at;
        while (joined[root] != root) {
            root = joined[root];
        }
        return root;
    }

    private static void solve(List<Sum> linked) {
        List<Count> small = counts(linked).stream().filter(Count::isSmall).toList();
        List<Count> hidden = new ArrayList<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            Reckoning known = reckon(linked);
            for (Count count : small) {
                if (known.tells(count) && hideFor(count, linked, hidden)) {
                    changed = true;
                    break;
                }
            }
        }
        release(hidden, small, linked);
    }

    /** Hides the smallest count that is enough, of equal ones the last; where none is enough alone, the smallest beside it, and so on. */
    private static boolean hideFor(Count told, List<Sum> linked, List<Count> hidden) {
        List<Count> all = candidates(linked);
        if (all.isEmpty()) {
            return false;
        }
        for (Count count : all) {
            if (!count.isMain()) {
                count.hide();
                if (!reckon(linked).tells(told)) {
                    hidden.add(count);
                    return true;
                }
                count.show();
            }
        }
        List<Count> near =
                candidates(linked.stream().filter(sum -> sum.has(told)).toList());
        Count next = near.isEmpty() || (near.get(0).isMain() && !all.get(0).isMain()) ? all.get(0) : near.get(0);
        next.hide();
        hidden.add(next);
        return true;
    }

    /** Shows again what need not be hidden, the largest first. */
    private static void release(List<Count> hidden, List<Count> small, List<Sum> linked) {
        hidden.sort(
                Comparator.comparing(Count::isMain).thenComparing(Count::number).reversed());
        for (Count count : hidden) {
            count.show();
            Reckoning known = reckon(linked);
            if (small.stream().anyMatch(known::tells)) {
                count.hide();
            }
        }
    }

    private static List<Count> counts(List<Sum> within) {
        List<Count> all = new ArrayList<>();
        for (Sum sum : within) {
            // From the end on, and sorting keeps the order of equal ones.
            for (int i = sum.parts().size() - 1; i >= 0; i--) {
                all.add(sum.parts().get(i));
            }
            all.add(sum.total());
        }
        return all.stream().distinct().toList();
    }

    /** What could be hidden, the main counts last and else the smallest first. */
    private static List<Count> candidates(List<Sum> within) {
        return counts(within).stream()
                .filter(Count::isHideable)
                .sorted(Comparator.comparing(Count::isMain).thenComparing(Count::number))
                .toList();
    }

    private static Reckoning reckon(List<Sum> linked) {
        Reckoning reckoning = new Reckoning();
        linked.forEach(sum -> reckoning.add(sum.total(), sum.parts()));
        reckoning.solve();
        return reckoning;
    }
}
