package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.value.PurchaseHistories;
import io.holdfast.features.value.ValueModel;
import io.holdfast.features.value.ValueModels;
import io.holdfast.features.value.ValueScores;
import io.holdfast.features.value.ValueSettings;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What value models say of customers stands among their features, by parameters fitted to what was known on the date. */
class ValueColumnsTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final List<String> SHOP = List.of(
            "format: 1",
            "name: shop",
            "until: 2024-07-01",
            "sources: {events: {path: events.csv, columns: {customer: who, kind: kind, occurredAt: day, amount: paid}}}",
            "measures: {amount: {scale: 2, unit: EUR}}",
            "kinds: {purchase: {measures: [amount]}, return: {measures: [amount]}}",
            "churn: {kind: non-contractual, horizonDays: 60, atRiskDays: 200}",
            "snapshots: {from: 2024-01-01, to: 2024-04-01}",
            "cleaning: {net: {return: purchase}}");

    @TempDir
    private Path folder;

    private HistoryFolder shop(List<String> yaml, List<String> events) {
        return new HistoryFolder(folder).with("history.yaml", yaml).with("events.csv", events);
    }

    /** 200 customers who buy at their own pace and stop at their own time. */
    private static List<String> events() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>(List.of("who,kind,day,paid"));
        for (int customer = 0; customer < 200; customer++) {
            int day = random.nextInt(300);
            double gap = 5 + 40 * random.nextDouble();
            double stop = 0.05 + 0.25 * random.nextDouble();
            while (day < 540) {
                lines.add("c" + customer + ",purchase," + FIRST.plusDays(day) + ","
                        + (500 + random.nextInt(3000)) / 100.0);
                if (random.nextDouble() < stop) {
                    break;
                }
                day += 1 + (int) (-gap * StrictMath.log(1 - random.nextDouble()));
            }
        }
        return lines;
    }

    @Test
    void areWhatTheModelsSayOfHistoriesAsKnownOnTheDate() {
        List<String> events = events();
        Map<String, String> row = shop(SHOP, events).row("2024-03-01", "c7");

        LocalDate asOf = LocalDate.parse("2024-03-01");
        List<int[]> counted = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        int place = -1;
        for (int customer = 0; customer < 200; customer++) {
            String start = "c" + customer + ",";
            List<String[]> known = events.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.split(",", -1))
                    .filter(cells -> LocalDate.parse(cells[2]).isBefore(asOf))
                    .toList();
            if (known.isEmpty()) {
                continue;
            }
            int first =
                    (int) (asOf.toEpochDay() - LocalDate.parse(known.get(0)[2]).toEpochDay());
            int last = (int) (asOf.toEpochDay()
                    - LocalDate.parse(known.get(known.size() - 1)[2]).toEpochDay());
            long cents = known.stream()
                    .skip(1)
                    .mapToLong(cells -> Math.round(100 * Double.parseDouble(cells[3])))
                    .sum();
            place = customer == 7 ? counted.size() : place;
            counted.add(new int[] {known.size() - 1, first - last, first});
            means.add(known.size() == 1 ? 0.0 : cents / (100.0 * (known.size() - 1)));
        }
        PurchaseHistories histories = PurchaseHistories.of(
                counted.stream().mapToInt(each -> each[0]).toArray(),
                counted.stream().mapToInt(each -> each[1]).toArray(),
                counted.stream().mapToInt(each -> each[2]).toArray(),
                means.stream().mapToDouble(Double::doubleValue).toArray());
        ValueScores scores = ValueModel.fit(asOf, histories).score(asOf, histories, new ValueSettings(60, 12, 0.1, 1));

        assertThat(number(row, "value_alive")).isEqualTo(scores.alive()[place]);
        assertThat(number(row, "value_purchases_60d")).isEqualTo(scores.purchases()[place]);
        assertThat(number(row, "value_no_purchase_60d")).isEqualTo(scores.noPurchase()[place]);
        assertThat(number(row, "value_spend")).isEqualTo(scores.spend().orElseThrow()[place]);
        assertThat(number(row, "value_lifetime_12m"))
                .isEqualTo(scores.lifetimeValue().orElseThrow()[place]);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void areTheSameInTrainingAndByTheModelsKeptFromIt() throws IOException {
        HistoryFolder history = shop(SHOP, events());
        List<String> training = history.training();
        ValueModels kept = ValueModels.read("kept", Files.readAllBytes(folder.resolve(ValueModels.FILE)));
        Snapshot frozen = new Snapshot(
                        CustomerHistory.read(folder.resolve("history.yaml")),
                        folder,
                        new DatabaseSettings(1, 256),
                        Progress.SILENT)
                .with(kept);

        assertThat(kept.purchases()).hasSize(4);
        for (String date : List.of("2024-01-01", "2024-02-01", "2024-04-01")) {
            List<String> own = unmarked(history.features(date));
            List<String> learned = training.stream()
                    .filter(line -> line.startsWith(date))
                    .map(line -> line.replaceFirst("^([^,]*,[^,]*),[^,]*", "$1"))
                    .toList();
            frozen.features(LocalDate.parse(date), folder.resolve("frozen.csv"));
            assertThat(own.subList(1, own.size()))
                    .as(date)
                    .hasSizeGreaterThan(50)
                    .isEqualTo(learned);
            assertThat(unmarked(Files.readAllLines(folder.resolve("frozen.csv"))))
                    .as(date)
                    .isEqualTo(own);
        }
        // A later date gets the parameters of the last one, an earlier one none that were fitted later.
        frozen.features(LocalDate.parse("2024-05-01"), folder.resolve("frozen.csv"));
        assertThat(unmarked(Files.readAllLines(folder.resolve("frozen.csv"))))
                .isNotEqualTo(unmarked(history.features("2024-05-01")));
        assertThat(frozen.features(LocalDate.parse("2023-12-01"), folder.resolve("frozen.csv")))
                .contains("value models: none fitted as of 2023-12-01: no model in the bundle was fitted by then");
    }

    /** Lines of who is there, without the last columns: the day of leaving, and the mark of the plan, which differs with the value models. */
    private static List<String> unmarked(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .filter(line -> line.endsWith(",") || line.endsWith("left_on"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void keepTheRiskOutOfTheValueThatCareWeighs() {
        List<String> events = events();
        events.addAll(List.of(
                "fresh,purchase,2023-02-01,10.00",
                "fresh,purchase,2024-02-28,30.00",
                "fresh,return,2024-02-29,-5.00",
                "silent,purchase,2023-02-01,10.00",
                "silent,purchase,2023-10-01,25.00"));
        HistoryFolder history = shop(SHOP, events);
        Map<String, String> fresh = history.row("2024-03-01", "fresh");
        Map<String, String> silent = history.row("2024-03-01", "silent");

        assertThat(fresh.get("margin_if_kept")).isEqualTo("25").isEqualTo(silent.get("margin_if_kept"));
        assertThat(number(fresh, "value_lifetime_12m")).isGreaterThan(number(silent, "value_lifetime_12m"));
        history.training();
        assertThat(DatasetDescription.read(folder.resolve("dataset.yaml")).valueColumn())
                .map(column -> column.name())
                .contains("margin_if_kept");
    }

    @Test
    void haveIntervalsWhereTheyAreAskedFor() throws IOException {
        shop(SHOP, events());
        new Snapshot(
                        CustomerHistory.read(folder.resolve("history.yaml")).withIntervals(),
                        folder,
                        new DatabaseSettings(1, 256),
                        Progress.SILENT)
                .features(LocalDate.parse("2024-03-01"), folder.resolve("wide.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("wide.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[header.indexOf("left_on")].isEmpty()) {
                continue;
            }
            for (String column : List.of("value_alive", "value_purchases_60d", "value_lifetime_12m")) {
                if (cells[header.indexOf(column + "_low")].isEmpty()) {
                    assertThat(column).as(line).isEqualTo("value_lifetime_12m");
                    continue;
                }
                double value = Double.parseDouble(cells[header.indexOf(column)]);
                assertThat(Double.parseDouble(cells[header.indexOf(column + "_low")]))
                        .isLessThanOrEqualTo(value);
                assertThat(Double.parseDouble(cells[header.indexOf(column + "_high")]))
                        .isGreaterThanOrEqualTo(value);
            }
        }
        assertThat(header).contains("value_purchases_60d_low");
    }

    @Test
    void ofContractsAreMarginAndRemainingLife() {
        List<String> yaml = List.of(
                "format: 1",
                "name: lines",
                "until: 2024-07-01",
                "sources: {events: {path: events.csv, columns: {customer: who, kind: kind, occurredAt: day, amount: paid}}}",
                "measures: {amount: {scale: 2, unit: EUR}}",
                "kinds: {join: {}, bill: {measures: [amount]}, leave: {}}",
                "churn: {kind: contractual, horizonDays: 30}",
                "value: {marginShare: 0.5, periodDays: 30, months: 6}");
        List<String> events = new ArrayList<>(List.of("who,kind,day,paid"));
        SplittableRandom random = new SplittableRandom(3);
        for (int customer = 0; customer < 150; customer++) {
            LocalDate start = FIRST.plusDays(random.nextInt(200));
            double risk = 0.02 + 0.3 * random.nextDouble();
            events.add("c" + customer + ",join," + start + ",");
            int month = 0;
            boolean left = false;
            while (!left && month < 14) {
                events.add("c" + customer + ",bill," + start.plusDays(30L * month) + ",20.00");
                month++;
                left = random.nextDouble() < risk;
            }
            if (left) {
                events.add("c" + customer + ",leave," + start.plusDays(30L * month) + ",");
            }
        }
        events.add("long,join,2023-01-01,");
        events.add("long,bill,2024-01-15,20.00");
        events.add("new,join,2024-02-15,");
        events.add("new,bill,2024-02-15,20.00");
        HistoryFolder history = shop(yaml, events);
        Map<String, String> old = history.row("2024-03-01", "long");
        Map<String, String> young = history.row("2024-03-01", "new");

        assertThat(number(old, "margin_if_kept")).isEqualTo(0.5 * 20);
        assertThat(number(young, "margin_if_kept")).isEqualTo(0.5 * 20 * 365 / 90);
        assertThat(number(old, "value_remaining_6m"))
                .isGreaterThan(number(young, "value_remaining_6m"))
                .isLessThanOrEqualTo(180);
        assertThat(number(young, "value_lifetime_6m"))
                .isBetween(
                        0.9 * number(young, "margin_if_kept") / 365 * number(young, "value_remaining_6m"),
                        number(young, "margin_if_kept") / 365 * number(young, "value_remaining_6m"));
    }

    @Test
    void areNotMadeWhereSaidSo() {
        List<String> none = new ArrayList<>(SHOP);
        none.add("value: {models: false}");

        assertThat(shop(none, events()).features("2024-03-01").get(0))
                .contains("margin_if_kept")
                .doesNotContain("value_alive");
        assertThat(folder.resolve(ValueModels.FILE)).doesNotExist();
    }

    @Test
    void nameTheLineOfWhatCannotBe() {
        List<String> wrong = new ArrayList<>(SHOP);
        wrong.add("value: {measure: amuont}");

        assertThatThrownBy(() -> shop(wrong, events()).features("2024-03-01"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "history.yaml line 10: 'measure' of 'value' is 'amuont'; expected one of 'measures'; did you mean 'amount'?");
    }
}
