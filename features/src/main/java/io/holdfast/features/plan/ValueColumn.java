package io.holdfast.features.plan;

import io.holdfast.features.history.Measure;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.List;

/** The columns that value models make. */
public enum ValueColumn {
    /** P(alive). */
    ALIVE(Of.SILENCE, false, false),
    /** Its 95 % interval. */
    ALIVE_LOW(Of.SILENCE, false, true),
    /** Its 95 % interval. */
    ALIVE_HIGH(Of.SILENCE, false, true),
    /** Expected days with a purchase within the horizon. */
    PURCHASES(Of.SILENCE, false, false),
    /** Its 95 % interval. */
    PURCHASES_LOW(Of.SILENCE, false, true),
    /** Its 95 % interval. */
    PURCHASES_HIGH(Of.SILENCE, false, true),
    /** Probability of no purchase within the horizon. */
    NO_PURCHASE(Of.SILENCE, false, false),
    /** Expected amount of the next purchase. */
    SPEND(Of.SILENCE, true, false),
    /** Expected further days of a contract. */
    REMAINING(Of.CONTRACT, false, false),
    /** Its 95 % interval. */
    REMAINING_LOW(Of.CONTRACT, false, true),
    /** Its 95 % interval. */
    REMAINING_HIGH(Of.CONTRACT, false, true),
    /** Expected discounted margin: it contains the risk. */
    LIFETIME(Of.BOTH, true, false),
    /** Its 95 % interval; for contracts the margin of a period counts as known. */
    LIFETIME_LOW(Of.BOTH, true, true),
    /** Its 95 % interval. */
    LIFETIME_HIGH(Of.BOTH, true, true),
    /** Margin of the next year if the customer stays: the value that care weighs, without any risk in it. */
    MARGIN_IF_KEPT(Of.BOTH, true, false);

    /** The table that the columns are in. */
    public static final String TABLE = "value_scores";

    /** What a column is made of. */
    private enum Of {
        SILENCE,
        CONTRACT,
        BOTH
    }

    private final Of of;
    private final boolean money;
    private final boolean interval;

    ValueColumn(Of of, boolean money, boolean interval) {
        this.of = of;
        this.money = money;
        this.interval = interval;
    }

    boolean isMade(ValuePlan plan) {
        return (this == MARGIN_IF_KEPT || plan.models())
                && (of == Of.BOTH || (of == Of.CONTRACT) == plan.contract())
                && (!money || plan.amount().isPresent())
                && (!interval || plan.intervals());
    }

    /** Its name in the table of features. */
    public String column(ValuePlan plan) {
        int horizon = plan.settings().horizonDays();
        int months = plan.settings().months();
        return switch (this) {
            case ALIVE -> "value_alive";
            case ALIVE_LOW -> "value_alive_low";
            case ALIVE_HIGH -> "value_alive_high";
            case PURCHASES -> "value_purchases_" + horizon + "d";
            case PURCHASES_LOW -> "value_purchases_" + horizon + "d_low";
            case PURCHASES_HIGH -> "value_purchases_" + horizon + "d_high";
            case NO_PURCHASE -> "value_no_purchase_" + horizon + "d";
            case SPEND -> "value_spend";
            case REMAINING -> "value_remaining_" + months + "m";
            case REMAINING_LOW -> "value_remaining_" + months + "m_low";
            case REMAINING_HIGH -> "value_remaining_" + months + "m_high";
            case LIFETIME -> "value_lifetime_" + months + "m";
            case LIFETIME_LOW -> "value_lifetime_" + months + "m_low";
            case LIFETIME_HIGH -> "value_lifetime_" + months + "m_high";
            case MARGIN_IF_KEPT -> "margin_if_kept";
        };
    }

    Feature feature(ValuePlan plan) {
        boolean value = this == MARGIN_IF_KEPT;
        return new Feature(
                column(plan),
                names(plan),
                money
                        ? plan.amount().map(Measure::unit).orElse(Unit.none())
                        : isDays() ? FeatureText.DAYS : Unit.none(),
                value || interval || this == SPEND || this == REMAINING ? "profile" : "disengagement",
                ColumnKind.NUMBER,
                value || interval ? ColumnRole.IGNORE : ColumnRole.FEATURE,
                false,
                !value,
                DailyChange.NONE,
                value,
                TABLE + "." + column(plan),
                List.of());
    }

    private boolean isDays() {
        return switch (this) {
            case PURCHASES, PURCHASES_LOW, PURCHASES_HIGH, REMAINING, REMAINING_LOW, REMAINING_HIGH -> true;
            default -> false;
        };
    }

    private LocalizedText names(ValuePlan plan) {
        int horizon = plan.settings().horizonDays();
        int months = plan.settings().months();
        return switch (this) {
            case ALIVE -> LocalizedText.of("Probability of still being a customer", "仍是客户的概率");
            case ALIVE_LOW -> LocalizedText.of("Probability of still being a customer, from", "仍是客户的概率（下限）");
            case ALIVE_HIGH -> LocalizedText.of("Probability of still being a customer, to", "仍是客户的概率（上限）");
            case PURCHASES ->
                LocalizedText.of("Expected days with a purchase in " + horizon + " days", "未来" + horizon + "天预计购买天数");
            case PURCHASES_LOW ->
                LocalizedText.of(
                        "Expected days with a purchase in " + horizon + " days, from", "未来" + horizon + "天预计购买天数（下限）");
            case PURCHASES_HIGH ->
                LocalizedText.of(
                        "Expected days with a purchase in " + horizon + " days, to", "未来" + horizon + "天预计购买天数（上限）");
            case NO_PURCHASE ->
                LocalizedText.of(
                        "Probability of no purchase in " + horizon + " days by buying habits alone",
                        "仅按购买习惯，未来" + horizon + "天不购买的概率");
            case SPEND -> LocalizedText.of("Expected amount of the next purchase", "下次购买预计金额");
            case REMAINING ->
                LocalizedText.of(
                        "Expected further days of the contract within " + months + " months", months + "个月内合约预计剩余天数");
            case REMAINING_LOW ->
                LocalizedText.of(
                        "Expected further days of the contract within " + months + " months, from",
                        months + "个月内合约预计剩余天数（下限）");
            case REMAINING_HIGH ->
                LocalizedText.of(
                        "Expected further days of the contract within " + months + " months, to",
                        months + "个月内合约预计剩余天数（上限）");
            case LIFETIME -> LocalizedText.of("Expected margin of " + months + " months", "未来" + months + "个月预计毛利");
            case LIFETIME_LOW ->
                LocalizedText.of("Expected margin of " + months + " months, from", "未来" + months + "个月预计毛利（下限）");
            case LIFETIME_HIGH ->
                LocalizedText.of("Expected margin of " + months + " months, to", "未来" + months + "个月预计毛利（上限）");
            case MARGIN_IF_KEPT -> LocalizedText.of("Margin of a year if kept", "留存一年的毛利");
        };
    }
}
