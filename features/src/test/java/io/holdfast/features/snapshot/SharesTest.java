package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import io.holdfast.features.plan.Feature;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How events, and what they amount to, fall on declared kinds and categories. */
class SharesTest {
    private static final String[] EVENTS = {
        "customer,kind,at,amount,product",
        "a,web,2024-03-31,10.10,x",
        "a,web,2024-03-30,0.20,夜间",
        "a,shop,2024-03-29,4.70,x",
        "a,shop,2024-03-28,,",
        "a,web,2024-01-15,5.00,y",
        "a,web,2024-01-14,-3.00,y",
        "a,return,2024-03-31,-10.00,x",
        "a,login,2024-03-31,,",
        "a,care,2024-03-31,,x",
        "a,web,2024-04-01,99.00,x",
        "b,login,2024-03-31,,",
        "b,shop,2024-01-10,1.00,y",
        "c,phone,2024-03-31,1.00,x"
    };

    @TempDir
    private Path folder;

    private HistoryFolder history(String shares) {
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "until: 2024-05-01",
                        "sources: {events: {path: events.csv, columns: {customer: customer, kind: kind, occurredAt: at, amount: amount, product: product}}}",
                        "measures: {amount: {scale: 2, unit: EUR}}",
                        "kinds:",
                        "  web: {kind: purchase, measures: [amount], names: {en: Web orders, zh-CN: 网购}}",
                        "  shop: {kind: purchase, measures: [amount], reason: inconvenience}",
                        "  phone: {kind: purchase, measures: [amount]}",
                        "  return: {measures: [amount]}",
                        "  login: {}",
                        "  care: {}",
                        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 365}",
                        "value: {models: false}",
                        "cleaning: {net: {return: web}}",
                        "features: {windows: [30, 90], shares: {" + shares + "}}")
                .with("events.csv", EVENTS);
    }

    private Feature feature(String shares, String name) {
        return CustomerHistory.read(history(shares).path().resolve("history.yaml")).plan().features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Of AP and B1 every hash that is made of letters one by one may be the same. */
    @Test
    void valuesOfEqualHashCodesAreTwoParts() {
        CustomerHistory shop = CustomerHistory.read(history("goods: {of: web, by: product, values: [AP, B1]}")
                .path()
                .resolve("history.yaml"));

        assertThat("AP").hasSameHashCodeAs("B1");
        assertThat(shop.plan().sql(LocalDate.of(2024, 4, 1))).contains("'AP'", "'B1'");
    }

    /** The default share of purchases by kind is of all three; a declared one of the same name is of something else. */
    @Test
    void aDeclaredShareLeavesADefaultOneOfItsNameAlone() {
        Map<String, String> row =
                history("purchase: {of: [web, shop], by: product, values: [x]}").row("2024-04-01", "a");
        Map<String, String> alone = history("").row("2024-04-01", "a");

        assertThat(row.get("purchase_x_share_90d")).isNotEmpty();
        assertThat(alone.keySet().stream()
                        .filter(column -> column.startsWith("purchase_") && column.contains("_share_")))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(row.get(column)).isEqualTo(alone.get(column)));
    }

    @Test
    void countsWhatFallsOnEachKind() {
        Map<String, String> row =
                history("where: {of: [web, shop, phone], by: kind}").row("2024-04-01", "a");

        assertThat(row)
                .containsEntry("where_web_share_30d", "0.5")
                .containsEntry("where_shop_share_30d", "0.5")
                .containsEntry("where_phone_share_30d", "0");
        assertThat(number(row, "where_web_share_90d")).isEqualTo(4.0 / 6);
    }

    @Test
    void sumsWhatFallsOnEachValueOverThoseThatTellItAndAboveNothing() {
        String shares = "goods: {of: [web, shop], by: product, measure: amount, values: {x: {}, night: {value: 夜间}}}";
        Map<String, String> row = history(shares).row("2024-04-01", "a");

        assertThat(number(row, "goods_x_share_30d")).isEqualTo(1480.0 / 1500);
        assertThat(number(row, "goods_night_share_30d")).isEqualTo(20.0 / 1500);
        assertThat(number(row, "goods_x_share_90d")).isEqualTo(1480.0 / 2000);
    }

    @Test
    void isNothingWhereThereIsNoWholeAndZeroWhereThereIsNoPart() {
        Map<String, String> row =
                history("goods: {of: shop, by: product, values: [x, y]}").row("2024-04-01", "b");

        assertThat(row)
                .containsEntry("goods_y_share_30d", "")
                .containsEntry("goods_x_share_90d", "0")
                .containsEntry("goods_y_share_90d", "1");
    }

    @Test
    void isMadeUnaskedOfSeveralKindsThatMeanTheSame() {
        Map<String, String> row = history("").row("2024-04-01", "a");

        assertThat(number(row, "purchase_web_share_90d")).isEqualTo(4.0 / 6);
        assertThat(number(row, "purchase_shop_share_90d")).isEqualTo(2.0 / 6);
        assertThat(row).containsEntry("purchase_phone_share_90d", "0").doesNotContainKey("purchase_web_share_30d");
    }

    @Test
    void hasTextsInBothLanguagesAndAReason() {
        String shares =
                "goods: {of: [web, shop], by: product, measure: amount, values: {night: {value: 夜间, names: {en: night goods, zh-CN: 夜间}}}},"
                        + " where: {of: [web, shop], by: kind, names: {en: Orders, zh-CN: 订单}},"
                        + " wish: {of: web, by: product, values: [x, y], reason: need-change}";
        Feature night = feature(shares, "goods_night_share_30d");
        Feature shop = feature(shares, "where_shop_share_90d");

        assertThat(night.names().in(Language.ENGLISH))
                .isEqualTo("Web orders, Shop: share of night goods in the amount of the last 30 days");
        assertThat(night.names().in(Language.CHINESE)).isEqualTo("近30天网购、Shop金额中夜间的占比");
        assertThat(night.reason()).isEqualTo("disengagement");
        assertThat(night.mayBeMissing()).isTrue();
        assertThat(shop.names().in(Language.ENGLISH)).isEqualTo("Orders: share of Shop in the last 90 days");
        assertThat(shop.names().in(Language.CHINESE)).isEqualTo("近90天订单中Shop的占比");
        assertThat(shop.reason()).isEqualTo("inconvenience");
        assertThat(feature(shares, "wish_y_share_30d").reason()).isEqualTo("need-change");
    }

    @Test
    void tellsOfAValueThatNoEventHas() {
        assertThat(history("goods: {of: [web, shop], by: product, values: [x, yy]}")
                        .said("2024-04-01"))
                .contains("share 'goods': no event is of product 'yy'")
                .doesNotContain("share 'goods': no event is of product 'x'");
    }

    @Test
    void theSharesOfAllPartsMakeOne() {
        RandomHistory random = new RandomHistory(41);
        List<String> yaml = new ArrayList<>(RandomHistory.YAML);
        yaml.replaceAll(line -> line.replace("[p1, p2, p3]", "[p0, p1, p2, p3, p4]"));
        List<String> lines = new HistoryFolder(folder)
                .with("history.yaml", yaml)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, random.events(500)))
                .with("attributes.csv", RandomHistory.ATTRIBUTES)
                .with("ids.csv", RandomHistory.IDS)
                .features("2024-07-01");
        List<String> header = List.of(lines.get(0).split(",", -1));
        int whole = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double sum = 0;
            int parts = 0;
            for (int product = 0; product < 5; product++) {
                String cell = cells[header.indexOf("goods_p" + product + "_share_365d")];
                if (!cell.isEmpty()) {
                    assertThat(Double.parseDouble(cell)).isBetween(0.0, 1.0);
                    sum += Double.parseDouble(cell);
                    parts++;
                }
            }
            assertThat(parts).isIn(0, 5);
            if (parts > 0) {
                whole++;
                assertThat(sum).isCloseTo(1, Offset.offset(1e-12));
            }
        }
        assertThat(whole).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            goods: {of: wep, by: kind}                                    | share 'goods' names 'wep'; expected kinds that features may see, of login, phone, return, shop, web; did you mean 'web'?
            goods: {of: care, by: kind}                                   | share 'goods' names 'care'; expected kinds that features may see, of login, phone, return, shop, web
            goods: {of: [web, web], by: kind}                             | share 'goods' names a kind twice; expected each once
            goods: {of: [], by: kind}                                     | share 'goods' names no kind; expected one or several
            goods: {of: web, by: produkt, values: [x]}                    | share 'goods' is by 'produkt'; expected one of kind, product; did you mean 'product'?
            goods: {of: web, by: product}                                 | 'values' of share 'goods' is missing; expected a list
            goods: {of: web, by: product, values: []}                     | share 'goods' names no value; expected those whose share is asked for
            goods: {of: web, by: product, values: [夜间]}                   | share 'goods' has the value '夜间', of which no column can be named; expected a mapping such as {night: {value: 夜间}}
            goods: {of: web, by: product, values: [a b, a-b]}             | share 'goods' makes two columns of 'a-b'; expected values that differ in letters or digits, or a mapping with a name for each
            goods: {of: web, by: product, values: {Night: {}}}            | value 'Night' of share 'goods' is no name for a column; expected at most 40 lower-case letters, digits and underscores, a letter first
            goods: {of: web, by: product, values: {night: x}}             | value 'night' of share 'goods' is text; expected a mapping such as {value: night}
            goods: {of: [web, login], by: kind, measure: amount}          | share 'goods' is of the measure 'amount', which kind 'login' does not have; expected one of all its kinds
            goods: {of: web, by: kind, reason: boredom}                   | reason 'boredom'; expected a standard one
            goods: {of: web, by: kind, values: [x]}                       | share 'goods' has the unknown key 'values'; known are by, measure, names, of, reason
            Goods: {of: web, by: kind}                                    | share 'Goods' has no name for columns; expected at most 40 lower-case letters, digits and underscores, a letter first
            goods: web                                                    | share 'goods' is text; expected a mapping
            """)
    void refusesWhatCannotBe(String shares, String sentence) {
        Path file = history(shares).path().resolve("history.yaml");

        assertThatThrownBy(() -> CustomerHistory.read(file).plan())
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(sentence)
                .hasMessageContaining("history.yaml line 16: ");
    }

    @Test
    void refusesTwoSharesThatMakeOneColumn() {
        Path file = history("purchase: {of: [web, shop], by: kind}").path().resolve("history.yaml");

        assertThatThrownBy(() -> CustomerHistory.read(file).plan())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two features are named 'purchase_web_share_90d'");
    }
}
