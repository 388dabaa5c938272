package io.holdfast.care.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share still there, day by day, where some are watched for a shorter time than others (Kaplan and Meier, Journal of the American Statistical Association 53,
 * 1958), weighted by the reciprocal of the probability of the side (Xie and Liu, Statistics in Medicine 24, 2005).
 *
 * <p>The pointwise 95 % band is Greenwood's (1926) on the scale of log(-log) (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1980). In place
 * of the number at risk stands Kish's number of clusters that are worth as much, as if all of one cluster ended together; with equal weights and everybody alone that
 * is the number at risk. Immutable.
 *
 * @param points the first one of day 0, then one for each day on which somebody ended or was watched no longer
 */
public record KaplanMeier(List<Point> points) {
    private static final double QUANTILE = RateComparison.QUANTILE;

    /** Keeps a copy. */
    public KaplanMeier {
        points = List.copyOf(points);
    }

    /**
     * One day.
     *
     * @param day since the watching began
     * @param share still there after it
     * @param low of the band; the share itself while nobody has ended, and when all have
     * @param high of the band alike
     * @param atRisk watched and still there just before its ends
     */
    public record Point(int day, double share, double low, double high, int atRisk) {}

    /**
     * The curve of one side.
     *
     * @throws IllegalArgumentException if there is nobody
     */
    public static KaplanMeier of(List<FollowUp> watched) {
        if (watched.isEmpty()) {
            throw new IllegalArgumentException("watched: nobody (expected: at least one)");
        }
        List<Day> days = days(watched);
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 1, 1, 1, watched.size()));
        double share = 1;
        double greenwood = 0;
        for (Day day : days) {
            if (day.endedWeight > 0) {
                double hazard = Math.min(1, day.endedWeight / day.weight);
                share = day.isEverybody() ? 0 : share * (1 - hazard);
                greenwood += hazard / (day.worth() * (1 - hazard));
            }
            if (day.day > 0) {
                points.add(point(day, share, greenwood));
            }
        }
        return new KaplanMeier(points);
    }

    private static Point point(Day day, double share, double greenwood) {
        if (!(share > 0 && share < 1)) {
            return new Point(day.day, share, share, share, day.atRisk);
        }
        double log = StrictMath.log(share);
        double reach = QUANTILE * StrictMath.sqrt(greenwood) / log;
        return new Point(
                day.day,
                share,
                StrictMath.pow(share, StrictMath.exp(-reach)),
                StrictMath.pow(share, StrictMath.exp(reach)),
                day.atRisk);
    }

    /** The share still there on a day, and its band. */
    public Point on(int day) {
        return points.stream().filter(point -> point.day() <= day).reduce(points.get(0), (earlier, later) -> later);
    }

    /** How many are watched and still there just before a day. */
    public int atRisk(int day) {
        return points.stream()
                .filter(point -> point.day() >= day)
                .mapToInt(Point::atRisk)
                .findFirst()
                .orElse(0);
    }

    /** Each day on which somebody's watching ended in some way, ascending; who is no longer watched on a day was at risk on it. */
    private static List<Day> days(List<FollowUp> watched) {
        List<FollowUp> longestFirst = new ArrayList<>(watched);
        longestFirst.sort(Comparator.comparingInt(FollowUp::days).reversed());
        Map<String, Double> clusters = new HashMap<>();
        List<Day> days = new ArrayList<>();
        double weight = 0;
        double squares = 0;
        for (int i = 0; i < longestFirst.size(); ) {
            Day day = new Day(longestFirst.get(i).days());
            for (; i < longestFirst.size() && longestFirst.get(i).days() == day.day; i++) {
                FollowUp each = longestFirst.get(i);
                double own = each.weight();
                double before = clusters.merge(each.cluster(), own, Double::sum) - own;
                weight += own;
                squares += own * (2 * before + own);
                day.ended += each.ended() ? 1 : 0;
                day.endedWeight += each.ended() ? own : 0;
            }
            day.atRisk = i;
            day.weight = weight;
            day.squares = squares;
            days.add(0, day);
        }
        return days;
    }

    /** Who is at risk on one day. */
    private static final class Day {
        private final int day;
        private int atRisk;
        private int ended;
        private double weight;
        private double squares;
        private double endedWeight;

        private Day(int day) {
            this.day = day;
        }

        private double worth() {
            return weight * weight / squares;
        }

        private boolean isEverybody() {
            return ended == atRisk;
        }
    }
}
