package io.holdfast.care.posterior;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Several normal beliefs about one number, to which each adds a deviation of its own: what they say of it together, of each of them, and how likely they are.
 */
final class Branch {
    private final List<Normal> children;
    private final double spread;
    private final double weighted;
    private final double precision;

    /**
     * @param children what is known of each, apart from what they have in common
     * @param spread variance of a child's deviation from the common number
     */
    Branch(List<Normal> children, double spread) {
        this.children = children;
        this.spread = spread;
        double sum = 0;
        double weights = 0;
        for (Normal child : children) {
            sum += child.mean() / (child.variance() + spread);
            weights += 1 / (child.variance() + spread);
        }
        this.weighted = sum;
        this.precision = weights;
    }

    /** What all children say of the common number. */
    Normal together() {
        return new Normal(weighted / precision, 1 / precision);
    }

    /** Log of the factor by which the product of the children's densities differs from that of {@link #together}. */
    double logEvidence() {
        Normal all = together();
        double log = StrictMath.log(2 * Math.PI * all.variance()) / 2;
        for (Normal child : children) {
            double wide = child.variance() + spread;
            double apart = child.mean() - all.mean();
            log -= StrictMath.log(2 * Math.PI * wide) / 2 + apart * apart / wide / 2;
        }
        return log;
    }

    /** What is believed of each child, given what else is believed of the common number. */
    List<Normal> down(Normal elsewhere) {
        return IntStream.range(0, children.size())
                .mapToObj(i ->
                        children.get(i).and(others(elsewhere, children.get(i)).wider(spread)))
                .toList();
    }

    /** What is believed of each child by all but itself, without its deviation. */
    Normal others(Normal elsewhere, Normal child) {
        double own = 1 / (child.variance() + spread);
        double left = precision - own + 1 / elsewhere.variance();
        return new Normal((weighted - own * child.mean() + elsewhere.mean() / elsewhere.variance()) / left, 1 / left);
    }
}
