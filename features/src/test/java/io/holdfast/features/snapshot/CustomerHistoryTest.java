package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.dataset.CostAmount;
import io.holdfast.scoring.dataset.CostItem;
import io.holdfast.scoring.dataset.CostTable;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerHistoryTest {
    private static final String YAML = """
            format: 1
            name: shop
            sources:
              events: {path: events.csv, columns: {customer: who, kind: kind, occurredAt: day, amount: paid, product: what}}
            measures: {amount: {scale: 2, unit: EUR}}
            kinds: {purchase: {measures: [amount]}, leave: {}}
            churn: {kind: non-contractual, horizonDays: 30}
            """;

    private static CustomerHistory read(String yaml) {
        return CustomerHistory.read("history.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyFeatureHasATextInBothLanguagesAndAReason() {
        for (Feature feature : read(YAML).plan().features()) {
            assertThat(feature.names().in(Language.ENGLISH)).as(feature.name()).isNotEmpty();
            assertThat(feature.names().in(Language.CHINESE))
                    .as(feature.name())
                    .isNotEqualTo(feature.names().in(Language.ENGLISH));
            assertThat(feature.reason()).isIn("disengagement", "profile");
        }
    }

    @Test
    void theSqlNamesNoClockAndNoFile() {
        String sql = read(YAML).plan().sql(LocalDate.of(2026, 1, 31));

        assertThat(sql)
                .contains("TIMESTAMP '2026-01-31 00:00:00'")
                .doesNotContainIgnoringCase("current_")
                .doesNotContainIgnoringCase("now(")
                .doesNotContainIgnoringCase("read_")
                .doesNotContainIgnoringCase("random");
    }

    @Test
    void theTableToLearnFromHasTheCostsOfTheHistory() {
        CustomerHistory history = read(YAML.replace(
                "churn: {", "currency: EUR\nvalue: {}\ncosts: {value: margin_if_kept, contactCost: 2.5}\nchurn: {"));

        CostTable costs = DatasetDescription.read(
                        "dataset.yaml",
                        new TableDescription(history)
                                .yaml("snapshot.csv", history.plan().features())
                                .getBytes(StandardCharsets.UTF_8))
                .costs();

        assertThat(costs.currency()).isEqualTo("EUR");
        assertThat(costs.amount(CostItem.VALUE)).contains(new CostAmount.OfColumn("margin_if_kept"));
        assertThat(costs.amount(CostItem.CONTACT_COST)).contains(new CostAmount.Constant(2.5));
        assertThat(costs.amount(CostItem.OFFER_COST)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "churn: {",
                        "costs: {value: purchase_amount_3d}\nchurn: {",
                        "line 7: 'value' of 'costs' is 'purchase_amount_3d'; expected a number from 0"),
                Arguments.of("churn: {", "costs: {worth: 1}\nchurn: {", "line 7: 'costs' has the unknown key 'worth'"),
                Arguments.of(
                        "horizonDays: 30",
                        "horizonDays: 30, horizn: 3",
                        "line 7: 'churn' has the unknown key 'horizn'"),
                Arguments.of(
                        "non-contractual",
                        "noncontractual",
                        "line 7: 'churn' is of kind 'noncontractual'; expected contractual or non-contractual"),
                Arguments.of(
                        "kind: non-contractual",
                        "kind: contractual, positive: [voluntry]",
                        "line 7: 'positive' of 'churn' holds 'voluntry'"),
                Arguments.of(
                        "purchase: {",
                        "gift: {",
                        "line 7: 'churn' is non-contractual, but no kind of event is 'kind: purchase'"),
                Arguments.of(
                        "[amount]",
                        "[amuont]",
                        "line 6: kind 'purchase' has the measure 'amuont', which 'measures' does not describe; did you mean 'amount'?"),
                Arguments.of(
                        "scale: 2",
                        "scale: 9",
                        "line 5: 'amount' of 'measures' has scale '9'; expected a whole number from 0 to 6"),
                Arguments.of(
                        "scale: 2",
                        "scale: 2, listOf: price",
                        "line 5: 'listOf' of measure 'amount' is 'price'; expected another of 'measures'"),
                Arguments.of("kind: kind, ", "", "line 4: nothing tells the kind of these events"),
                Arguments.of("customer: who, ", "", "line 4: 'customer' is missing among the columns"),
                Arguments.of("product: what", "Product: what", "line 4: 'Product' is no name of a column"),
                Arguments.of("product: what", "known: what", "line 4: column 'known' has a name that is taken"),
                Arguments.of("name: shop", "name: shop\ntimeZone: Mars", "line 3: 'timeZone' is 'Mars'"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nuntil: soon",
                        "line 3: 'until' is 'soon'; expected a date such as 2026-01-31"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nsnapshots: {every: year}",
                        "line 3: 'every' of 'snapshots' is 'year'; expected 'month', '2 months' to '12 months', or a number of days from 1 to 366"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nsnapshots: {every: 13 months}",
                        "line 3: 'every' of 'snapshots' is '13 months'; expected"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nsnapshots: {every: 0 months}",
                        "line 3: 'every' of 'snapshots' is '0 months'; expected"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nsnapshots: {every: 400}",
                        "line 3: 'snapshots' has every '400'; expected a whole number from 1 to 366"),
                Arguments.of(
                        "name: shop",
                        "name: shop\ncleaning: {future: ignore}",
                        "line 3: 'future' of 'cleaning' is 'ignore'; expected drop or refuse"),
                Arguments.of(
                        "name: shop",
                        "name: shop\nfeatures: {windows: [90, 30]}",
                        "line 3: 'features': windows: [90, 30]"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheLineOfWhatCannotBe(String part, String instead, String sentence) {
        assertThat(YAML).contains(part);

        assertThatThrownBy(() -> read(YAML.replace(part, instead)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("history.yaml " + sentence);
    }

    @Test
    void refusesTwoFeaturesOfOneName() {
        assertThatThrownBy(() -> read(YAML + "features: {own: {tenure_days: {sql: max(age)}}}\n")
                        .plan())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("two features are named 'tenure_days'");
    }

    @Test
    void namesTheKindsWhoseFeaturesHaveOneName() {
        assertThatThrownBy(() -> read("""
                                format: 1
                                name: shop
                                sources: {events: {path: events.csv, columns: {customer: who, kind: what, occurredAt: day}}}
                                kinds: {下单: {kind: purchase}, purchase_web: {kind: visit}, 购买: {kind: purchase}}
                                churn: {kind: non-contractual, horizonDays: 45}
                                """).plan())
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "two features are named 'purchase_count_30d', since the columns of the kinds '下单' and '购买' all begin with"
                                + " 'purchase'; expected kinds whose names, or else English ones ('names: {en: ...}'), differ in letters or digits");
    }

    /** A plan of before peers and changes of use has the name that it had, or tables and snapshots made then would be refused. */
    @Test
    void namesAPlanAsEarlierVersionsDid() {
        assertThat(read("""
                                format: 1
                                name: shop
                                until: 2024-05-01
                                sources: {events: {path: events.csv, columns: {customer: customer, kind: kind, occurredAt: at, amount: amount, product: product}}}
                                measures: {amount: {scale: 2}}
                                kinds: {purchase: {measures: [amount]}, return: {measures: [amount]}, complaint: {}, complaint-resolved: {}, login: {}}
                                churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 365}
                                value: {models: false}
                                cleaning: {net: {return: purchase}}
                                """).planDigest(ValueModels.none())).isEqualTo("59ae8e8e63145d721064b8391a617653");
    }

    /** Of a model that learned before there was a feature, the plan goes on as if there were none, to the last letter: its digest is made of that. */
    @Test
    void makesNoMoreThanAModelLearnedFrom() {
        CustomerHistory all = read(YAML);
        Set<String> learned = all.plan().features().stream().map(Feature::name).collect(Collectors.toSet());
        learned.remove("tenure_days");

        CustomerHistory before = all.withOnly(learned);

        assertThat(before.plan().features())
                .extracting(Feature::name)
                .doesNotContain("tenure_days")
                .hasSameSizeAs(learned);
        assertThat(before.planDigest(ValueModels.none()))
                .isEqualTo(read(YAML + "features: {leaveOut: [tenure_days]}\n").planDigest(ValueModels.none()))
                .isNotEqualTo(all.planDigest(ValueModels.none()));
        assertThat(all.withOnly(all.plan().features().stream()
                                .map(Feature::name)
                                .collect(Collectors.toSet()))
                        .planDigest(ValueModels.none()))
                .isEqualTo(all.planDigest(ValueModels.none()));
    }

    @Test
    void refusesToLeaveOutWhatIsNotMade() {
        assertThatThrownBy(() ->
                        read(YAML + "features: {leaveOut: [tenure_day]}\n").plan())
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'leaveOut' of 'features' names 'tenure_day', which is not made; did you mean 'tenure_days'?");
    }

    @Test
    void refusesAnExpressionThatMeansNothing(@TempDir Path folder) {
        HistoryFolder history = new HistoryFolder(folder)
                .with("history.yaml", YAML + "features: {own: {mine: {sql: sum(product)}}}")
                .with("events.csv", "who,kind,day,paid,what", "a,purchase,2024-01-01,1,x");

        assertThatThrownBy(() -> history.features("2024-01-02"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("feature 'mine' cannot be reckoned: ");
    }

    @Test
    void describesTheTableSoThatTrainingCanReadIt(@TempDir Path folder) {
        new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        YAML.replace("scale: 2, unit: EUR", "scale: 2, unit: \"€, net\"") + "until: 2024-09-01\n")
                .with(
                        "events.csv",
                        "who,kind,day,paid,what",
                        "a,purchase,2024-01-01,1,x",
                        "a,purchase,2024-04-20,1,x",
                        "b,purchase,2024-03-15,1,x",
                        "b,purchase,2024-04-20,1,x")
                .training();

        DatasetDescription dataset = DatasetDescription.read(folder.resolve("dataset.yaml"));
        assertThat(dataset.horizonDays()).hasValue(30);
        assertThat(dataset.id()).map(column -> column.name()).contains("customer_id");
        assertThat(dataset.column("purchase_amount_30d").orElseThrow().unit().in(Language.ENGLISH))
                .isEqualTo("€, net");
        assertThat(dataset.column("purchase_gap_ratio").orElseThrow().label(Language.CHINESE))
                .isEqualTo("购买：距上次天数与平均间隔之比");
    }
}
