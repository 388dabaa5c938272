package io.holdfast.simulation.hazard;

import java.util.List;

/**
 * Where a customer stands on the first day of a month: all that the hazard of that month depends on. What happens later in the month does
 * not count, so the hazard is known, to whoever knows everything, before the month begins.
 *
 * @param temper what never changes
 * @param season factor on leaving of one's own will
 * @param moving factor on moving away
 * @param tenure months since joining
 * @param bond what holds the customer
 * @param service what went wrong
 * @param money what it costs and who pays
 * @param habit how active the customer is
 */
public record Circumstances(
        Temper temper, double season, double moving, int tenure, Bond bond, Service service, Money money, Habit habit) {

    /**
     * Lasting inclinations.
     *
     * @param priceSensitivity 0 to 1
     * @param patience 0 to 1
     * @param attachment 0 to 1
     * @param demanding whether much depends on the service
     * @param age years
     */
    public record Temper(double priceSensitivity, double patience, double attachment, boolean demanding, int age) {}

    /**
     * Ties and pulls.
     *
     * @param locked whether leaving now would break a contract
     * @param ending whether the contract ends this month
     * @param rivalNear whether a rival campaigns in the region
     * @param relatives why members of the household left in the last two months, one each; empty when none did
     * @param monthsSinceAttention months since anybody of the company was in touch
     * @param soleProduct whether the customer has but one product
     */
    public record Bond(
            boolean locked,
            boolean ending,
            boolean rivalNear,
            List<Cause> relatives,
            int monthsSinceAttention,
            boolean soleProduct) {
        /** Copies the list. */
        public Bond {
            relatives = List.copyOf(relatives);
        }
    }

    /**
     * What went wrong.
     *
     * @param failures failures of the service in the last three months
     * @param badContacts unsatisfying contacts in the last two months
     * @param complaintOpen whether a complaint has been waiting for more than two weeks
     * @param complaints complaints in the last six months
     * @param failedLogins failed log-ins in the last three months
     * @param toil whether everything has to be done by hand: paying, ordering, travelling
     */
    public record Service(
            int failures, int badContacts, boolean complaintOpen, int complaints, int failedLogins, boolean toil) {}

    /**
     * What it costs and who pays.
     *
     * @param rises price rises in the last three months
     * @param discountEnded whether a discount ended in the last two months
     * @param overPeers own price relative to that of new customers
     * @param strained whether the household's means have shrunk
     * @param failedPayments payments that failed in the last four months
     */
    public record Money(int rises, boolean discountEnded, double overPeers, boolean strained, int failedPayments) {}

    /**
     * How active the customer is.
     *
     * @param engagement liking of the product now, around 0 with a standard deviation of about 1
     * @param gapRatio time since the last purchase relative to the customer's own mean time between purchases; 0 where use is metered
     * @param monthsSinceNeedChange months since the customer's needs changed; negative when they have not
     * @param streak months of unbroken activity
     */
    public record Habit(double engagement, double gapRatio, int monthsSinceNeedChange, int streak) {}
}
