package io.holdfast.features.draft;

import io.holdfast.features.history.ColumnPiece;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the description that columns suggest; what only people can know stands there as a comment. */
final class HistoryDraft {
    private static final Set<String> QUANTITY = Set.of("quantity", "qty", "units", "count", "数量", "件数");
    private static final Set<String> PRICE = Set.of("price", "unitprice", "单价", "价格");
    private static final Set<String> MONEY =
            Set.of("amount", "value", "paid", "revenue", "total", "sales", "spend", "金额", "实付", "总价", "销售额");
    /** What kinds of events are called in Chinese. */
    private static final Map<String, Meaning> KINDS = Map.ofEntries(
            Map.entry("购买", new Meaning(KindRole.PURCHASE, "Purchase")),
            Map.entry("下单", new Meaning(KindRole.PURCHASE, "Order placed")),
            Map.entry("订单", new Meaning(KindRole.PURCHASE, "Order")),
            Map.entry("消费", new Meaning(KindRole.PURCHASE, "Spending")),
            Map.entry("使用", new Meaning(KindRole.USAGE, "Usage")),
            Map.entry("登录", new Meaning(KindRole.VISIT, "Login")),
            Map.entry("访问", new Meaning(KindRole.VISIT, "Visit")),
            Map.entry("退货", new Meaning(KindRole.RETURN, "Return")),
            Map.entry("取消", new Meaning(KindRole.CANCELLATION, "Cancellation")),
            Map.entry("账单", new Meaning(KindRole.BILL, "Bill")),
            Map.entry("缴费", new Meaning(KindRole.PAYMENT, "Bill payment")),
            Map.entry("付款", new Meaning(KindRole.PAYMENT, "Payment")),
            Map.entry("咨询", new Meaning(KindRole.CONTACT, "Inquiry")),
            Map.entry("投诉", new Meaning(KindRole.COMPLAINT, "Complaint")),
            Map.entry("续约", new Meaning(KindRole.RENEWAL, "Contract renewal")),
            Map.entry("续保", new Meaning(KindRole.RENEWAL, "Policy renewal")),
            Map.entry("开户", new Meaning(KindRole.JOIN, "Account opening")),
            Map.entry("入网", new Meaning(KindRole.JOIN, "Activation")),
            Map.entry("注册", new Meaning(KindRole.JOIN, "Registration")),
            Map.entry("销户", new Meaning(KindRole.LEAVE, "Account closing")),
            Map.entry("离网", new Meaning(KindRole.LEAVE, "Disconnection")),
            Map.entry("退订", new Meaning(KindRole.LEAVE, "Unsubscription")),
            Map.entry("退保", new Meaning(KindRole.LEAVE, "Surrender")),
            Map.entry("关怀", new Meaning(KindRole.CARE, "Care")));

    /** What a kind is called in English where nobody knows what it means. */
    private static final String UNKNOWN = "Other";

    private static final List<String> TAKEN = List.of(
            "customer",
            "unit",
            "event",
            "kind",
            "known",
            "occurred",
            "age",
            "day",
            "id",
            "line",
            "as_of",
            "household",
            "state");
    private static final int LONG = 360;
    private static final int HORIZON = 90;
    private static final int SHORTEST = 7;

    private final EventColumns columns;
    private final long rows;

    /** @param english tells it apart from other kinds of the role: features of two must not have one name */
    private record Meaning(KindRole role, String english) {}

    HistoryDraft(EventColumns columns, long rows) {
        this.columns = columns;
        this.rows = rows;
    }

    String yaml(String path, TableFormat format) {
        List<String> lines = new ArrayList<>(List.of("format: 1", "name: " + name(path), "sources:", "  events:"));
        lines.add("    path: " + YamlText.of(path));
        if (format.delimiter() != ',') {
            lines.add("    delimiter: "
                    + (format.delimiter() == '\t' ? "tab" : '"' + String.valueOf(format.delimiter()) + '"'));
        }
        if (!format.encoding().equals(StandardCharsets.UTF_8)) {
            lines.add("    encoding: " + format.encoding().name());
        }
        ColumnProfile.TimeTally time = columns.occurred().time().orElseThrow();
        if (!time.form().format().isEmpty()) {
            lines.add("    timeFormat: [" + YamlText.of(time.form().format()) + "]"
                    + columns.occurred()
                            .rival(time)
                            .map(rival -> "  # or " + rival.format() + ": both read as many")
                            .orElse(""));
        }
        Map<String, String> measures = measures();
        Map<String, Integer> scales = scales();
        boolean returns =
                columns.kind().isEmpty() && columns.measures().stream().anyMatch(measure -> measure.negative() > 0);
        if (columns.kind().isEmpty()) {
            lines.add("    kind: purchase  # or what else these events are");
            if (returns) {
                lines.add("    negativeKind: return  # what a number below 0 means");
            }
        }
        lines.add("    columns:");
        columns.event().ifPresent(event -> lines.add("      event: " + YamlText.of(event.name())));
        lines.add("      customer: " + YamlText.of(columns.customer().name()));
        columns.kind().ifPresent(kind -> lines.add("      kind: " + YamlText.of(kind.name())));
        lines.add("      occurredAt: " + YamlText.of(columns.occurred().name()));
        columns.arrived().ifPresent(arrived -> lines.add("      arrivedAt: " + YamlText.of(arrived.name())));
        measures.forEach((measure, from) -> lines.add("      " + measure + ": " + from));
        categories(measures).forEach((category, from) -> lines.add("      " + category + ": " + from));
        if (!measures.isEmpty()) {
            lines.add("measures:  # complete their units");
            measures.forEach((measure, from) ->
                    lines.add("  " + measure + ": {scale: " + scales.get(measure) + names(measure, from) + "}"));
        }
        kinds(lines, measures, returns);
        churn(lines, time);
        cleaning(lines, time, returns);
        return String.join("\n", lines) + "\n";
    }

    private static String name(String path) {
        String file =
                path.substring(path.lastIndexOf('/') + 1).replaceAll("(\\.csv|\\.txt|\\.tsv|\\.parquet)?(\\.gz)?$", "");
        String name =
                file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
        return YamlText.of(name.isEmpty() ? "history" : name.substring(0, Math.min(64, name.length())));
    }

    /** Measure -> the column or product of columns behind it. */
    private Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        Optional<ColumnProfile> quantity = named(QUANTITY);
        Optional<ColumnProfile> price = named(PRICE);
        Optional<ColumnProfile> money = named(MONEY);
        if (money.isPresent()) {
            measures.put("amount", YamlText.of(money.get().name()));
        } else if (price.isPresent() && quantity.isPresent()) {
            measures.put(
                    "amount",
                    "[" + YamlText.of(quantity.get().name()) + ", "
                            + YamlText.of(price.get().name()) + "]");
        }
        for (ColumnProfile column : columns.measures()) {
            if (money.filter(other -> other == column).isEmpty()) {
                measures.put(free(column, measures, "measure"), YamlText.of(column.name()));
            }
        }
        return measures;
    }

    private Map<String, Integer> scales() {
        Map<String, Integer> scales = new LinkedHashMap<>();
        Map<String, String> measures = measures();
        measures.forEach((measure, from) -> scales.put(
                measure,
                Math.min(
                        Measure.MOST_PLACES,
                        columns.measures().stream()
                                .filter(column -> from.equals(YamlText.of(column.name()))
                                        || (from.startsWith("[") && from.contains(YamlText.of(column.name()))))
                                .mapToInt(ColumnProfile::places)
                                .sum())));
        return scales;
    }

    /** People in China go on reading the header that they know. */
    private static String names(String measure, String from) {
        return HeaderWords.isChinese(from) && !from.startsWith("[")
                ? ", names: {en: " + measure.replace('_', ' ') + ", zh-CN: "
                        + (from.startsWith("\"") ? from : '"' + from + '"') + "}"
                : "";
    }

    private Optional<ColumnProfile> named(Set<String> words) {
        return columns.measures().stream()
                .filter(column -> HeaderWords.has(column, words)
                        || words.contains(column.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Map<String, String> categories(Map<String, String> measures) {
        Map<String, String> categories = new LinkedHashMap<>(measures);
        columns.categories()
                .forEach(column -> categories.put(free(column, categories, "category"), YamlText.of(column.name())));
        measures.keySet().forEach(categories::remove);
        return categories;
    }

    /** A name for a column that is fit and not taken. */
    private static String free(ColumnProfile column, Map<String, String> given, String otherwise) {
        String fit = HeaderWords.fit(column);
        String name = HeaderWords.inEnglish(column.name()).orElse(fit.isEmpty() ? otherwise : fit);
        name = name.substring(0, Math.min(30, name.length()));
        name = TAKEN.contains(name) ? name + "_text" : name;
        String unique = name;
        for (int number = 2; given.containsKey(unique); number++) {
            unique = name + "_" + number;
        }
        return unique;
    }

    private void kinds(List<String> lines, Map<String, String> measures, boolean returns) {
        String held = measures.isEmpty() ? "{}" : "{measures: [" + String.join(", ", measures.keySet()) + "]}";
        lines.add("kinds:");
        if (columns.kind().isEmpty()) {
            lines.add("  purchase: " + held);
            if (returns) {
                lines.add("  return: " + held);
            }
            return;
        }
        Set<String> found = new TreeSet<>(columns.kind().get().values());
        Map<String, String> english = english(found);
        for (String kind : found) {
            Optional<KindRole> role = role(kind);
            boolean counted = role.filter(KindRole::isObserved).isPresent() || role.isEmpty();
            List<String> keys = new ArrayList<>();
            if (KindRole.named(kind).isEmpty()) {
                role.ifPresent(meant -> keys.add("kind: " + meant.word()));
            }
            if (counted && !measures.isEmpty()) {
                keys.add("measures: [" + String.join(", ", measures.keySet()) + "]");
            }
            if (english.containsKey(kind)) {
                keys.add("names: {en: " + english.get(kind) + ", zh-CN: " + YamlText.of(kind) + "}");
            }
            lines.add("  " + YamlText.of(kind) + ": {" + String.join(", ", keys) + "}"
                    + (role.isEmpty()
                            ? "  # complete: " + (english.containsKey(kind) ? "the English name and " : "")
                                    + "kind, one of "
                                    + Arrays.stream(KindRole.values())
                                            .map(KindRole::word)
                                            .collect(Collectors.joining(", "))
                            : ""));
        }
    }

    private static Optional<KindRole> role(String kind) {
        return KindRole.named(kind)
                .or(() -> Optional.ofNullable(KINDS.get(kind)).map(Meaning::role));
    }

    /** Of kinds that no column can be named by, a name in English that is no other kind's. */
    private static Map<String, String> english(Set<String> kinds) {
        Map<String, String> english = new LinkedHashMap<>();
        Set<String> taken = kinds.stream().map(ColumnPiece::of).collect(Collectors.toCollection(TreeSet::new));
        for (String kind : kinds) {
            if (ColumnPiece.of(kind).isEmpty()) {
                String name = Optional.ofNullable(KINDS.get(kind))
                        .map(Meaning::english)
                        .orElse(UNKNOWN);
                String unique = name;
                for (int number = 2; !taken.add(ColumnPiece.of(unique)); number++) {
                    unique = name + " " + number;
                }
                english.put(kind, unique);
            }
        }
        return english;
    }

    private void churn(List<String> lines, ColumnProfile.TimeTally time) {
        long days = time.last().toEpochDay() - time.first().toEpochDay();
        long horizon = days >= LONG ? HORIZON : Math.max(SHORTEST, days / 6);
        boolean leaves = columns.kind()
                .filter(kind -> kind.values().stream()
                        .anyMatch(value -> role(value)
                                .filter(role -> role == KindRole.LEAVE)
                                .isPresent()))
                .isPresent();
        lines.add("# Complete: within how many days leaving is to be foreseen"
                + (leaves ? "" : ", and after how many without a purchase nobody counts as a customer") + ".");
        lines.add(
                leaves
                        ? "churn: {kind: contractual, horizonDays: " + Math.min(30, horizon) + "}"
                        : "churn: {kind: non-contractual, horizonDays: " + horizon + ", atRiskDays: " + 2 * horizon
                                + "}");
    }

    private void cleaning(List<String> lines, ColumnProfile.TimeTally time, boolean returns) {
        List<String> rules = new ArrayList<>();
        if (columns.customer().missingCells() > 0) {
            rules.add("withoutCustomer: drop");
        }
        if (time.read() < rows) {
            rules.add("badTime: drop");
        }
        if (returns) {
            rules.add("net: {return: purchase}");
        }
        if (!rules.isEmpty()) {
            lines.add("cleaning: {" + String.join(", ", rules) + "}  # what is left out is counted");
        }
    }
}
