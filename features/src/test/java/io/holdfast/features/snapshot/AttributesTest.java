package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes and ids as they were known on a date. */
class AttributesTest {
    @TempDir
    private Path folder;

    private HistoryFolder history;

    @BeforeEach
    void write() {
        history = new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "until: 2024-06-01",
                        "sources:",
                        "  events: {path: events.csv, kind: purchase, columns: {customer: who, occurredAt: day}}",
                        "  attributes: {path: attributes.csv, columns: {customer: who, attribute: what, value: is, validFrom: from, arrivedAt: known}}",
                        "  ids: {path: ids.csv, columns: {id: id, customer: who, change: change, validFrom: from, arrivedAt: known}}",
                        "kinds: {purchase: {}}",
                        "attributes:",
                        "  region: {kind: category}",
                        "  visits: {kind: number}",
                        "  contract_end: {kind: date}",
                        "  mail: {role: consent, positive: Y}",
                        "  born: {kind: date, sensitive: true}",
                        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 0}")
                .with(
                        "events.csv",
                        "who,day",
                        "a,2024-01-01",
                        "b,2024-01-02",
                        "b2,2024-02-01",
                        "n,2024-01-01",
                        "n,2024-03-01")
                .with("attributes.csv", "who,what,is,from,known")
                .with("ids.csv", "id,who,change,from,known");
    }

    @Test
    void theLastKnownValueHolds() {
        history.with(
                "attributes.csv",
                "who,what,is,from,known",
                "a,region,north,2024-01-01,2024-01-01",
                "a,region,south,2024-02-01,2024-02-01",
                "a,region,east,2024-02-15,2024-04-01",
                "a,visits,7.5,2024-01-01,2024-01-01",
                "a,contract_end,2024-04-11,2024-01-01,2024-01-01",
                "a,mail,Y,2024-01-01,2024-01-01",
                "a,born,1990-01-01,2024-01-01,2024-01-01",
                "b,region,north,2024-01-01,2024-01-01",
                "b,region,,2024-02-01,2024-02-01",
                "b,mail,N,2024-01-01,2024-01-01");

        Map<String, String> a = history.row("2024-04-01", "a");
        assertThat(a)
                .containsEntry("region", "south")
                .containsEntry("visits", "7.5")
                .containsEntry("contract_end_days", "10")
                .containsEntry("mail", "yes")
                .containsEntry("born_decade", "3");
        assertThat(history.row("2024-04-02", "a")).containsEntry("region", "east");
        assertThat(history.row("2024-01-20", "a")).containsEntry("region", "north");
        assertThat(history.row("2024-04-01", "b")).containsEntry("region", "").containsEntry("mail", "no");
    }

    private void mail(String described, String... cells) throws IOException {
        String yaml =
                Files.readString(folder.resolve("history.yaml")).replace("{role: consent, positive: Y}", described);
        Files.writeString(folder.resolve("history.yaml"), yaml);
        List<String> lines = new ArrayList<>(List.of("who,what,is,from,known"));
        for (int i = 0; i < cells.length; i++) {
            lines.add((i % 2 == 0 ? "a" : "b") + ",mail," + cells[i] + ",2024-01-0" + (1 + i) + ",2024-01-0" + (1 + i));
        }
        history.with("attributes.csv", lines);
    }

    /** Who objects, and is taken not to, is scored against their word. */
    @ParameterizedTest
    @CsvSource({"true,FALSE", "1,0", "Yes,No", "Y,n"})
    void aFlagKnowsTheWordsThatTablesKnow(String yes, String no) throws IOException {
        mail("{role: objection}", yes, no);

        assertThat(history.row("2024-04-01", "a")).containsEntry("mail", "yes");
        assertThat(history.row("2024-04-01", "b")).containsEntry("mail", "no");
    }

    @Test
    void aFlagMayHaveWordsOfItsOwn() throws IOException {
        mail("{role: consent, tokens: {yes: [是], no: [否]}}", "是", "否");

        assertThat(history.row("2024-04-01", "a")).containsEntry("mail", "yes");
        assertThat(history.row("2024-04-01", "b")).containsEntry("mail", "no");
    }

    /** Whatever the words, the order of the lines, and which of the two was heard of last. */
    @ParameterizedTest
    @CsvSource({
        "'{role: consent}', yes, no, no",
        "'{role: consent, tokens: {yes: [是], no: [否]}}', 是, 否, no",
        "'{role: objection, tokens: {yes: [A], no: [Z]}}', Z, A, yes"
    })
    void ofConsentAndRefusalOfOneMomentTheRefusalStands(String described, String agrees, String refuses, String stands)
            throws IOException {
        mail(described);
        history.with(
                "attributes.csv",
                "who,what,is,from,known",
                "a,mail," + agrees + ",2024-01-05,2024-01-05",
                "a,mail," + refuses + ",2024-01-05,2024-01-05",
                "b,mail," + refuses + ",2024-01-05,2024-01-05",
                "b,mail," + agrees + ",2024-01-05,2024-01-07",
                "c,mail," + refuses + ",2024-01-05,2024-01-05",
                "c,mail," + agrees + ",2024-01-06,2024-01-06");
        history.with("events.csv", "who,day", "a,2024-01-01", "b,2024-01-02", "c,2024-01-02");

        assertThat(history.row("2024-04-01", "a")).containsEntry("mail", stands);
        assertThat(history.row("2024-04-01", "b")).containsEntry("mail", stands);
        assertThat(history.row("2024-04-01", "c"))
                .as("a later word")
                .containsEntry("mail", stands.equals("no") ? "yes" : "no");
    }

    @ParameterizedTest
    @CsvSource({"'{role: objection}', 是", "'{role: consent, positive: JA}', yes", "'{kind: flag}', garbage"})
    void whatIsNeitherYesNorNoIsRefused(String described, String cell) throws IOException {
        mail(described, cell);

        assertThatThrownBy(() -> history.row("2024-04-01", "a"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 of 1 lines have a value that cannot be read (line 2: 'mail = " + cell + "')")
                .hasMessageContaining("or others by 'tokens'");
    }

    @Test
    void aFlagIsDescribedOnceOnly() throws IOException {
        mail("{role: consent, positive: Y, tokens: {yes: [Y], no: [N]}}", "Y");

        assertThatThrownBy(() -> CustomerHistory.read(folder.resolve("history.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("attribute 'mail' has both 'positive' and 'tokens'; expected one of the two");
    }

    @Test
    void describesWhatMovesByItselfAndWhatMayBeMissing() throws IOException {
        String yaml = Files.readString(folder.resolve("history.yaml"))
                .replace("contract_end: {kind: date}", "contract_end: {kind: date, mayBeMissing: true}");
        Files.writeString(folder.resolve("history.yaml"), yaml);

        String described = new TableDescription(CustomerHistory.read(folder.resolve("history.yaml")))
                .yaml(
                        "t.csv",
                        CustomerHistory.read(folder.resolve("history.yaml"))
                                .plan()
                                .features());

        assertThat(described.lines().filter(line -> line.startsWith("  contract_end_days:")))
                .singleElement()
                .asString()
                .contains("mayBeMissing: true, daily: falls");
        assertThat(described.lines().filter(line -> line.contains("daily: grows")))
                .extracting(line -> line.strip().substring(0, line.strip().indexOf(":")))
                .containsExactly("tenure_days", "purchase_days_since");
        assertThat(described.lines().filter(line -> line.startsWith("  region:")))
                .singleElement()
                .asString()
                .doesNotContain("mayBeMissing");
    }

    @Test
    void onlyAFeatureMayBeMissing() throws IOException {
        String yaml = Files.readString(folder.resolve("history.yaml"))
                .replace("mail: {role: consent,", "mail: {role: consent, mayBeMissing: true,");
        Files.writeString(folder.resolve("history.yaml"), yaml);

        assertThatThrownBy(() -> CustomerHistory.read(folder.resolve("history.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'mail' of 'attributes' may be missing and is no feature");
    }

    @Test
    void twoAccountsAreOneFromTheDayThatIsKnown() {
        history.with("ids.csv", "id,who,change,from,known", "b2,b,merge,2024-03-01,2024-03-05");

        assertThat(history.row("2024-03-05", "b")).containsEntry("purchase_count_365d", "1");
        assertThat(history.row("2024-03-05", "b2")).containsEntry("purchase_count_365d", "1");
        assertThat(history.row("2024-03-06", "b")).containsEntry("purchase_count_365d", "2");
        assertThat(history.features("2024-03-06")).noneMatch(line -> line.contains(",b2,"));
    }

    @Test
    void aNumberGivenToSomebodyElseCountsForEachInTheirTime() {
        history.with(
                "ids.csv",
                "id,who,change,from,known",
                "n,first,new,2023-01-01,2023-01-01",
                "n,second,new,2024-02-01,2024-02-01");

        assertThat(history.row("2024-04-01", "first"))
                .containsEntry("purchase_count_365d", "1")
                .containsEntry("purchase_days_since", "91");
        assertThat(history.row("2024-04-01", "second"))
                .containsEntry("purchase_count_365d", "1")
                .containsEntry("purchase_days_since", "31");
    }

    @Test
    void whoseAnIdIsMayBeCorrectedLater() {
        history.with(
                "ids.csv",
                "id,who,change,from,known",
                "n,first,new,2023-01-01,2023-01-01",
                "n,second,new,2023-01-01,2024-02-01");

        assertThat(history.row("2024-01-20", "first")).containsEntry("purchase_count_365d", "1");
        assertThat(history.row("2024-04-01", "second")).containsEntry("purchase_count_365d", "2");
    }

    @Test
    void anIdOfTwoCustomersAtOneMomentIsRefused() {
        history.with(
                "ids.csv",
                "id,who,change,from,known",
                "n,first,new,2023-01-01,2023-01-01",
                "n,second,new,2023-01-01,2023-01-01");

        assertThatThrownBy(() -> history.row("2024-04-01", "first"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "1 ids are given to two customers at the same moment ('n' is 'first' by line 2 and 'second' by line 3)");
    }

    @Test
    void twoAccountsAreTwoAgainFromTheDayThatIsKnown() {
        history.with(
                "ids.csv",
                "id,who,change,from,known",
                "b2,b,merge,2024-02-10,2024-02-10",
                "b2,b2,split,2024-03-01,2024-03-05");

        assertThat(history.row("2024-03-05", "b")).containsEntry("purchase_count_365d", "2");
        assertThat(history.row("2024-03-06", "b")).containsEntry("purchase_count_365d", "1");
        assertThat(history.row("2024-03-06", "b2")).containsEntry("purchase_count_365d", "1");
    }

    @Test
    void theHouseholdGoesAlongAsItWasKnown() {
        List<String> yaml = new ArrayList<>(lines("history.yaml"));
        yaml.replaceAll(line -> line.replace("change: change,", "change: change, household: home,"));
        history.with("history.yaml", yaml)
                .with(
                        "ids.csv",
                        "id,who,change,from,known,home",
                        "a,a,new,2023-01-01,2023-01-01,h1",
                        "b,b,new,2023-01-01,2023-01-01,h1",
                        "b2,b,merge,2024-02-10,2024-02-10,",
                        "b,b,new,2024-03-01,2024-03-10,h2");

        assertThat(history.row("2024-03-10", "a")).containsEntry("household_id", "h1");
        assertThat(history.row("2024-03-10", "b"))
                .containsEntry("household_id", "h1")
                .containsEntry("purchase_count_365d", "2");
        assertThat(history.row("2024-03-11", "b")).containsEntry("household_id", "h2");
        assertThat(history.row("2024-03-11", "n")).containsEntry("household_id", "");
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAChangeOfIdsThatIsNone() {
        history.with("ids.csv", "id,who,change,from,known", "b2,b,married,2024-02-10,2024-02-10");

        assertThatThrownBy(() -> history.features("2024-04-01"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("ids.csv")
                                + ": 1 of 1 lines have a change that is none (line 2: 'married'); expected new, merge or split");
    }

    @Test
    void namesValuesThatCannotBeRead() {
        history.with("attributes.csv", "who,what,is,from,known", "a,visits,many,2024-01-01,2024-01-01");

        assertThatThrownBy(() -> history.features("2024-04-01"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("attributes.csv")
                                + ": 1 of 1 lines have a value that cannot be read (line 2: 'visits = many'); expected a number");
    }

    @Test
    void namesACustomerInTwoSpellingsWhereverTheyStand() {
        history.with("attributes.csv", "who,what,is,from,known", "A,region,north,2024-01-01,2024-01-01")
                .with("ids.csv", "id,who,change,from,known", "b3,B,new,2024-03-01,2024-03-01");

        assertThat(history.said("2024-04-01"))
                .contains(
                        "ids: 4 of 7 differ from another only by case or blanks around them ('A', 'a'): kept apart; 'idCase: upper' under 'cleaning' makes those of different case one");
    }

    @Test
    void oneCaseForAllIdsJoinsTheSpellingsOfEventsAttributesAndIds() throws IOException {
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "cleaning: {idCase: upper}\n");
        history.with("attributes.csv", "who,what,is,from,known", "A,region,north,2024-01-01,2024-01-01")
                .with("ids.csv", "id,who,change,from,known", "B2,b,merge,2024-03-01,2024-03-01");

        assertThat(history.said("2024-04-01")).noneMatch(sentence -> sentence.startsWith("ids: "));
        assertThat(history.row("2024-04-01", "A")).containsEntry("region", "north");
        assertThat(history.row("2024-04-01", "B")).containsEntry("purchase_count_365d", "2");
    }

    @Test
    void anIdThatTwoSystemsGaveToDifferentCustomersIsRefused() throws IOException {
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replace("columns: {id: id,", "columns: {system: system, id: id,"));
        history.with(
                "ids.csv",
                "system,id,who,change,from,known",
                "billing,17,x,new,2024-01-01,2024-01-01",
                "billing,17,y,new,2024-02-01,2024-02-01",
                "crm,17,z,new,2024-01-01,2024-01-01",
                "crm,18,x,new,2024-01-01,2024-01-01",
                "billing,18,x,new,2024-01-01,2024-01-01");

        assertThatThrownBy(() -> history.features("2024-04-01"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "ids.csv: 1 ids belong to different customers in different systems ('17' in 'billing' and 'crm'), and events do not say of"
                                + " which system theirs is; expected ids that no two systems share, such as with the system's name before them");
    }
}
