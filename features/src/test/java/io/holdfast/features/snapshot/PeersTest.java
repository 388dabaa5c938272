package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those with the same value of an attribute met, and what a customer pays beside them. */
class PeersTest {
    private static final String AS_OF = "2024-04-01";
    /** Six live in the north, of whom two saw an offer in March and one in January; four in the south, who all did; one nobody knows where. */
    private static final String[] REGIONS = {
        "a north", "b north", "c north", "d north", "e north", "f north", "g south", "h south", "i south", "j south",
        "k "
    };

    private static final String[] EVENTS = {
        "a join 2024-01-01 ",
        "b join 2024-01-01 ",
        "c join 2024-01-01 ",
        "d join 2024-01-01 ",
        "e join 2024-01-01 ",
        "f join 2024-01-01 ",
        "g join 2024-01-01 ",
        "h join 2024-01-01 ",
        "i join 2024-01-01 ",
        "j join 2024-01-01 ",
        "k join 2024-01-01 ",
        "a rival 2024-03-10 ",
        "a rival 2024-03-11 ",
        "b rival 2024-03-20 ",
        "c rival 2024-01-20 ",
        "d rival 2024-04-01 ",
        "g rival 2024-03-10 ",
        "h rival 2024-03-10 ",
        "i rival 2024-03-10 ",
        "j rival 2024-03-10 ",
        "k rival 2024-03-10 ",
        "a bill 2024-02-01 99.00",
        "a bill 2024-03-01 30.00",
        "b bill 2024-03-01 20.00",
        "c bill 2024-03-01 40.00",
        "d bill 2024-03-01 10.00",
        "e bill 2024-03-01 25.00",
        "f bill 2024-03-01 50.00",
        "g bill 2024-03-01 20.00",
        "k bill 2024-03-01 20.00"
    };

    @TempDir
    private Path folder;

    private HistoryFolder history(String region, String leaveOut, String... more) {
        return with(region, "windows: [30, 90, 365], leaveOut: [" + leaveOut + "]", more);
    }

    private HistoryFolder with(String region, String features, String... more) {
        List<String> events = new ArrayList<>(List.of("line,customer,kind,at,amount"));
        List<String> attributes = new ArrayList<>(List.of("line,customer,name,value,at"));
        for (String event : EVENTS) {
            events.add(line(event));
        }
        for (String event : more) {
            events.add(line(event));
        }
        for (String lives : REGIONS) {
            String[] words = lives.split(" ", -1);
            attributes.add(words[0] + ",c" + words[0] + ",region," + words[1] + ",2024-01-01");
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: lines",
                        "unit: line",
                        "until: 2024-08-01",
                        "sources:",
                        "  events: {path: events.csv, columns: {unit: line, customer: customer, kind: kind, occurredAt: at, amount: amount}}",
                        "  attributes: {path: attributes.csv, columns: {unit: line, customer: customer, attribute: name, value: value, validFrom: at}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds: {join: {}, rival: {kind: competitor-offer}, bill: {measures: [amount]}, pay: {kind: payment}, leave: {}, care: {}}",
                        "attributes:",
                        "  region: {" + region + "}",
                        "  years: {kind: number}",
                        "churn: {kind: contractual, horizonDays: 30}",
                        "snapshots: {from: 2024-04-01, to: 2024-04-01}",
                        "value: {models: false}",
                        "features: {" + features + "}")
                .with("events.csv", events)
                .with("attributes.csv", attributes);
    }

    private static String line(String event) {
        String[] words = event.split(" ", -1);
        return words[0] + ",c" + words[0] + "," + words[1] + "," + words[2] + "," + words[3];
    }

    @Test
    void areThoseOfTheSameValueWhoAreAtRisk() {
        HistoryFolder history = history("kind: category, peers: [rival]", "");

        assertThat(history.row(AS_OF, "f"))
                .containsEntry("rival_peers_region_30d", String.valueOf(2 / 6.0))
                .containsEntry("rival_peers_region_90d", "0.5")
                .doesNotContainKey("rival_peers_region_365d");
        assertThat(history.row(AS_OF, "a")).containsEntry("rival_peers_region_30d", String.valueOf(2 / 6.0));
    }

    @Test
    void tellNothingWhereTheyAreFewOrUnknown() {
        HistoryFolder history = history("kind: category, peers: [rival, bill]", "");

        assertThat(history.row(AS_OF, "g"))
                .containsEntry("rival_peers_region_30d", "")
                .containsEntry("bill_amount_to_peers_region", "");
        assertThat(history.row(AS_OF, "k"))
                .containsEntry("rival_peers_region_30d", "")
                .containsEntry("bill_amount_to_peers_region", "");
    }

    /** Who has left is no peer: five are left in the north, of whom one saw an offer. */
    @Test
    void areNotThoseWhoLeft() {
        HistoryFolder history = history("kind: category, peers: [rival]", "", "a leave 2024-03-25 ");

        assertThat(history.row(AS_OF, "f")).containsEntry("rival_peers_region_30d", "0.2");
        assertThat(history.row(AS_OF, "a"))
                .containsEntry("rival_peers_region_30d", "")
                .containsEntry("region", "")
                .containsEntry("left_on", "2024-03-25");
    }

    /** Of 10, 20, 25, 30, 40 and 50 the lower one in the middle is 25. */
    @Test
    void arePaidBesideByTheirMedian() {
        HistoryFolder history = history("kind: category, peers: [bill]", "");

        assertThat(history.row(AS_OF, "a")).containsEntry("bill_amount_to_peers_region", "1.2");
        assertThat(history.row(AS_OF, "f")).containsEntry("bill_amount_to_peers_region", "2");
    }

    @Test
    void areToldWithoutTheColumnsThatTheyAreMadeOf() {
        HistoryFolder history =
                history("kind: category, peers: [rival]", "region, rival_count_30d, rival_count_90d, rival_count_365d");

        assertThat(history.row(AS_OF, "f"))
                .containsEntry("rival_peers_region_90d", "0.5")
                .doesNotContainKey("region")
                .doesNotContainKey("rival_count_30d")
                .doesNotContainKey("rival_met_30d");
    }

    @Test
    void areLeftOut() {
        HistoryFolder history =
                history("kind: category, peers: [rival]", "rival_peers_region_30d, rival_peers_region_90d");

        assertThat(history.row(AS_OF, "f"))
                .containsEntry("region", "north")
                .doesNotContainKey("rival_peers_region_30d");
        assertThat(plan(history).withPeers("rows")).isEqualTo("rows");
    }

    /** A table with the region and one without it are made by two plans, though peers need it in both. */
    @Test
    void leaveTwoPlansTwo() {
        String all =
                history("kind: category, peers: [rival]", "").row(AS_OF, "f").get("feature_plan");

        assertThat(history("kind: category, peers: [rival]", "region").row(AS_OF, "f"))
                .doesNotContainEntry("feature_plan", all);
    }

    /** Features of one's own and attributes may have any name that a column can have. */
    @Test
    void areMadeOfColumnsThatNoOtherCanBeTakenFor() {
        HistoryFolder history = with(
                "kind: category, peers: [rival, bill]",
                "windows: [30], own: {rival_met_30d: {sql: count(*)}, bill_amount_of_last: {sql: max(amount)}}");

        assertThat(history.row(AS_OF, "a"))
                .containsEntry("rival_peers_region_30d", String.valueOf(2 / 6.0))
                .containsEntry("bill_amount_to_peers_region", "1.2");
    }

    @Test
    void standInTheTableToLearnFromAsInThatToScore() {
        HistoryFolder history = history("kind: category, peers: [rival, bill]", "", "b leave 2024-04-10 ");
        Map<String, String> scored = history.row(AS_OF, "f");
        List<String> learned = history.training();

        List<String> header = List.of(learned.get(0).split(",", -1));
        String[] row = learned.stream()
                .filter(line -> line.startsWith(AS_OF + ",f,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        for (String column :
                List.of("rival_peers_region_30d", "rival_peers_region_90d", "bill_amount_to_peers_region")) {
            assertThat(row[header.indexOf(column)]).isNotEmpty().isEqualTo(scored.get(column));
        }
    }

    @Test
    void haveNamesAndReasonsOfTheirKinds() {
        List<Feature> features = plan(history("kind: category, names: {en: area, zh-CN: 地区}, peers: [rival, bill]", ""))
                .features();
        Feature share = named(features, "rival_peers_region_30d");
        Feature ratio = named(features, "bill_amount_to_peers_region");

        assertThat(share.reason()).isEqualTo("competitor");
        assertThat(share.names().in(Language.ENGLISH))
                .isEqualTo("Offers of rivals in the last 30 days: share of those with the same area");
        assertThat(share.names().in(Language.CHINESE)).isEqualTo("近30天竞争对手报价：同地区客户中的占比");
        assertThat(ratio.reason()).isEqualTo("price");
        assertThat(ratio.names().in(Language.ENGLISH))
                .isEqualTo("Bills: last amount by the middle one of those with the same area");
        assertThat(ratio.names().in(Language.CHINESE)).isEqualTo("最近一次账单金额与同地区客户中位数之比");
    }

    private static Feature named(List<Feature> features, String name) {
        return features.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FeaturePlan plan(HistoryFolder history) {
        return CustomerHistory.read(history.path().resolve("history.yaml")).plan();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind: category, peers: [rivals] | 'peers' of attribute 'region' has 'rivals', which 'kinds' does not describe; did you mean 'rival'?",
                "kind: category, peers: [care] | 'peers' of attribute 'region' has 'care', of which no features are made; expected another of 'kinds'",
                "kind: number, peers: [rival] | 'peers' of attribute 'region': expected an attribute that is a feature of kind category, since peers share one of its values",
                "role: owner, peers: [rival] | 'peers' of attribute 'region': expected an attribute that is a feature of kind category, since peers share one of its values",
                "kind: category, peers: [rival, rival] | 'peers' of attribute 'region' has 'rival' twice; expected each kind once",
                "kind: category, peers: [pay] | 'peers' of attribute 'region' has 'pay', which has no 'measures' to compare peers by; expected a bill or payment with one",
            })
    void areRefusedWhereTheyMeanNothing(String region, String sentence) {
        HistoryFolder history = history(region, "");

        assertThatThrownBy(() -> plan(history))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(sentence);
    }

    /** What later tests of random histories say of peers, they say of columns that hold something. */
    @Test
    void areToldInRandomHistories() {
        RandomHistory random = new RandomHistory(7);
        HistoryFolder history = new HistoryFolder(folder)
                .with("history.yaml", RandomHistory.YAML)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, random.events(700)))
                .with("attributes.csv", RandomHistory.file(RandomHistory.ATTRIBUTES, random.attributes(80, 0, 730)))
                .with("ids.csv", RandomHistory.file(RandomHistory.IDS, random.merges(3, 300, 730)));
        List<String> lines = history.features("2024-07-01");
        int column = List.of(lines.get(0).split(",", -1)).indexOf("complaint_peers_region_90d");

        assertThat(lines.subList(1, lines.size()))
                .anySatisfy(line -> assertThat(line.split(",", -1)[column]).isNotEmpty());
    }
}
