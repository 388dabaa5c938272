package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is answered by one sentence with counts and examples, and nothing is written. */
class BadHistoryTest {
    @TempDir
    private Path folder;

    private HistoryFolder history(String source, String cleaning, String... events) {
        List<String> lines = new ArrayList<>(List.of("customer,kind,at,arrived,amount"));
        lines.addAll(List.of(events));
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: bad",
                        "sources: {events: {path: events.csv" + source
                                + ", columns: {customer: customer, kind: kind, occurredAt: at, arrivedAt: arrived, amount: amount}}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds: {purchase: {measures: [amount]}, return: {measures: [amount]}}",
                        "churn: {kind: non-contractual, horizonDays: 30}",
                        "cleaning: {" + cleaning + "}")
                .with("events.csv", lines);
    }

    private void refuses(HistoryFolder history, String sentence) {
        assertThatThrownBy(() -> history.features("2024-02-01"))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("events.csv") + sentence);
        assertThat(folder.resolve("features.csv")).doesNotExist();
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void namesTimesThatCannotBeRead() {
        refuses(
                history(
                        "",
                        "",
                        "a,purchase,2024-01-05,,1",
                        "a,purchase,05.01.2024,,1",
                        "a,purchase,2024-02-30,,1",
                        "a,purchase,,,1"),
                ": 2 of 4 lines have a time that cannot be read (line 3: '05.01.2024', line 4: '2024-02-30'); expected a time"
                        + " such as 2026-01-31, 2026-01-31 08:00:00 or 2026-01-31T08:00:00Z, or 'timeFormat' beside 'path'; or"
                        + " 'badTime: drop' under 'cleaning'");
    }

    @Test
    void namesLinesWithoutTime() {
        refuses(
                history("", "", "a,purchase,2024-01-05,,1", "a,purchase,,,1"),
                ": 1 of 2 lines have no time (line 3); expected one in each, or 'withoutTime: drop' under 'cleaning' where none means"
                        + " that it did not happen");
    }

    @Test
    void leavesOutWhatHasNotHappened() {
        HistoryFolder history = history("", "withoutTime: drop", "a,purchase,2024-01-05,,1", "a,purchase,,,1");

        assertThat(history.said("2024-01-06"))
                .contains(folder.resolve("events.csv") + ": 1 of 2 lines have no time (line 3): left out");
        assertThat(history.row("2024-01-06", "a")).containsEntry("purchase_count_30d", "1");
    }

    @Test
    void neverLeavesOutAWholeFile() {
        refuses(
                history("", "badTime: drop", "a,purchase,05.01.2024,,1", "b,purchase,06.01.2024,,1"),
                ": 2 of 2 lines have a time that cannot be read (line 2: '05.01.2024', line 3: '06.01.2024'); expected at least one that can be"
                        + " kept");
    }

    @Test
    void neverLeavesOutAWholeFileByCausesTogether() {
        refuses(
                history(
                        "",
                        "badTime: drop, withoutCustomer: drop",
                        "a,purchase,05.01.2024,,1",
                        ",purchase,2024-01-06,,1",
                        ",purchase,2024-01-07,,1"),
                ": 1 of 3 lines have a time that cannot be read (line 2: '05.01.2024'), and 2 of 3 lines have no customer (line 3, line 4);"
                        + " expected at least one that can be kept");
    }

    /** What has no time may not have happened yet. */
    @Test
    void aYoungFileMayHaveNothingThatHappened() {
        HistoryFolder young = new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: young",
                        "sources:",
                        "  events:",
                        "    - {path: orders.csv, kind: purchase, columns: {customer: customer, occurredAt: at}}",
                        "    - {path: tickets.csv, kind: answer, columns: {customer: customer, occurredAt: answered}}",
                        "kinds: {purchase: {}, answer: {}}",
                        "churn: {kind: non-contractual, horizonDays: 30}",
                        "cleaning: {withoutTime: drop}")
                .with("orders.csv", "customer,at", "a,2024-01-05")
                .with("tickets.csv", "customer,answered", "a,", "b,");
        assertThat(young.said("2024-01-06")).anyMatch(line -> line.contains("2 of 2 lines have no time"));
    }

    @Test
    void aYoungFileWithSomethingThatHappenedIsNotLeftOutAsAWhole() {
        refuses(
                history("", "withoutTime: drop, withoutCustomer: drop", "a,purchase,,,1", ",purchase,2024-01-07,,1"),
                ": 1 of 2 lines have no time (line 2), and 1 of 2 lines have no customer (line 3); expected at least one that can be kept");
        refuses(
                history("", "badTime: drop", "a,purchase,,,1", "b,purchase,,,1"),
                ": 2 of 2 lines have no time (line 2, line 3); expected at least one that can be kept");
    }

    @Test
    void saysSoWhereMostOfAFileIsLeftOut() {
        HistoryFolder history = history(
                "",
                "badTime: drop",
                "a,purchase,05.01.2024,,1",
                "b,purchase,06.01.2024,,1",
                "a,purchase,2024-01-05,,1");

        assertThat(history.said("2024-01-06")).anyMatch(line -> line.endsWith(": left out, which is most of it"));
    }

    @Test
    void refusesAFormatWithoutLettersOfStrptime() {
        assertThatThrownBy(() -> history(", timeFormat: [yyyy/MM/dd]", "", "a,purchase,2024/01/05,,1")
                        .features("2024-02-01"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "line 3: 'timeFormat' is 'yyyy/MM/dd'; expected the letters of strptime, such as %d/%m/%Y %H:%M");
    }

    private HistoryFolder inCurrencies(String currency, String source, String unit, String... events) {
        List<String> lines = new ArrayList<>(List.of("customer,at,amount,Currency"));
        lines.addAll(List.of(events));
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: money",
                        currency.isEmpty() ? "# of no currency" : "currency: " + currency,
                        "until: 2024-02-01",
                        "sources:",
                        "  events:",
                        "    - {path: events.csv, kind: purchase" + source
                                + ", columns: {customer: customer, occurredAt: at, amount: amount}}",
                        "    - {path: more.csv, kind: bill, columns: {customer: customer, occurredAt: at, amount: amount}}",
                        "measures: {amount: {scale: 2, unit: " + unit + "}}",
                        "kinds: {purchase: {measures: [amount]}, bill: {measures: [amount]}}",
                        "churn: {kind: non-contractual, horizonDays: 30}")
                .with("events.csv", lines)
                .with("more.csv", "customer,at,amount,ccy", "a,2024-01-05,1,EUR", "a,2024-01-05,,USD");
    }

    private void refusesMoney(HistoryFolder history, String sentence) {
        assertThatThrownBy(() -> history.features("2024-02-01"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence);
        assertThat(folder.resolve("features.csv")).doesNotExist();
    }

    @Test
    void refusesToSumAmountsOfSeveralCurrencies() {
        refusesMoney(
                inCurrencies("EUR", "", "EUR", "a,2024-01-05,1,EUR", "a,2024-01-06,1,usd", "b,2024-01-07,1, eur"),
                folder.resolve("events.csv")
                        + ": column 'Currency' has 'EUR' on 2 lines, the first on line 2; 'USD' on line 3 (amounts"
                        + " of several currencies cannot be summed;");
        refusesMoney(
                inCurrencies("EUR", "", "EUR", "a,2024-01-05,1,USD"),
                folder.resolve("events.csv")
                        + " has amounts in USD, where those of the description are in EUR (amounts");
        refusesMoney(
                inCurrencies("", "", "money", "a,2024-01-05,1,USD"),
                folder.resolve("more.csv") + " has amounts in EUR, where those of " + folder.resolve("events.csv")
                        + " are in USD (amounts");
        refusesMoney(
                inCurrencies("EUR", ", currency: USD", "EUR", "a,2024-01-05,1,EUR"),
                folder.resolve("events.csv")
                        + " has amounts in USD, where those of the description are in EUR (amounts");
    }

    @Test
    void takesAmountsOfWhichTheDescriptionSaysTheCurrency() {
        assertThat(inCurrencies("EUR", ", currency: EUR", "EUR", "a,2024-01-05,1,EUR", "a,2024-01-06,1,USD")
                        .row("2024-01-31", "a"))
                .containsEntry("purchase_amount_30d", "2");
        assertThat(inCurrencies("EUR", "", "EUR", "a,2024-01-05,1,EUR", "a,2024-01-06,,USD", "a,2024-01-07,1,")
                        .row("2024-01-31", "a"))
                .containsEntry("purchase_amount_30d", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, RMB, 人民币",
        "CNY, ￥, 元",
        "CNY, cny, 人民币元",
        "EUR, €, Euro",
        "EUR, eur, 欧元",
        "USD, $, US$",
        "CAD, $, $",
        "JPY, ¥, ¥"
    })
    void takesACurrencyByWhatPeopleCallIt(String code, String name, String another) {
        HistoryFolder named = inCurrencies(code, "", code, "a,2024-01-05,1," + name, "a,2024-01-06,1," + another)
                .with("more.csv", "customer,at,amount,ccy", "a,2024-01-05,1," + code);

        assertThat(named.row("2024-01-31", "a")).containsEntry("purchase_amount_30d", "2");
    }

    @Test
    void refusesNamesOfSeveralCurrencies() {
        refusesMoney(
                inCurrencies("EUR", "", "EUR", "a,2024-01-05,1,人民币"),
                folder.resolve("events.csv")
                        + " has amounts in 人民币, where those of the description are in EUR (amounts");
        refusesMoney(
                inCurrencies("EUR", "", "EUR", "a,2024-01-05,1,$"),
                folder.resolve("events.csv") + " has amounts in $, where those of the description are in EUR (amounts");
        refusesMoney(
                inCurrencies("CAD", "", "CAD", "a,2024-01-05,1,CAD", "a,2024-01-06,1,CAD", "a,2024-01-07,1,$"),
                ": column 'Currency' has 'CAD' on 2 lines, the first on line 2; '$' on line 4 (amounts");
    }

    @Test
    void letsWhatIsNoMoneyBeOfSeveralCurrencies() {
        assertThat(counted("quantity", "{scale: 0}").row("2024-01-31", "a"))
                .containsEntry("purchase_quantity_30d", "5");
    }

    @Test
    void takesForMoneyWhatMayBeMoney() {
        for (String measure : List.of("{scale: 2}", "{scale: 0, unit: CNY}")) {
            refusesMoney(
                    counted("quantity", measure), "column 'currency' has 'EUR' on line 2; 'USD' on line 3 (amounts");
        }
        refusesMoney(counted("paid", "{scale: 0}"), "column 'currency' has 'EUR' on line 2; 'USD' on line 3 (amounts");
    }

    private HistoryFolder counted(String measure, String means) {
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: counts",
                        "until: 2024-02-01",
                        "sources: {events: {path: events.csv, kind: purchase, columns: {customer: customer, occurredAt: at, "
                                + measure + ": n}}}",
                        "measures: {" + measure + ": " + means + "}",
                        "kinds: {purchase: {measures: [" + measure + "]}}",
                        "churn: {kind: non-contractual, horizonDays: 30}")
                .with("events.csv", "customer,at,n,currency", "a,2024-01-05,2,EUR", "a,2024-01-06,3,USD");
    }

    @Test
    void refusesWhatIsNoCodeOfACurrency() {
        refusesMoney(
                inCurrencies("RMB", "", "RMB", "a,2024-01-05,1,"),
                "line 3: 'currency' is 'RMB'; expected a code of ISO 4217 such as CNY or EUR; did you mean CNY?");
        refusesMoney(
                inCurrencies("eur", "", "x", "a,2024-01-05,1,"),
                "'currency' is 'eur'; expected a code of ISO 4217 such as CNY or EUR; did you mean EUR?");
        refusesMoney(
                inCurrencies("EUR", ", currency: XQX", "x", "a,2024-01-05,1,"),
                "line 7: 'currency' is 'XQX'; expected a code of ISO 4217 such as CNY or EUR");
        refusesMoney(
                inCurrencies("EUR", "", "USD", "a,2024-01-05,1,"),
                "measure 'amount' is in USD, but 'currency' is EUR; expected amounts of one currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "USD; 'currency' of 'costs' is USD, but 'currency' of the history is CNY; expected costs in the currency of the amounts, or none named",
                "RMB; 'currency' of 'costs' is 'RMB'; expected a code of ISO 4217 such as CNY or EUR; did you mean CNY?",
                "thalers; 'currency' of 'costs' is 'thalers'; expected a code of ISO 4217 such as CNY or EUR"
            })
    void refusesCostsInAnotherCurrency(String currency, String sentence) {
        HistoryFolder history = inCurrencies(
                        "CNY\ncosts: {contactCost: 2, currency: " + currency + "}", "", "CNY", "a,2024-01-05,1,CNY")
                .with("more.csv", "customer,at,amount", "a,2024-01-05,1");

        refusesMoney(history, "history.yaml line 4: " + sentence);
    }

    @Test
    void takesCostsInTheCurrencyOfTheAmounts() {
        HistoryFolder history = inCurrencies(
                        "CNY\ncosts: {contactCost: 2, currency: CNY}", "", "CNY", "a,2024-01-05,1,CNY")
                .with("more.csv", "customer,at,amount", "a,2024-01-05,1");

        assertThat(history.row("2024-01-31", "a")).containsEntry("purchase_amount_30d", "1");
    }

    /** Log-ins have the ids of payments, which may be others than those of orders. */
    private HistoryFolder twoSystems(String cleaning, String payer) {
        List<String> orders = new ArrayList<>(List.of("customer,at"));
        List<String> payments = new ArrayList<>(List.of("customer,at"));
        List<String> logins = new ArrayList<>(List.of("customer,at"));
        for (int i = 0; i < 30; i++) {
            orders.add("C" + i + ",2024-01-0" + (1 + i % 9));
            payments.add(payer + i + ",2024-01-0" + (1 + i % 9));
            logins.add(payer + (i + 5) + ",2024-01-0" + (1 + i % 9));
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: two",
                        "sources:",
                        "  events:",
                        "    - {path: events.csv, kind: purchase, columns: {customer: customer, occurredAt: at}}",
                        "    - {path: payments.csv, kind: payment, columns: {customer: customer, occurredAt: at}}",
                        "    - {path: logins.csv, kind: usage, columns: {customer: customer, occurredAt: at}}",
                        "kinds: {purchase: {}, payment: {}, usage: {}}",
                        "churn: {kind: non-contractual, horizonDays: 30}",
                        "cleaning: {" + cleaning + "}")
                .with("events.csv", orders)
                .with("payments.csv", payments)
                .with("logins.csv", logins);
    }

    /** Every customer would be two, one of whom can never leave: a model that tells the two apart looks better than any. */
    @Test
    void refusesIdsOfASystemThatNoOtherSourceKnows() {
        assertThatThrownBy(() -> twoSystems("", "P").features("2024-01-10"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("payments.csv") + " and " + folder.resolve("logins.csv"))
                .hasMessageContaining("none of the 35 ids there ('P0', 'P1', 'P10') is in any other source")
                .hasMessageContaining("a source 'ids' that says whose they are");
        assertThat(twoSystems("foreignIds: keep", "P").said("2024-01-10"))
                .contains(folder.resolve("events.csv") + ": 30 of 30 ids are in no other source: kept");
        assertThat(twoSystems("", "C").said("2024-01-10")).noneMatch(line -> line.contains("in no other source"));
    }

    @Test
    void idsThatDifferBySpellingAloneAreToldWhatMakesThemOne() {
        assertThatThrownBy(() -> twoSystems("", "c").features("2024-01-10"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "none of the 35 ids there ('c0', 'c1', 'c10') is in any other source, so that every customer would be"
                                + " two; 30 of them differ from ids of other sources only by case ('c0' there, 'C0' elsewhere); expected"
                                + " 'idCase: upper' under 'cleaning', or else the ids that the other sources have");
        assertThat(twoSystems("idCase: upper", "c").said("2024-01-10"))
                .noneMatch(line -> line.contains("in no other source"));
        assertThatThrownBy(() -> twoSystems("", " C").features("2024-01-10"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "30 of them differ from ids of other sources only by blanks around them (' C0' there, 'C0' elsewhere);"
                                + " expected ids without blanks around them, or else the ids");
        assertThatThrownBy(() -> twoSystems("", " c").features("2024-01-10"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "30 of them differ from ids of other sources only by case or blanks around them (' c0' there, 'C0' elsewhere);"
                                + " expected 'idCase: upper' under 'cleaning' and ids without blanks around them, or else the ids");
    }

    /** Sources 0 to 69 are a chain, each with ids of the next; those of the last one are of another system. */
    @Test
    void sourcesAreOneSystemThroughOthersHoweverManyThereAre() {
        List<String> yaml = new ArrayList<>(List.of("format: 1", "name: many", "sources:", "  events:"));
        HistoryFolder history = new HistoryFolder(folder);
        for (int source = 0; source <= 70; source++) {
            String kind = source == 70 ? "payment" : source % 2 == 0 ? "purchase" : "usage";
            yaml.add("    - {path: " + source + ".csv, kind: " + kind
                    + ", columns: {customer: customer, occurredAt: at}}");
            List<String> lines = new ArrayList<>(List.of("customer,at"));
            for (int i = 0; i < 20; i++) {
                lines.add((source == 70 ? "P" : "C") + (10 * source + i) + ",2024-01-0" + (1 + i % 9));
            }
            history.with(source + ".csv", lines);
        }
        yaml.addAll(List.of(
                "kinds: {purchase: {}, payment: {}, usage: {}}",
                "churn: {kind: non-contractual, horizonDays: 30}",
                "cleaning: {%s}"));
        history.with("history.yaml", String.join("\n", yaml).formatted(""));

        assertThatThrownBy(() -> history.features("2024-01-10"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        folder.resolve("70.csv") + ": none of the 20 ids there ('P700', 'P701', 'P702')");

        history.with("history.yaml", String.join("\n", yaml).formatted("foreignIds: keep"));
        assertThat(history.said("2024-01-10"))
                .filteredOn(line -> line.contains("in no other source"))
                .containsExactly(folder.resolve("70.csv") + ": 20 of 20 ids are in no other source: kept");
    }

    @Test
    void readsOtherFormatsWhereTheyAreDeclared() {
        HistoryFolder history = history(
                ", timeFormat: [\"%d.%m.%Y\", \"%Y-%m-%d\"]",
                "", "a,purchase,05.01.2024,,1", "a,purchase,2024-01-06,,1");

        assertThat(history.row("2024-01-07", "a")).containsEntry("purchase_count_30d", "2");
    }

    @Test
    void refusesATimeThatTwoDeclaredFormatsReadDifferently() {
        refuses(
                history(
                        ", timeFormat: [\"%d/%m/%Y\", \"%m/%d/%Y\"]",
                        "", "a,purchase,25/01/2024,,1", "a,purchase,05/01/2024,,1"),
                ": 1 of 2 lines have a time that the formats of 'timeFormat' read differently (line 3: '05/01/2024');"
                        + " expected formats of which no two fit the same text");
    }

    @Test
    void namesLinesWithoutCustomer() {
        HistoryFolder history =
                history("", "", "a,purchase,2024-01-05,,1", ",purchase,2024-01-05,,1", ",purchase,2024-01-06,,1");

        refuses(
                history,
                ": 2 of 3 lines have no customer (line 3, line 4); expected an id in each, or 'withoutCustomer: drop' under 'cleaning'");
    }

    @Test
    void saysWhatItLeavesOut() {
        HistoryFolder history = history(
                "",
                "withoutCustomer: drop, exactDuplicates: drop, future: drop, badTime: drop, idCase: upper",
                "a,purchase,2024-01-05,,1",
                "A,purchase,2024-01-05,,1",
                ",purchase,2024-01-05,,1",
                "a,purchase,soon,,1",
                "a,purchase,2034-01-05,2024-01-05,1");

        assertThat(history.said("2024-01-06"))
                .containsExactly(
                        folder.resolve("events.csv")
                                + ": 1 of 5 lines have a time that cannot be read (line 5: 'soon'): left out",
                        folder.resolve("events.csv") + ": 1 of 5 lines have no customer (line 4): left out",
                        folder.resolve("events.csv")
                                + ": 1 of 5 lines are dated after they arrived (line 6: '2034-01-05 00:00:00'): left out",
                        folder.resolve("events.csv")
                                + ": 1 of 2 lines repeat another in every described column: left out",
                        "value models: none fitted as of 2024-01-06: None of the 1 customers bought a second time by"
                                + " the as-of date, so how often customers return cannot be estimated (expected: repeat purchases, best of 100"
                                + " customers or more).",
                        "1 event, 1 row as of 2024-01-06, 31 features");
    }

    @Test
    void tellsOfOneCustomerInTwoSpellings() {
        HistoryFolder history =
                history("", "", "Ab1,purchase,2024-01-05,,1", "aB1,purchase,2024-01-05,,1", "c,purchase,2024-01-05,,1");

        assertThat(history.said("2024-01-06"))
                .contains(
                        "ids: 2 of 3 differ from another only by case or blanks around them ('Ab1', 'aB1'): kept apart; 'idCase: upper' under 'cleaning' makes"
                                + " those of different case one");
    }

    @Test
    void namesDatesInTheFuture() {
        refuses(
                history("", "", "a,purchase,2034-01-05,2024-01-05,1"),
                ": 1 of 1 lines are dated after they arrived (line 2: '2034-01-05 00:00:00'); expected events that had happened, or"
                        + " 'future: drop' under 'cleaning'");
    }

    @Test
    void namesAmountsThatAreNoneOrTooFine() {
        refuses(
                history(
                        "",
                        "",
                        "a,purchase,2024-01-05,,1.234",
                        "a,purchase,2024-01-05,,\"1,5\"",
                        "a,purchase,2024-01-05,,1.50"),
                ": 2 of 3 lines have a value of 'amount' that cannot be read with 'scale: 2' (line 2: '1.234', line 3: '1,5'); expected"
                        + " digits with a point and at most 2 decimal places, or a larger 'scale'");
    }

    @Test
    void tellsOfNegativeAmounts() {
        HistoryFolder history = history("", "", "a,purchase,2024-01-05,,-1.50", "a,return,2024-01-05,,-1.50");

        assertThat(history.said("2024-01-06"))
                .contains(
                        folder.resolve("events.csv")
                                + ": 1 of 2 lines are of a kind that spends, but have a negative measure (line 2: 'purchase'): kept");
    }

    @Test
    void namesKindsThatNobodyDescribed() {
        refuses(
                history("", "", "a,purchase,2024-01-05,,1", "a,gift,2024-01-05,,1"),
                ": 1 of 2 lines are of a kind that 'kinds' does not describe (line 3: 'gift'); expected one of purchase, return");
    }

    @Test
    void namesAColumnThatIsNotThere() {
        HistoryFolder history = history("", "", "a,purchase,2024-01-05,,1").with("events.csv", "customer,kind,when");

        refuses(history, " has no column 'at', which the history's description names; it has customer, kind, when");
    }

    @Test
    void refusesADateOutsideTheHistory() {
        HistoryFolder history = history("", "", "a,purchase,2024-01-05,,1");

        assertThatThrownBy(() -> history.features("2024-01-05")).hasMessageContaining("is outside the history");
        assertThatThrownBy(() -> history.features("2024-01-07"))
                .hasMessage(
                        "the date 2024-01-07 is outside the history, which knows everything from 2024-01-05 to before 2024-01-06:"
                                + " of its 1 event 1 occurred before the date; expected a date after the former and not after the latter");
    }

    @Test
    void saysSoWhereNobodyIsAtRisk() {
        HistoryFolder history =
                history("", "", "a,purchase,2023-01-05,,1", "a,return,2024-01-31,,1", "a,return,2024-02-03,,1");

        assertThatThrownBy(() -> history.features("2024-02-01"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("nobody is at risk on 2024-02-01");
        assertThat(Files.exists(folder.resolve("features.csv"))).isFalse();
    }

    @Test
    void saysThatNothingIsKnownBeforeTheFirstEvent() {
        HistoryFolder history = history("", "", "a,purchase,2024-01-05,,1", "b,purchase,2024-01-09,,1");

        assertThatThrownBy(() -> history.features("2023-01-05"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("of its 2 events 0 occurred before the date");
        assertThat(folder.resolve("features.csv")).doesNotExist();
    }

    @Test
    void tellsOfTimesWithAndWithoutAZone() {
        HistoryFolder history = history(
                "",
                "",
                "a,purchase,2024-01-05 23:30:00,,1",
                "a,purchase,2024-01-05T23:30:00Z,2024-01-06T00:30:00+01:00,1.5",
                "b,purchase,2024-01-05T23:30:00+0800,2024-01-05T23:30:00Z,1",
                "b,purchase,2024-01-05T08:00:00Z,,1");

        assertThat(history.said("2024-01-06"))
                .contains(
                        folder.resolve("events.csv")
                                + ": 1 of 4 lines have a time of occurrence that says no zone, where 3 say theirs (+0000 2 times, first in line 3;"
                                + " +0800 1 times, first in line 4), and are read as UTC (line 2: '2024-01-05 23:30:00'): kept",
                        folder.resolve("events.csv")
                                + ": the times of arrival are of 2 zones (+0000 1 times, first in line 4; +0100 1 times, first in line 3): each"
                                + " is read by its own, days are those of UTC");
    }

    @Test
    void tellsNothingOfZonesWhereAllAreAlike() {
        HistoryFolder history =
                history("", "", "a,purchase,2024-01-05T23:30:00Z,,1", "b,purchase,2024-01-05T23:31:00+00:00,,1");

        assertThat(history.said("2024-01-06")).noneMatch(note -> note.contains("zone"));
    }

    @Test
    void saysWhyNobodyLeaves() {
        List<String> events = new ArrayList<>();
        for (int day = 0; day < 200; day += 10) {
            events.add("a,purchase," + LocalDate.of(2024, 1, 1).plusDays(day) + ",,1");
        }

        assertThatThrownBy(() -> history("", "", events.toArray(String[]::new)).training())
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "by the definition of 'churn', none of 3 rows as of 3 dates from 2024-04-01 to 2024-06-01 left within 30 days, such as"
                                + " 'a' as of 2024-04-01, 'a' as of 2024-05-01, 'a' as of 2024-06-01; of the 20 events, 20 count as buying"
                                + " (purchase); expected some to leave and some to stay");
        assertThat(folder.resolve("snapshot.csv")).doesNotExist();
    }

    @Test
    void saysWhyEverybodyLeaves() {
        assertThatThrownBy(() -> history(
                                "",
                                "",
                                "a,purchase,2024-01-01,,1",
                                "b,purchase,2024-03-30,,1",
                                "c,return,2024-05-15,,1")
                        .training())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("by the definition of 'churn', all of 1 row as of 2024-04-01 left")
                .hasMessageContaining("'b' as of 2024-04-01; of the 3 events, 2 count as buying (purchase)");
    }

    /** In Shanghai the events of that evening are of the next day. */
    private HistoryFolder shanghai(String formats, String... times) {
        List<String> lines = new ArrayList<>(List.of("who,at"));
        for (String time : times) {
            lines.add("a," + time);
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: zoned",
                        "timeZone: Asia/Shanghai",
                        "until: 2024-03-01",
                        "sources: {events: {path: events.csv, kind: purchase, timeFormat: [" + formats
                                + "], columns: {customer: who, occurredAt: at}}}",
                        "kinds: {purchase: {}}",
                        "churn: {kind: non-contractual, horizonDays: 30}")
                .with("events.csv", lines);
    }

    @Test
    void aDeclaredFormatWithAnOffsetIsOfTheHistorysOwnDays() {
        HistoryFolder zoned = shanghai("\"%d.%m.%Y %H:%M %z\"", "09.01.2024 18:30 +0000", "10.01.2024 03:00 +0800");

        assertThat(zoned.row("2024-01-11", "a"))
                .as("both on 10 January by the clocks of Shanghai")
                .containsEntry("purchase_days_since", "1")
                .containsEntry("tenure_days", "1")
                .containsEntry("purchase_count_30d", "2");
    }

    @Test
    void formatsWithAndWithoutAnOffsetMayStandSideBySide() {
        HistoryFolder zoned = shanghai("\"%d.%m.%Y %H:%M %z\", \"%d.%m.%Y\"", "09.01.2024 18:30 +0000", "10.01.2024");

        assertThat(zoned.row("2024-01-11", "a"))
                .containsEntry("tenure_days", "1")
                .containsEntry("purchase_count_30d", "2");
    }

    @Test
    void nobodyAtRiskOnAnyDateToLearnFromIsSaid() {
        HistoryFolder silent = history("", "", "a,purchase,2023-01-05,,1", "a,return,2024-05-05,,-1");

        assertThatThrownBy(silent::training)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("nobody is at risk as of ")
                .hasMessageEndingWith(
                        "no customer was active before any of them and has not left; expected other 'snapshots' or a longer atRiskDays");
        assertThat(folder.resolve("snapshot.csv")).doesNotExist();
    }
}
