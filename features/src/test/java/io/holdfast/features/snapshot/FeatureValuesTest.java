package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.fixture.HistoryFolder;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of small histories, reckoned by hand. */
class FeatureValuesTest {
    private static final String[] SHOP = {
        "format: 1",
        "name: shop",
        "until: 2024-05-01",
        "sources:",
        "  events:",
        "    path: events.csv",
        "    columns: {customer: customer, kind: kind, occurredAt: at, arrivedAt: arrived, amount: amount, score: score, product: product}",
        "measures: {amount: {scale: 2, unit: EUR}, score: {scale: 0}}",
        "kinds:",
        "  purchase: {measures: [amount]}",
        "  return: {measures: [amount]}",
        "  complaint: {promisedDays: 3}",
        "  complaint-answered: {}",
        "  complaint-resolved: {}",
        "  satisfaction: {measures: [score]}",
        "  use: {kind: usage}",
        "  care: {}",
        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 365}",
        "cleaning: {net: {return: purchase}}",
        "features: {own: {early: {sql: \"count_if(kind = 'purchase' AND age > 60)\"}}}"
    };

    @TempDir
    private Path folder;

    private Map<String, String> row(String... events) {
        String[] lines = new String[events.length + 1];
        lines[0] = "customer,kind,at,arrived,amount,score,product";
        System.arraycopy(events, 0, lines, 1, events.length);
        return new HistoryFolder(folder)
                .with("history.yaml", SHOP)
                .with("events.csv", lines)
                .row("2024-04-01", "a");
    }

    @Test
    void countsAndSumsByWindow() {
        Map<String, String> row = row(
                "a,purchase,2024-03-31T23:59,,10.10,,x",
                "a,purchase,2024-03-02,,0.20,,x",
                "a,purchase,2024-03-01,,5.05,,y",
                "a,purchase,2023-12-31,,1.00,,z",
                "b,purchase,2024-04-05,,1.00,,z");

        assertThat(row)
                .containsEntry("purchase_count_30d", "2")
                .containsEntry("purchase_count_90d", "3")
                .containsEntry("purchase_count_365d", "4")
                .containsEntry("purchase_amount_30d", "10.3")
                .containsEntry("purchase_amount_90d", "15.35")
                .containsEntry("purchase_amount_mean_365d", "4.0875")
                .containsEntry("purchase_amount_min_365d", "0.2")
                .containsEntry("purchase_amount_max_365d", "10.1")
                .containsEntry("purchase_product_distinct_365d", "3")
                .containsEntry("purchase_days_since", "1")
                .containsEntry("tenure_days", "92")
                .containsEntry("early", "1");
    }

    /** The latest value is y, for 9 days; the last other one was 10 days ago. Who never changed, or longer ago than the longest window, has none. */
    @Test
    void tellsSinceWhenWhatIsUsedIsAnother() {
        assertThat(row(
                        "a,use,2024-03-31,,,,y",
                        "a,use,2024-03-23,,,,y",
                        "a,use,2024-03-22,,,,x",
                        "a,use,2024-03-05,,,,z",
                        "a,use,2024-03-01,,,,",
                        "a,purchase,2024-03-30,,1.00,,x"))
                .containsEntry("use_product_changed_365d", "10");
        assertThat(row("a,purchase,2024-03-30,,1.00,,x", "a,use,2024-03-31,,,,y", "a,use,2023-01-01,,,,x"))
                .containsEntry("use_product_changed_365d", "");
        assertThat(row("a,purchase,2024-03-30,,1.00,,x")).containsEntry("use_product_changed_365d", "");
    }

    @Test
    void takesAmountsOfManyDigitsAsTheyAre() {
        assertThat(row("a,purchase,2024-03-31,,123456789012.34,,x", "a,purchase,2024-03-30,,20000000.00,,x"))
                .containsEntry("purchase_amount_30d", "1.2347678901234E11");
    }

    @Test
    void tellsHowMuchIsOfOneValueAndWhatWasPaidOfTheListPrice() {
        String[] listed = SHOP.clone();
        listed[6] = listed[6].replace("amount: amount", "amount: amount, list_price: list");
        listed[7] =
                "measures: {amount: {scale: 2, unit: EUR}, list_price: {scale: 1, listOf: amount}, score: {scale: 0}}";
        listed[9] = "  purchase: {measures: [amount, list_price]}";
        HistoryFolder history = new HistoryFolder(folder)
                .with("history.yaml", listed)
                .with(
                        "events.csv",
                        "customer,kind,at,arrived,amount,score,product,list",
                        "a,purchase,2024-03-31,,10.00,,x,10.0",
                        "a,purchase,2024-03-30,,5.00,,x,10.0",
                        "a,purchase,2024-03-29,,7.00,,y,",
                        "a,purchase,2024-03-28,,7.00,,,",
                        "a,purchase,2024-04-01,,0.01,,z,99.0",
                        "b,purchase,2024-03-31,,7.00,,x,");

        assertThat(history.row("2024-04-01", "a")).containsEntry("purchase_amount_to_list_price_365d", "0.75");
        assertThat(number(history.row("2024-04-01", "a"), "purchase_product_top_share_365d"))
                .isEqualTo(2.0 / 3);
        assertThat(history.row("2024-04-01", "b")).containsEntry("purchase_amount_to_list_price_365d", "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void tellsTheRhythm() {
        // Days with purchases: 10, 20, 22, 42 days before; gaps 20, 2, 10.
        Map<String, String> row = row(
                "a,purchase,2024-02-19,,1,,x",
                "a,purchase,2024-03-10,,1,,x",
                "a,purchase,2024-03-12T08:00,,1,,x",
                "a,purchase,2024-03-12T09:00,,1,,x",
                "a,purchase,2024-03-22,,1,,x");

        assertThat(row).containsEntry("purchase_days_since", "10");
        assertThat(Double.parseDouble(row.get("purchase_gap_mean"))).isEqualTo(32.0 / 3);
        assertThat(Double.parseDouble(row.get("purchase_gap_ratio"))).isEqualTo(30.0 / 32);
        // Sample standard deviation of 20, 2, 10 is sqrt(244 / 3).
        assertThat(Double.parseDouble(row.get("purchase_gap_variation")))
                .isCloseTo(StrictMath.sqrt(244.0 / 3) / (32.0 / 3), Offset.offset(1e-12));
    }

    @Test
    void tellsWhetherItBecomesMoreOrLess() {
        // Months before, newest first: 3, 0, 0, 0, 0, 1.
        Map<String, String> row = row(
                "a,purchase,2024-03-31,,1,,x",
                "a,purchase,2024-03-30,,1,,x",
                "a,purchase,2024-03-03,,1,,x",
                "a,purchase,2023-10-20,,1,,x",
                "a,purchase,2023-09-01,,1,,x");

        assertThat(row).containsEntry("purchase_change_30d", "1").containsEntry("purchase_change_90d", "0.5");
        // Least squares over the months 0 to 5 with counts 1, 0, 0, 0, 0, 3: (6 * 15 - 15 * 4) / 105.
        assertThat(Double.parseDouble(row.get("purchase_slope_180d"))).isEqualTo(30.0 / 105);
    }

    @Test
    void hasNoTrendForWhoWasNotThereYet() {
        Map<String, String> row = row("a,purchase,2024-03-31,,1,,x", "a,purchase,2024-02-20,,1,,x");

        assertThat(row)
                .containsEntry("purchase_change_30d", "")
                .containsEntry("purchase_slope_180d", "")
                .containsEntry("purchase_change_year_90d", "");
    }

    @Test
    void comparesWithTheSameTimeAYearBefore() {
        Map<String, String> row = row(
                "a,purchase,2024-03-31,,1,,x",
                "a,purchase,2023-03-31,,1,,x",
                "a,purchase,2023-03-01,,1,,x",
                "a,purchase,2023-02-01,,1,,x",
                "a,purchase,2022-06-01,,1,,x");

        assertThat(row).containsEntry("purchase_change_year_90d", "-0.5");
    }

    @Test
    void takesBackWhatWasReturned() {
        Map<String, String> row = row("a,purchase,2024-03-30,,10.00,,x", "a,return,2024-03-31,,-4.00,,x");

        assertThat(row)
                .containsEntry("purchase_count_30d", "1")
                .containsEntry("purchase_amount_30d", "6")
                .containsEntry("return_count_30d", "1")
                .containsEntry("return_share_365d", "0.5");
    }

    @Test
    void followsComplaintsToTheirEnd() {
        Map<String, String> row = row(
                "a,purchase,2024-03-01,,1,,x",
                "a,complaint,2024-03-01,,,,x",
                "a,complaint-answered,2024-03-02,,,,x",
                "a,complaint-resolved,2024-03-06,,,,x",
                "a,complaint,2024-03-10,,,,x",
                "a,complaint-resolved,2024-03-11,,,,x",
                "a,complaint,2024-03-31,,,,x",
                "a,complaint-resolved,2024-04-02,,,,x");

        assertThat(row)
                .containsEntry("complaint_settled_days_365d", "3")
                .containsEntry("complaint_answered_days_365d", "1")
                .containsEntry("complaint_open", "1")
                .containsEntry("complaint_late_365d", "1");
    }

    @Test
    void hearsTheLastAnswerAndHowItDiffers() {
        Map<String, String> row = row(
                "a,purchase,2024-03-01,,1,,x",
                "a,satisfaction,2024-01-01,,,5,x",
                "a,satisfaction,2024-02-01,,,4,x",
                "a,satisfaction,2024-03-01,,,3,x");

        assertThat(row)
                .containsEntry("satisfaction_score_last", "3")
                .containsEntry("satisfaction_score_trend_365d", "-1");
    }

    @Test
    void doesNotSeeWhatArrivedLaterNorCare() {
        Map<String, String> row = row(
                "a,purchase,2024-03-01,2024-03-01,1,,x",
                "a,purchase,2024-03-20,2024-04-01,1,,x",
                "a,care,2024-03-25,2024-03-25,,,x");

        assertThat(row).containsEntry("purchase_count_365d", "1").doesNotContainKey("care_count_30d");
    }

    @Test
    void readsInstantsInTheHistorysZone() {
        String[] shanghai = SHOP.clone();
        shanghai[1] = "name: shop\ntimeZone: Asia/Shanghai";
        HistoryFolder history = new HistoryFolder(folder)
                .with("history.yaml", shanghai)
                .with(
                        "events.csv",
                        "customer,kind,at,arrived,amount,score,product",
                        "a,purchase,2024-03-31T15:59:59Z,,1,,x",
                        "a,purchase,2024-03-31T16:00:00Z,,2,,x",
                        "a,purchase,2024-03-01 08:00,,4,,x");

        assertThat(history.row("2024-04-01", "a"))
                .containsEntry("purchase_amount_365d", "5")
                .containsEntry("purchase_days_since", "1");
    }
}
