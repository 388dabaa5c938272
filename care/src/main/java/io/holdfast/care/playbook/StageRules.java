package io.holdfast.care.playbook;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How customers are cut into stages, by tenure and trend; a lost customer is in recovery.
 *
 * @param tenure column with the length of the relationship; empty: unknown
 * @param trend column with the relative change of activity or spending; empty: unknown
 * @param acquisitionBelow a shorter tenure is acquisition
 * @param developmentFrom a trend from this on is development
 * @param recoveryBelow a trend below this is recovery
 */
public record StageRules(
        String tenure, String trend, double acquisitionBelow, double developmentFrom, double recoveryBelow) {
    /** No stages. */
    public static final StageRules NONE = new StageRules("", "", 0, 0, 0);

    /** Whether there are none. */
    public boolean isEmpty() {
        return tenure.isEmpty() && trend.isEmpty();
    }

    /** The stage by a customer's cells; unknown where neither column has a number. */
    public Optional<LifecycleStage> stage(boolean lost, UnaryOperator<String> cells) {
        if (isEmpty()) {
            return Optional.empty();
        }
        if (lost) {
            return Optional.of(LifecycleStage.RECOVERY);
        }
        double months = tenure.isEmpty() ? Double.NaN : Condition.number(cells.apply(tenure));
        double change = trend.isEmpty() ? Double.NaN : Condition.number(cells.apply(trend));
        if (Double.isNaN(months) && Double.isNaN(change)) {
            return Optional.empty();
        }
        if (change < recoveryBelow) {
            return Optional.of(LifecycleStage.RECOVERY);
        }
        if (months < acquisitionBelow) {
            return Optional.of(LifecycleStage.ACQUISITION);
        }
        return Optional.of(change >= developmentFrom ? LifecycleStage.DEVELOPMENT : LifecycleStage.MAINTENANCE);
    }
}
