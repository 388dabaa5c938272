package io.holdfast.benchmarks.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a model said as a month began.
 *
 * @param month from 0
 * @param risks of every unit, by number
 * @param list the riskiest, the highest first
 */
record MonthList(int month, Map<Integer, Double> risks, List<Integer> list) {
    static MonthList of(int month, Map<Integer, Double> risks, double share) {
        return new MonthList(
                month,
                risks,
                risks.entrySet().stream()
                        .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey))
                        .limit(Math.round(share * risks.size()))
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
