package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.training.layout.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Work items as aligned columns below a header; columns in which no item has anything are left out, and long texts cut. */
public final class WorkTable {
    private static final String GAP = "  ";
    private static final int LONGEST = 40;

    private record Part(LocalizedText header, boolean number, Function<JsonNode, String> cell) {}

    private static final List<Part> PARTS = List.of(
            text("item", "工作项", "itemId"),
            new Part(LocalizedText.of("due", "应办"), false, item -> Moments.shown(item.path("dueAt"))),
            new Part(LocalizedText.of("before", "截止"), false, WorkTable::before),
            new Part(LocalizedText.of("late", "逾期"), false, WorkTable::late),
            new Part(LocalizedText.of("gain", "预期收益"), true, item -> gain(item.path("gain"))),
            text("customer", "客户", "customerId"),
            text("team", "团队", "team"),
            text("owner", "负责人", "owner"),
            text("channel", "渠道", "channel"),
            text("action", "行动", "action"),
            text("status", "状态", "status"),
            text("agent", "经办人", "claimedBy"),
            text("outcome", "结果", "disposition"),
            new Part(LocalizedText.of("note", "备注"), false, item -> cut(item.path("note"))),
            new Part(LocalizedText.of("what to do", "做什么"), false, item -> cut(item.path("text"))),
            text("unit", "业务", "unitId"));

    private WorkTable() {}

    private static Part text(String english, String chinese, String field) {
        return new Part(LocalizedText.of(english, chinese), false, item -> plain(item.path(field)));
    }

    private static String plain(JsonNode value) {
        return Excerpt.plain(value.asText("").strip());
    }

    /** From when on it makes no sense; of what is over nobody asks. */
    private static String before(JsonNode item) {
        return isClosed(item) ? "" : Moments.shown(item.path("expiresAt"));
    }

    /** A mark that is found by skimming the list, in every language. */
    private static String late(JsonNode item) {
        return !isClosed(item) && item.path("overdue").asBoolean() ? "!" : "";
    }

    private static boolean isClosed(JsonNode item) {
        return item.path("status").asText().equals("closed");
    }

    private static String gain(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.doubleValue()) : "";
    }

    private static String cut(JsonNode value) {
        String whole = plain(value);
        List<String> lines = DisplayWidth.wrapped(whole, LONGEST);
        return lines.size() == 1 ? whole : lines.get(0) + "…";
    }

    /**
     * One item, with all that is to be done below it unless it is closed.
     *
     * @param width columns of a line of that
     */
    public static List<String> lines(JsonNode item, Language language, int width) {
        List<String> lines = new ArrayList<>(lines(List.of(item), language));
        String text = plain(item.path("text"));
        if (DisplayWidth.of(text) > LONGEST && !isClosed(item)) {
            lines.add("");
            lines.addAll(DisplayWidth.wrapped(text, width));
        }
        return lines;
    }

    /** The lines; none where there is no item. */
    public static List<String> lines(List<JsonNode> items, Language language) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(PARTS.stream().map(part -> part.header().in(language)).toList());
        for (JsonNode item : items) {
            rows.add(PARTS.stream().map(part -> part.cell().apply(item)).toList());
        }
        int[] shown = IntStream.range(0, PARTS.size())
                .filter(part ->
                        rows.stream().skip(1).anyMatch(row -> !row.get(part).isEmpty()))
                .toArray();
        int[] widths = IntStream.of(shown)
                .map(part -> rows.stream()
                        .mapToInt(row -> DisplayWidth.of(row.get(part)))
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < shown.length; i++) {
                String cell = row.get(shown[i]);
                String space = " ".repeat(widths[i] - DisplayWidth.of(cell));
                line.append(i == 0 ? "" : GAP).append(PARTS.get(shown[i]).number() ? space + cell : cell + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
