package io.holdfast.care.playbook;

/**
 * What a play gives away when it is accepted.
 *
 * @param cost money, 0 or more
 * @param perValue money for each unit of the customer's value, 0 or more: a month's fee is 1 where the value is the monthly fee
 * @param acceptance probability that a customer who would have stayed or come back anyway accepts, 0 to 1
 */
public record PlayOffer(double cost, double perValue, double acceptance) {
    /** Nothing is given away. */
    public static final PlayOffer NONE = new PlayOffer(0, 0, 0);

    /** Whether anything is given away. */
    public boolean isOffer() {
        return cost > 0 || perValue > 0;
    }

    /** What an acceptance costs, given the customer's value; NaN counts as 0. */
    public double cost(double value) {
        return Double.isNaN(value) ? cost : cost + perValue * Math.max(0, value);
    }
}
