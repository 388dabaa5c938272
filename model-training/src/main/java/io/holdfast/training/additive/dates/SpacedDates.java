package io.holdfast.training.additive.dates;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** As-of dates so far apart that no outcome window of one reaches into that of another. */
final class SpacedDates {
    /** On fewer dates what differs from one to the next cannot be told from chance. */
    private static final int FEWEST = 3;

    /** More would cost time and settle nothing. */
    private static final int MOST = 8;

    /** A date with fewer of either class says nothing by itself. */
    private static final int LEAST_OF_A_CLASS = 20;

    private static final int NONE = -1;

    private SpacedDates() {}

    /**
     * The number of its date for each row, ascending by time from 0, and -1 for rows of a date that is not taken: the last date that holds both classes is taken, and then backwards each that lies far enough
     * before.
     *
     * @param days the as-of date of each row, days since 1970
     * @param positives the class of each row
     * @param apart days from one date to the next at least, 1 or more
     * @return all -1 where there are fewer than three such dates
     */
    static int[] of(int[] days, boolean[] positives, int apart) {
        NavigableMap<Integer, int[]> classes = new TreeMap<>();
        for (int row = 0; row < days.length; row++) {
            classes.computeIfAbsent(days[row], day -> new int[2])[positives[row] ? 1 : 0]++;
        }
        NavigableMap<Integer, Integer> taken = new TreeMap<>();
        for (Map.Entry<Integer, int[]> date : classes.descendingMap().entrySet()) {
            int[] ofClass = date.getValue();
            boolean far = taken.isEmpty() || taken.firstKey() - date.getKey() >= apart;
            if (far && Math.min(ofClass[0], ofClass[1]) >= LEAST_OF_A_CLASS && taken.size() < MOST) {
                taken.put(date.getKey(), NONE);
            }
        }
        int number = 0;
        for (Map.Entry<Integer, Integer> date : taken.entrySet()) {
            date.setValue(number++);
        }
        return Arrays.stream(days)
                .map(day -> taken.size() < FEWEST ? NONE : taken.getOrDefault(day, NONE))
                .toArray();
    }
}
