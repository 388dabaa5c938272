package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.profit.CostBasis;
import java.util.List;

/**
 * What contacting the highest scores would have brought on the evaluated rows, all together. Profit is the cost of contacting nobody less
 * the cost of what is done, in the currency of the basis.
 *
 * @param costs the amounts counted with; where one of them is assumed, whoever shows profit has to say so
 * @param costOf what the three simple policies cost
 * @param everybody profit of contacting everybody
 * @param perfect profit of contacting exactly those for whom it pays
 * @param best the cut of the list with most profit
 * @param top profit and precision of the shares that teams contact
 * @param curve profit by share contacted, from nobody to everybody, at most {@value Curves#MOST_POINTS} points
 * @param band profit at {@value #STEPS} steps of the share contacted and their beginning, with its interval at each of them
 * @param byThreshold the same at steps of the probability from which on customers are contacted, from 0 to the highest given
 * @param empc expected maximum profit per customer (Verbraken, Verbeke, Baesens 2013) with the parameters of the paper, whatever the costs
 *     are: value 200, offer 10, contact 1, save rate Beta(6, 14)
 * @param empcShare share of the list that the expected maximum profit contacts
 */
@JsonPropertyOrder({
    "costs",
    "costOf",
    "everybody",
    "perfect",
    "best",
    "top",
    "curve",
    "band",
    "byThreshold",
    "empc",
    "empcShare"
})
public record ProfitEvaluation(
        CostBasis costs,
        CostOf costOf,
        Measure everybody,
        Measure perfect,
        Best best,
        List<TopShare> top,
        List<Point> curve,
        List<Step> band,
        List<Step> byThreshold,
        Measure empc,
        Measure empcShare) {
    static final int STEPS = 50;

    /** Keeps copies. */
    public ProfitEvaluation {
        top = List.copyOf(top);
        curve = List.copyOf(curve);
        band = List.copyOf(band);
        byThreshold = List.copyOf(byThreshold);
    }

    /**
     * What a policy costs.
     *
     * @param nobody is contacted
     * @param everybody is contacted
     * @param perfect exactly those are contacted for whom it pays
     */
    @JsonPropertyOrder({"nobody", "everybody", "perfect"})
    public record CostOf(double nobody, double everybody, double perfect) {}

    /**
     * The cut with most profit. It was chosen on the rows it is measured on, so other customers will bring a little less.
     *
     * @param share contacted; its interval tells where the best cut lies in other samples
     * @param customers contacted; 0 where no cut pays
     * @param leavers among them
     * @param threshold lowest probability contacted, 1 where nobody is
     * @param profit of this cut
     */
    @JsonPropertyOrder({"share", "customers", "leavers", "threshold", "profit"})
    public record Best(Measure share, long customers, long leavers, double threshold, Measure profit) {}

    /**
     * The top of the list. Where rows tie at its end, they count in proportion, as if drawn by lot.
     *
     * @param share contacted
     * @param customers contacted: share times rows, rounded up
     * @param threshold lowest probability contacted
     * @param leavers among them
     * @param precision leavers over contacted
     * @param recall leavers contacted over all leavers
     * @param lift precision over the base rate
     * @param profit of contacting them
     */
    @JsonPropertyOrder({"share", "customers", "threshold", "leavers", "precision", "recall", "lift", "profit"})
    public record TopShare(
            double share,
            long customers,
            double threshold,
            double leavers,
            Measure precision,
            Measure recall,
            Measure lift,
            Measure profit) {}

    /**
     * A step along a curve. The interval is of this step alone, not of the whole curve at once.
     *
     * @param share contacted, 0 to 1
     * @param threshold lowest probability that may be contacted, 1 where nobody is
     * @param profit of contacting them
     */
    @JsonPropertyOrder({"share", "threshold", "profit"})
    public record Step(double share, double threshold, Measure profit) {}

    /**
     * A point of the curve.
     *
     * @param share contacted, 0 to 1
     * @param threshold lowest probability contacted, 1 where nobody is
     * @param profit of contacting them
     */
    @JsonPropertyOrder({"share", "threshold", "profit"})
    public record Point(double share, double threshold, double profit) {}
}
