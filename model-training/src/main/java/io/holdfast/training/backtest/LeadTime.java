package io.holdfast.training.backtest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.evaluation.Measure;
import java.util.List;

/**
 * How early leavers stood on a list that a team can work off. Shares are by weight, where rows have one.
 *
 * @param capacity share of the customers at risk that is on the list of a month
 * @param leastDays how many days before leaving is early enough
 * @param lists dates of the lists
 * @param leavers who left, and were at risk on the date of a list at least so many days before
 * @param byLot share of them that a list drawn by lot would have held early enough
 * @param results by list
 */
@JsonPropertyOrder({"capacity", "leastDays", "lists", "leavers", "byLot", "results"})
public record LeadTime(
        double capacity, int leastDays, List<String> lists, long leavers, double byLot, List<ByList> results) {
    /** Keeps copies. */
    public LeadTime {
        lists = List.copyOf(lists);
        results = List.copyOf(results);
    }

    /**
     * One way to draw up the list.
     *
     * @param code of the model or the baseline
     * @param title of it, in English
     * @param early share of the leavers who stood on it early enough
     * @param modelLess by how much the model's share is greater
     */
    @JsonPropertyOrder({"code", "title", "early", "modelLess"})
    public record ByList(String code, String title, Measure early, Measure modelLess) {}
}
