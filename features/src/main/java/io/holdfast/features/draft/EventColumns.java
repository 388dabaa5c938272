package io.holdfast.features.draft;

import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the columns of an event file seem to be for.
 *
 * @param customer who
 * @param occurred when
 * @param arrived when it was known
 * @param kind what
 * @param event tells equal lines apart
 * @param measures numbers
 * @param categories texts of a few values
 */
record EventColumns(
        ColumnProfile customer,
        ColumnProfile occurred,
        Optional<ColumnProfile> arrived,
        Optional<ColumnProfile> kind,
        Optional<ColumnProfile> event,
        List<ColumnProfile> measures,
        List<ColumnProfile> categories) {
    private static final Set<String> CUSTOMER = Set.of(
            "customer",
            "client",
            "user",
            "account",
            "member",
            "buyer",
            "visitor",
            "cust",
            "customerid",
            "userid",
            "客户",
            "会员",
            "用户",
            "顾客",
            "买家");
    /** What a header in Chinese says of a customer besides who it is. */
    private static final Set<String> ABOUT_CUSTOMERS =
            Set.of("类型", "等级", "级别", "性别", "姓名", "名称", "来源", "电话", "手机", "地址", "生日", "年龄");

    private static final Set<String> KIND = Set.of("kind", "type", "event", "action", "activity", "类型", "事件", "行为");
    private static final Set<String> ARRIVED =
            Set.of("arrived", "arrival", "received", "loaded", "recorded", "ingested", "known", "到达", "入库", "录入", "登记");
    private static final Set<String> NAMES =
            Set.of("id", "no", "number", "code", "zip", "postcode", "phone", "编号", "单号", "编码", "邮编", "电话", "手机");
    private static final int MOST_KINDS = 60;
    private static final int MOST_LEVELS = 5000;
    private static final int MOST_CATEGORIES = 3;

    static EventColumns of(String file, List<ColumnProfile> columns, long rows) {
        List<ColumnProfile> left = new ArrayList<>(columns);
        List<ColumnProfile> times =
                left.stream().filter(column -> column.time().isPresent()).toList();
        Optional<ColumnProfile> arrived =
                times.size() > 1 ? times.stream().filter(named(ARRIVED)).findFirst() : Optional.empty();
        ColumnProfile occurred = times.stream()
                .filter(column -> arrived.filter(other -> other == column).isEmpty())
                .max(Comparator.comparingLong(ColumnProfile::present))
                .orElseThrow(
                        () -> new InputException(
                                "no_time",
                                file + " has no column of times: none of " + String.join(", ", names(columns))
                                        + " can be read as dates (expected: a line for each event, with the time when it happened)"));
        left.removeAll(times);
        ColumnProfile customer = left.stream()
                .filter(named(CUSTOMER).and(named(ABOUT_CUSTOMERS).negate()).and(column -> column.distinct() > 1))
                .findFirst()
                .or(() -> left.stream()
                        .filter(column -> column.places() == 0 && column.distinct() > 1)
                        .filter(column -> 2L * column.distinct() < rows)
                        .max(Comparator.comparingInt(ColumnProfile::distinct)))
                .orElseThrow(() -> new InputException(
                        "no_customer",
                        file + " has no column whose values come again as customers do, among "
                                + String.join(", ", names(left))
                                + " (expected: a line for each event, with the customer it is of)"));
        left.remove(customer);
        Optional<ColumnProfile> kind = left.stream()
                .filter(named(KIND)
                        .and(column ->
                                column.distinct() <= MOST_KINDS && !column.isNumber() && column.missingCells() == 0))
                .findFirst();
        kind.ifPresent(left::remove);
        Optional<ColumnProfile> event = left.stream()
                .filter(column -> column.distinct() == rows && column.places() == 0)
                .findFirst();
        event.ifPresent(left::remove);
        List<ColumnProfile> measures = left.stream()
                .filter(ColumnProfile::isNumber)
                .filter(named(NAMES).negate())
                .toList();
        left.removeAll(measures);
        List<ColumnProfile> categories = left.stream()
                .filter(column -> column.distinct() > 1 && column.distinct() <= MOST_LEVELS)
                .filter(named(NAMES).negate().or(column -> column.words().contains("code")))
                .limit(MOST_CATEGORIES)
                .toList();
        return new EventColumns(customer, occurred, arrived, kind, event, measures, categories);
    }

    private static Predicate<ColumnProfile> named(Set<String> words) {
        return column -> HeaderWords.has(column, words);
    }

    private static List<String> names(List<ColumnProfile> columns) {
        return columns.stream().map(ColumnProfile::name).toList();
    }
}
