package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Why customers leave, as lines for a terminal. */
public final class DiagnosisText {
    private final JsonNode reply;
    private final DiagnosisFigures words;
    private final List<String> lines = new ArrayList<>();

    /** Lines of a reply of {@code GET /v1/diagnosis}. */
    public DiagnosisText(JsonNode reply, boolean chinese) {
        this.reply = reply;
        this.words = new DiagnosisFigures(chinese);
    }

    /** The lines. */
    public List<String> lines() {
        lines.clear();
        lines.add(words.say(
                "%s%s, customers: %s; changes are against the month before, in points, with 95 %% intervals.",
                "%s%s，客户数：%s；变化为相对上月的百分点及 95%% 区间。",
                reply.path("month").asText(),
                reply.path("running").asBoolean()
                        ? words.say(" (still running: its figures will change)", "（本月未结束，数字仍会变动）")
                        : "",
                words.count(reply.path("customers"))));
        reply.path("next").forEach(step -> lines.add(words.say("NEXT: ", "下一步：") + step.asText()));
        reply.path("groups").forEach(this::group);
        without();
        agreements();
        care();
        fixes();
        interviews();
        hidden();
        return List.copyOf(lines);
    }

    private void group(JsonNode group) {
        String change = words.change(group);
        section(words.say(
                "%s: %s%s%s",
                "%s：%s%s%s",
                group.path("name").asText(),
                words.share(group),
                change.isEmpty() ? "" : words.say(", change ", "，变化 ") + change,
                undecided(group)));
        lines.addAll(new ReasonTable(words, group.path("reasons")).lines());
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void section(String title, TextTable table) {
        section(title);
        lines.addAll(table.text().lines().toList());
    }

    private String undecided(JsonNode group) {
        JsonNode undecided = group.path("undecided");
        return undecided.isInt() && undecided.asInt() == 0
                ? ""
                : words.say("; besides, without a decision: %s", "；另有无决定者：%s", words.count(undecided));
    }

    private void without() {
        if (!reply.path("withoutData").isEmpty()) {
            section(words.say("No evidence of any kind for: ", "没有任何证据的原因：")
                    + StreamSupport.stream(reply.path("withoutDataNames").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(words.say(", ", "、"))));
        }
    }

    private void agreements() {
        if (reply.path("agreements").isEmpty()) {
            return;
        }
        TextTable table = TextTable.aligned("lrlr");
        table.add(
                "",
                words.say("customers", "客户数"),
                words.say("same reason", "原因相同"),
                words.say("always the commonest", "一律猜最常见"));
        reply.path("agreements").forEach(line -> {
            JsonNode share = line.path("share");
            table.add(
                    words.kind(line.path("one").asText())
                            + words.say(" and ", "与")
                            + words.kind(line.path("other").asText()),
                    words.count(line.path("customers")),
                    share.isNull()
                            ? words.say("too few customers with both", "两者皆有的客户过少")
                            : words.say(
                                    "%.1f %% (%.1f to %.1f %%)",
                                    "%.1f%%（%.1f 至 %.1f%%）",
                                    100 * share.path("point").asDouble(),
                                    100 * share.path("low").asDouble(),
                                    100 * share.path("high").asDouble()),
                    share.isNull()
                            ? ""
                            : words.say(
                                    "%.1f %%",
                                    "%.1f%%", 100 * line.path("majority").asDouble()));
        });
        section(words.say("Where kinds of evidence agree", "各类证据的一致性"), table);
    }

    private void care() {
        if (reply.path("care").isEmpty()) {
            return;
        }
        TextTable table = TextTable.aligned("lrrrrrl");
        table.add(
                words.say("reason", "原因"),
                words.say("customers", "客户数"),
                words.say("reached", "联系上"),
                words.say("planned", "已计划"),
                words.say("held out", "对照组"),
                words.say("none", "未安排"),
                words.say("mostly", "多为"));
        reply.path("care")
                .forEach(line -> table.add(
                        line.path("name").asText(),
                        words.count(line.path("customers")),
                        words.count(line.path("reached")),
                        words.count(line.path("planned")),
                        words.count(line.path("heldOut")),
                        words.count(line.path("none")),
                        line.path("actionName").asText("")));
        section(words.say("What care answered it", "关怀的应对"), table);
    }

    private void fixes() {
        if (reply.path("fixes").isEmpty()) {
            return;
        }
        boolean told = reply.path("fixesBy").asText().equals("stated_or_confirmed");
        TextTable table = TextTable.aligned("lrrrrrl");
        table.add(
                words.say("reason", "原因"),
                words.kind("model"),
                words.kind("stated"),
                words.kind("confirmed"),
                words.say("margin at stake", "涉及毛利"),
                words.say("of customers", "涉及客户"),
                words.say("owner", "负责人"));
        reply.path("fixes")
                .forEach(fix -> table.add(
                        fix.path("name").asText(),
                        words.count(fix.path("model")),
                        words.count(fix.path("stated")),
                        words.count(fix.path("confirmed")),
                        fix.path("marginAtStake").isNull()
                                ? words.say("too few reported", "上报过少")
                                : words.say(
                                        "%,.0f",
                                        "%,.0f", fix.path("marginAtStake").asDouble()),
                        fix.path("marginAtStake").isNull() ? "" : words.count(fix.path("marginOf")),
                        fix.path("owner").isNull()
                                ? words.say("nobody yet", "尚无")
                                : fix.path("owner").asText()));
        section(
                told
                        ? words.say(
                                "Mend, the first first (margin of those still there who stated it or in whom it was confirmed)",
                                "待改进（依次；毛利为仍在、自述或确认者）")
                        : words.say(
                                "Mend, the first first (margin of those still there, by the model)",
                                "待改进（依次；毛利为仍在、模型推断者）"),
                table);
    }

    private void interviews() {
        TextTable table = TextTable.aligned("llrl");
        table.add(
                words.say("group", "组别"),
                words.say("tier", "层级"),
                words.say("drawn from", "可抽"),
                words.say("customers", "客户"));
        boolean any = false;
        for (JsonNode draw : reply.path("interviews")) {
            if (!draw.path("customers").isEmpty()) {
                any = true;
                table.add(
                        group(draw.path("group").asText()),
                        draw.path("tierName").asText(),
                        words.count(draw.path("of")),
                        StreamSupport.stream(draw.path("customers").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", ")));
            }
        }
        if (any) {
            section(words.say("Ask them openly why", "访谈（请开放式提问）"), table);
        }
    }

    private void hidden() {
        if (words.hides()) {
            section(words.say(
                    "“not shown” is a count of 1 to 4, or another from which such a count could be worked out.",
                    "“不显示”表示 1 至 4 名，或能由其推算出此类人数的其他人数。"));
        }
    }

    private String group(String code) {
        return StreamSupport.stream(reply.path("groups").spliterator(), false)
                .filter(group -> group.path("group").asText().equals(code))
                .map(group -> group.path("name").asText())
                .findFirst()
                .orElse(code);
    }
}
