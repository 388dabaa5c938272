package io.holdfast.features.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of events looks like, and that the draft made of it can be learned from. */
class EventFileTest {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("events.csv"), List.of(lines));
    }

    private static EventFile read(Path file) {
        return EventFile.read(file, TableFormat.csv(), Progress.SILENT);
    }

    @Test
    void tellsCustomerTimeKindMeasuresAndCategories() throws IOException {
        EventFile events = read(file(
                "event_id,CustomerId,type,happened,received,amount,shop",
                "1,c1,purchase,2024-01-01,2024-01-02,1.50,north",
                "2,c2,purchase,2024-01-03,2024-01-04,20.25,north",
                "3,c1,gift,2024-02-01,2024-02-01,3,south",
                "4,c1,leave,2024-03-01,2024-03-01,,"));

        assertThat(events.findings())
                .containsExactly(
                        folder.resolve("events.csv")
                                + ": 4 events of 2 customers (column CustomerId), from 2024-01-01 to 2024-03-01 (column happened)",
                        "type: 3 kinds of events");
        assertThat(events.draft("events.csv")).isEqualTo("""
                        format: 1
                        name: events
                        sources:
                          events:
                            path: events.csv
                            columns:
                              event: event_id
                              customer: CustomerId
                              kind: type
                              occurredAt: happened
                              arrivedAt: received
                              amount: amount
                              shop: shop
                        measures:  # complete their units
                          amount: {scale: 2}
                        kinds:
                          gift: {measures: [amount]}  # complete: kind, one of purchase, usage, visit, return, cancellation, bill, payment, payment-failed, contact, complaint, complaint-answered, complaint-resolved, satisfaction, login-failed, outage, delivery-failed, price-change, competitor-offer, port-request, renewal, plan-change, join, leave, care, other
                          leave: {}
                          purchase: {measures: [amount]}
                        # Complete: within how many days leaving is to be foreseen.
                        churn: {kind: contractual, horizonDays: 10}
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "13.02.2024, 01.03.2024, %d.%m.%Y",
        "2/13/2024 8:26, 3/1/2024 18:00, %m/%d/%Y %H:%M",
        "20240213, 20240301, %Y%m%d",
        "2024/02/13 08:26:00, 2024/03/01 08:26:00, %Y/%m/%d %H:%M:%S"
    })
    void findsHowTimesAreWritten(String one, String other, String format) throws IOException {
        EventFile events = read(file("who,day", "a," + one, "b," + other, "a," + other, "b," + one, "a," + one));

        assertThat(events.draft("events.csv")).contains("timeFormat: [\"" + format + "\"]\n");
    }

    @Test
    void saysWhatIsOddWithCountsAndExamples() throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer,day,quantity,price"));
        for (int i = 0; i < 40; i++) {
            lines.add((i % 10 == 0 ? "" : "c" + i % 7) + ",0" + (1 + i % 9) + "/0" + (1 + i % 8) + "/2024,"
                    + (i % 20 == 0 ? -1 : i) + ",2.5");
        }
        lines.add("c1,soon,1,2.5");
        EventFile events = read(file(lines.toArray(new String[0])));

        assertThat(events.findings())
                .contains(
                        "day: 1 lines have no time that can be read (line 42: 'soon'); the draft leaves them out",
                        "day: %d/%m/%Y and %m/%d/%Y read as many times; expected somebody who knows which is meant",
                        "customer: 4 lines have no customer; the draft leaves them out",
                        "quantity: 2 lines are below 0",
                        "no column tells the kind of an event; the draft takes all for purchases");
        assertThat(events.draft("events.csv"))
                .contains("timeFormat: [\"%d/%m/%Y\"]  # or %m/%d/%Y: both read as many")
                .contains("negativeKind: return")
                .contains("amount: [quantity, price]")
                .contains("amount: {scale: 1}")
                .contains("cleaning: {withoutCustomer: drop, badTime: drop, net: {return: purchase}}");
    }

    @Test
    void refusesAFileWithoutTimesOrCustomers() throws IOException {
        assertThatThrownBy(() -> read(file("who,what", "a,b", "a,c")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("events.csv") + " has no column of times: none of who, what");
        assertThatThrownBy(() -> read(file("number,day", "1,2024-01-01", "2,2024-01-02")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no column whose values come again as customers do, among number");
        assertThatThrownBy(() -> read(file("who,day")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no events");
    }

    @Test
    void makesADraftThatCanBeLearnedFrom() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        List<String> lines = new ArrayList<>(List.of("client;when;paid"));
        for (int i = 0; i < 600; i++) {
            lines.add("k" + random.nextInt(60) + ";" + (1 + random.nextInt(28)) + "." + (1 + random.nextInt(12))
                    + ".2024;" + random.nextInt(5000) / 100.0);
        }
        Path events = Files.write(folder.resolve("kassen bon.csv"), lines);

        learn(EventFile.read(events, TableFormat.csv().withDelimiter(';'), Progress.SILENT)
                .draft("kassen bon.csv"));
    }

    @Test
    void draftsParquetAsItDraftsTheSameInCsv() throws IOException, SQLException {
        List<String> lines = new ArrayList<>(List.of("client_id,day,kind,paid,units"));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 600; i++) {
            lines.add("k" + random.nextInt(60) + ",2024-" + String.format("%02d", 1 + random.nextInt(12)) + "-"
                    + String.format("%02d", 1 + random.nextInt(28)) + ",purchase,"
                    + (1 + random.nextInt(5000) * 4) / 100.0
                    + "," + (i % 50 == 0 ? "" : "" + random.nextInt(9)));
        }
        Path csv = Files.write(folder.resolve("events.csv"), lines);
        Path parquet = folder.resolve("events.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT client_id, CAST(day AS DATE) AS day, kind, CAST(paid AS DECIMAL(9, 2)) AS paid,"
                            + " CAST(units AS DOUBLE) AS units FROM read_csv('" + csv + "', all_varchar = true)) TO '"
                            + parquet
                            + "' (FORMAT parquet)");
        }

        EventFile found = read(parquet);

        assertThat(found.draft("events.parquet")).isEqualTo(read(csv).draft("events.parquet"));
        assertThat(found.findings().get(0))
                .isEqualTo(read(csv).findings().get(0).replace(csv.toString(), parquet.toString()));
        assertThat(found.draft("events.parquet"))
                .contains("name: events\n", "customer: client_id", "units: {scale: 0}");
        learn(found.draft("events.parquet"));
    }

    @Test
    void refusesWhatIsNoParquet() throws IOException {
        Path csv = Files.write(folder.resolve("named.parquet"), List.of("who,day", "a,2024-01-01"));

        assertThatThrownBy(() -> read(csv)).isInstanceOf(InputException.class).hasMessageContaining("named.parquet");
        assertThatThrownBy(() -> read(folder.resolve("none.parquet")))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("none.parquet") + ": no such file");
    }

    @Test
    void draftsHeadersInChinese() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        List<String> lines = new ArrayList<>(List.of("订单编号,客户等级,客户编号,下单日期,事件类型,实付金额,购买数量,销售渠道,备注,随便"));
        for (int i = 0; i < 600; i++) {
            int customer = random.nextInt(60);
            lines.add("D" + i + ",VIP" + customer % 3 + ",k" + customer + ",2024年" + (1 + random.nextInt(12)) + "月"
                    + (1 + random.nextInt(28)) + "日," + (i % 20 == 0 ? "投诉" : "购买") + ","
                    + random.nextInt(5000) / 100.0 + "," + random.nextInt(9) + "," + (i % 2 == 0 ? "线上" : "门店") + ","
                    + (i % 3 == 0 ? "好" : "一般") + "," + random.nextInt(5));
        }
        Path events = Files.write(folder.resolve("订单.csv"), lines);

        String draft = read(events).draft("订单.csv");

        assertThat(draft)
                .contains(
                        "event: 订单编号\n",
                        "customer: 客户编号\n",
                        "kind: 事件类型\n",
                        "occurredAt: 下单日期\n",
                        "timeFormat: [\"%Y年%m月%d日\"]",
                        "amount: 实付金额\n",
                        "quantity: 购买数量\n",
                        "measure: 随便\n",
                        "channel: 销售渠道\n",
                        "note: 备注\n",
                        "amount: {scale: 2, names: {en: amount, zh-CN: \"实付金额\"}}\n",
                        "投诉: {kind: complaint, measures: [amount, quantity, measure], names: {en: Complaint, zh-CN: 投诉}}\n",
                        "购买: {kind: purchase, measures: [amount, quantity, measure], names: {en: Purchase, zh-CN: 购买}}\n")
                .doesNotContain("column:", "column_");
        learn(draft);
        assertThat(Files.readString(folder.resolve("dataset.yaml")))
                .contains("  purchase_count_30d: {", "  complaint_count_30d: {");
    }

    @Test
    void draftsKindsOfOneMeaningApart() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> kinds = List.of("下单", "购买", "付款", "缴费", "订单", "消费", "登录", "访问", "续约", "续保", "payment", "送礼", "抽奖");
        List<String> lines = new ArrayList<>(List.of("客户编号,日期,事件类型,金额"));
        for (int i = 0; i < 1000; i++) {
            lines.add("k" + random.nextInt(60) + "," + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400)) + ","
                    + kinds.get(i % kinds.size()) + "," + random.nextInt(5000) / 100.0);
        }

        String draft = read(file(lines.toArray(String[]::new))).draft("events.csv");

        assertThat(draft)
                .contains(
                        "  购买: {kind: purchase, measures: [amount], names: {en: Purchase, zh-CN: 购买}}\n",
                        "  下单: {kind: purchase, measures: [amount], names: {en: Order placed, zh-CN: 下单}}\n",
                        "  payment: {measures: [amount]}\n",
                        "  付款: {kind: payment, measures: [amount], names: {en: Payment 2, zh-CN: 付款}}\n",
                        "  送礼: {measures: [amount], names: {en: Other 2, zh-CN: 送礼}}  # complete: the English name and kind, one of ");
        learn(draft);
        assertThat(Files.readString(folder.resolve("dataset.yaml")))
                .contains(
                        "  purchase_amount_365d: {",
                        "  order_placed_amount_365d: {",
                        "  payment_2_amount_365d: {",
                        "  bill_payment_amount_365d: {",
                        "  other_2_count_30d: {");
    }

    private void learn(String draft) throws IOException {
        Files.writeString(folder.resolve("history.yaml"), draft);
        List<String> said = new Snapshot(
                        CustomerHistory.read(folder.resolve("history.yaml")),
                        folder,
                        new DatabaseSettings(2, 1024),
                        Progress.SILENT)
                .training(folder, "dataset.yaml")
                .said();
        assertThat(said).anyMatch(line -> line.contains(" rows left ("));
    }

    private static Path data() {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        return Path.of(data);
    }

    @Tag("slow")
    @Test
    void draftsPurchasesOfCdnow() throws IOException {
        Path events = data().resolve("cdnow/cdnow.csv");
        String draft = read(events).draft(events.toString());

        assertThat(draft)
                .contains(
                        "customer: customer_id\n",
                        "occurredAt: date\n",
                        "amount: dollar_value\n",
                        "amount: {scale: 2}");
        learn(draft);
    }

    @Tag("slow")
    @Test
    void draftsInvoicesWithReturnsAndLinesWithoutCustomer() throws IOException {
        Path events = data().resolve("online_retail/online_retail.csv.gz");
        EventFile found = read(events);
        String draft = found.draft(events.toString());

        assertThat(found.findings()).contains("CustomerID: 135,080 lines have no customer; the draft leaves them out");
        assertThat(draft)
                .contains(
                        "customer: CustomerID\n",
                        "occurredAt: InvoiceDate\n",
                        "amount: [Quantity, UnitPrice]\n",
                        "negativeKind: return",
                        "withoutCustomer: drop");
        learn(draft);
    }
}
