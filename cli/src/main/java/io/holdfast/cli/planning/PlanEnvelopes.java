package io.holdfast.cli.planning;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.wire.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deals the rows of a list into as few requests as a server takes. Rows of one customer or of one household stay together, since they share a decision or an
 * arm; all others are dealt like cards, so that every request gets its share of the whole list, however it is sorted.
 */
final class PlanEnvelopes {
    /** Of the 4 MiB that a body may have: rows are measured alone, and every line of theirs is two blanks longer within the body. */
    private static final long MOST_BYTES = 3L << 20;

    private PlanEnvelopes() {}

    /**
     * The positions of rows, by request, in their order.
     *
     * @param name of the list, for messages
     */
    static List<List<Integer>> of(String name, List<PlanRequestRow> rows) {
        long[] bytes = new long[rows.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = StrictJson.write(rows.get(i).json()).length + 1L;
        }
        long all = Arrays.stream(bytes).sum();
        List<List<Integer>> groups = groups(rows);
        for (List<Integer> group : groups) {
            if (!fits(group, bytes, 0, 0)) {
                PlanRequestRow row = rows.get(group.get(0));
                throw new InputException(
                        "too_many_customers",
                        name + " line " + row.line() + ": customer " + Excerpt.of(row.id())
                                + " and who belongs to them have "
                                + group.size() + " rows, more than a server plans for at once; expected at most "
                                + Contract.MOST_CUSTOMERS + ", or --store instead of --server");
            }
        }
        int count = 1 + (int) Math.max((rows.size() - 1L) / Contract.MOST_CUSTOMERS, (all - 1) / MOST_BYTES);
        List<List<Integer>> dealt = deal(groups, bytes, count);
        while (dealt.isEmpty()) {
            count++;
            dealt = deal(groups, bytes, count);
        }
        return dealt;
    }

    private static boolean fits(List<Integer> group, long[] bytes, int rows, long taken) {
        return rows + group.size() <= Contract.MOST_CUSTOMERS
                && taken + group.stream().mapToLong(row -> bytes[row]).sum() <= MOST_BYTES;
    }

    /** Every group to the request that has the fewest rows so far; nothing if one does not fit there. */
    private static List<List<Integer>> deal(List<List<Integer>> groups, long[] bytes, int count) {
        List<List<Integer>> dealt = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dealt.add(new ArrayList<>());
        }
        long[] taken = new long[count];
        for (List<Integer> group : groups) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                least = dealt.get(i).size() < dealt.get(least).size() ? i : least;
            }
            if (!fits(group, bytes, dealt.get(least).size(), taken[least])) {
                return List.of();
            }
            dealt.get(least).addAll(group);
            taken[least] += group.stream().mapToLong(row -> bytes[row]).sum();
        }
        dealt.forEach(rows -> rows.sort(null));
        return dealt;
    }

    /** Rows that belong together, in the order of their first ones. */
    private static List<List<Integer>> groups(List<PlanRequestRow> rows) {
        int[] leader = new int[rows.size()];
        Map<String, Integer> firstOfCustomer = new HashMap<>();
        Map<String, Integer> firstOfHousehold = new HashMap<>();
        for (int row = 0; row < leader.length; row++) {
            leader[row] = row;
            join(leader, row, firstOfCustomer.putIfAbsent(rows.get(row).id(), row));
            String household = rows.get(row).household();
            if (!household.isEmpty()) {
                join(leader, row, firstOfHousehold.putIfAbsent(household, row));
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < leader.length; row++) {
            groups.computeIfAbsent(find(leader, row), first -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    private static void join(int[] leader, int row, @Nullable Integer other) {
        if (other != null) {
            int one = find(leader, row);
            int two = find(leader, other);
            leader[Math.max(one, two)] = Math.min(one, two);
        }
    }

    private static int find(int[] leader, int row) {
        int at = row;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /**
     * Parts of a whole number in proportion to sizes, which add up to it.
     *
     * @param sizes 1 or more each
     */
    static int[] shares(int whole, int[] sizes) {
        long all = Arrays.stream(sizes).asLongStream().sum();
        int[] shares = new int[sizes.length];
        long before = 0;
        long given = 0;
        for (int i = 0; i < sizes.length; i++) {
            before += sizes[i];
            long upTo = Math.multiplyExact(before, (long) whole) / all;
            shares[i] = (int) (upTo - given);
            given = upTo;
        }
        return shares;
    }
}
