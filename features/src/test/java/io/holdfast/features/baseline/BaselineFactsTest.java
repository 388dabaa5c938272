package io.holdfast.features.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.snapshot.TrainingSnapshot;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What baselines know of a unit on a date, and who left when. */
class BaselineFactsTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    @TempDir
    private Path folder;

    private TrainingSnapshot shop(String... purchases) {
        List<String> lines = new ArrayList<>(List.of("customer,at,arrived,amount"));
        for (String purchase : purchases) {
            lines.add(purchase.replace(' ', ','));
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "until: 2024-06-01",
                        "sources: {events: {path: events.csv, kind: purchase, columns: {customer: customer, occurredAt: at, arrivedAt: arrived, amount: amount}}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds: {purchase: {measures: [amount]}}",
                        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 60}",
                        "snapshots: {from: 2024-03-01, to: 2024-03-01}")
                .with("events.csv", lines)
                .trainingSnapshot();
    }

    @Test
    void countsDaysWithAPurchaseBeforeTheDate() {
        UnitFacts facts = shop(
                        "a 2024-01-01 2024-01-01 10.00",
                        "a 2024-01-01 2024-01-01 5.00",
                        "a 2024-01-11 2024-01-11 1.00",
                        "a 2024-02-20 2024-02-20 2.50",
                        "a 2024-02-28 2024-03-05 99.00",
                        "a 2024-03-01 2024-03-01 99.00",
                        "b 2024-02-29 2024-02-29 1.00")
                .facts(MARCH);

        assertThat(facts.of("a"))
                .isEqualTo(new UnitFacts.Row(OptionalInt.of(10), 2, 50, 60, OptionalInt.empty(), 1850));
        assertThat(facts.of("b")).isEqualTo(new UnitFacts.Row(OptionalInt.of(1), 0, 0, 1, OptionalInt.empty(), 100));
        assertThat(facts.purchases().size()).isEqualTo(2);
        assertThatThrownBy(() -> facts.of("c")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Silence for as long as the population at risk allows, once in between and once at the end; that of the last customer is not over yet. */
    @Test
    void whoIsSilentForSoLongHasLeft() {
        List<Departure> departures = shop(
                        "a 2024-01-01 2024-01-01 1.00",
                        "a 2024-03-05 2024-03-05 1.00",
                        "b 2024-02-20 2024-02-20 1.00",
                        "b 2024-03-20 2024-03-20 1.00",
                        "b 2024-04-15 2024-04-15 1.00",
                        "c 2024-02-25 2024-02-25 1.00")
                .departures();

        assertThat(departures)
                .containsExactly(
                        new Departure("a", LocalDate.of(2024, 3, 1)),
                        new Departure("a", LocalDate.of(2024, 5, 4)),
                        new Departure("c", LocalDate.of(2024, 4, 25)));
    }

    @Test
    void bgNbdSeesWhoIsLikelyStillThere() {
        List<String> purchases = new ArrayList<>();
        for (int customer = 0; customer < 60; customer++) {
            for (int day = 1; day <= 50; day += 3 + customer % 9) {
                purchases.add("c" + customer + " " + LocalDate.of(2024, 1, 1).plusDays(day) + " "
                        + LocalDate.of(2024, 1, 1).plusDays(day) + " 1.00");
            }
            // Half go on until the end, so that some leave and some stay.
            if (customer % 2 == 0) {
                purchases.add("c" + customer + " 2024-02-28 2024-02-28 1.00");
                purchases.add("c" + customer + " 2024-03-15 2024-03-15 1.00");
            }
        }
        UnitFacts facts = shop(purchases.toArray(String[]::new)).facts(MARCH);

        PurchaseBaseline baseline = PurchaseBaseline.of(facts, 30).orElseThrow();

        assertThat(baseline.noPurchase("c1")).isBetween(0.0, 1.0).isGreaterThan(baseline.noPurchase("c0"));
    }

    @Test
    void aContractHasAnEndARevenueAndVoluntaryLeavesOnly() {
        TrainingSnapshot snapshot = lines("");

        assertThat(snapshot.facts(MARCH).of("1"))
                .isEqualTo(new UnitFacts.Row(OptionalInt.of(11), -1, 0, 0, OptionalInt.of(31), 3000));
        assertThat(snapshot.facts(MARCH).of("2").contract()).isEmpty();
        assertThat(snapshot.departures()).containsExactly(new Departure("1", LocalDate.of(2024, 3, 15)));
    }

    @Test
    void theContractsEndCanBeNamed() {
        assertThat(lines(", contractEnd: other_end").facts(MARCH).of("1").contract())
                .hasValue(61);
        assertThatThrownBy(() -> lines(", contractEnd: plan"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'contractEnd' of 'churn' is 'plan'; expected an attribute of kind date");
    }

    private TrainingSnapshot lines(String more) {
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: lines",
                        "unit: line",
                        "until: 2024-06-01",
                        "sources:",
                        "  events: {path: events.csv, columns: {unit: line, customer: customer, kind: kind, occurredAt: at, amount: amount, category: category}}",
                        "  attributes: {path: attributes.csv, columns: {unit: line, customer: customer, attribute: name, value: value, validFrom: since}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds:",
                        "  join: {}",
                        "  usage: {}",
                        "  bill: {measures: [amount]}",
                        "  leave: {types: {cancelled: voluntary, died: natural}}",
                        "attributes: {plan: {kind: category}, contract_end: {kind: date}, other_end: {kind: date}}",
                        "churn: {kind: contractual, horizonDays: 30" + more + "}",
                        "snapshots: {from: 2024-03-01, to: 2024-03-01}")
                .with(
                        "events.csv",
                        "line,customer,kind,at,amount,category",
                        "1,c1,join,2024-01-01,,",
                        "1,c1,bill,2024-02-01,30.00,",
                        "1,c1,usage,2024-02-19,,",
                        "1,c1,leave,2024-03-15,,cancelled",
                        "2,c2,join,2024-01-01,,",
                        "2,c2,leave,2024-03-15,,died",
                        "3,c3,join,2024-01-01,,")
                .with(
                        "attributes.csv",
                        "line,customer,name,value,since",
                        "1,c1,contract_end,2024-02-01,2024-01-01",
                        "1,c1,contract_end,2024-04-01,2024-01-15",
                        "1,c1,other_end,2024-05-01,2024-01-15",
                        "1,c1,contract_end,2025-04-01,2024-03-02")
                .trainingSnapshot();
    }
}
