package io.holdfast.training.shape;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The effect of one column, by bin of the model's coding (bin 0 missing, bin 1 rare).
 *
 * @param name the column
 * @param effects log-odds above or below the average customer; of a straight line, its height in the middle of the bin
 * @param low lower ends of 95 % intervals of the effects; the effects themselves where the learner has no bags
 * @param high upper ends
 * @param sameSign share of the bags that give the effect the same sign, 0 to 1
 */
@JsonPropertyOrder({"name", "effects", "low", "high", "sameSign"})
public record ColumnShape(
        String name, List<Double> effects, List<Double> low, List<Double> high, List<Double> sameSign) {
    /** Keeps copies. */
    public ColumnShape {
        effects = List.copyOf(effects);
        low = List.copyOf(low);
        high = List.copyOf(high);
        sameSign = List.copyOf(sameSign);
    }

    /** Whether the sign of a bin's effect holds in enough bags to be shown as a reason. */
    public boolean settled(int bin) {
        return sameSign.get(bin) >= ModelShapes.LEAST_AGREEMENT;
    }
}
