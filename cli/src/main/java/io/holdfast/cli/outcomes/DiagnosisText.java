package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Why customers leave, as lines for a terminal. */
public final class DiagnosisText {
    private static final List<String> KINDS = List.of("model", "stated", "confirmed");
    private static final List<String> NAMES = List.of("by the model", "stated", "confirmed by agents");
    private static final List<String> CHINESE = List.of("模型推断", "客户自述", "专员确认");

    private final JsonNode reply;
    private final boolean chinese;
    private final List<String> lines = new ArrayList<>();

    /** Lines of a reply of {@code GET /v1/diagnosis}. */
    public DiagnosisText(JsonNode reply, boolean chinese) {
        this.reply = reply;
        this.chinese = chinese;
    }

    /** The lines. */
    public List<String> lines() {
        lines.clear();
        lines.add(say(
                "%s%s, customers: %s; changes are against the month before, in points, with 95 %% intervals.",
                "%s%s，客户数：%s；变化为相对上月的百分点及 95%% 区间。",
                reply.path("month").asText(),
                reply.path("running").asBoolean()
                        ? say(" (still running: its figures will change)", "（本月未结束，数字仍会变动）")
                        : "",
                count(reply.path("customers"))));
        reply.path("next").forEach(step -> lines.add(say("NEXT: ", "下一步：") + step.asText()));
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
        lines.add(say("%s: %s%s", "%s：%s%s", group.path("name").asText(), change(group), undecided(group)));
        for (int kind = 0; kind < KINDS.size(); kind++) {
            JsonNode reasons = group.path("reasons").path(KINDS.get(kind));
            if (!reasons.isEmpty()) {
                lines.add("  " + name(kind) + say(": ", "：") + joined(reasons, say("; ", "；")));
            }
        }
    }

    private String undecided(JsonNode group) {
        JsonNode undecided = group.path("undecided");
        return undecided.isInt() && undecided.asInt() == 0
                ? ""
                : say("; besides, without a decision: %s", "；另有无决定者：%s", count(undecided));
    }

    private String joined(JsonNode reasons, String between) {
        return StreamSupport.stream(reasons.spliterator(), false)
                .filter(reason -> reason.path("pooled").asInt() == 0
                        || reason.path("customers").isNull()
                        || reason.path("customers").asInt() > 0)
                .map(reason -> reason.path("name").asText()
                        + (reason.path("pooled").asInt() > 0
                                ? say(
                                        " (%d pooled)",
                                        "（合并 %d 项）", reason.path("pooled").asInt())
                                : "")
                        + " "
                        + change(reason))
                .collect(Collectors.joining(between));
    }

    private String change(JsonNode node) {
        JsonNode customers = node.path("customers");
        int of = node.path("of").asInt();
        String share = node.path("of").isNull()
                ? say("not shown", "不显示")
                : customers.isNull()
                        ? say("not shown of %,d", "%,d 名中不显示", of)
                        : of == 0
                                ? say("none", "无")
                                : say("%.1f %% of %,d", "%2$,d 名中 %1$.1f%%", 100.0 * customers.asInt() / of, of);
        JsonNode change = node.path("change");
        if (change.isNull()) {
            return share;
        }
        return share
                + say(
                        " [%+.1f, %+.1f to %+.1f]%s",
                        " [%+.1f，%+.1f 至 %+.1f]%s",
                        100 * change.path("point").asDouble(),
                        100 * change.path("low").asDouble(),
                        100 * change.path("high").asDouble(),
                        node.path("finding").asBoolean() ? (change.path("point").asDouble() > 0 ? " ▲" : " ▼") : "");
    }

    private void without() {
        if (!reply.path("withoutData").isEmpty()) {
            lines.add(say("No evidence of any kind for: ", "没有任何证据的原因：")
                    + StreamSupport.stream(reply.path("withoutDataNames").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(say(", ", "、"))));
        }
    }

    private void agreements() {
        reply.path("agreements").forEach(line -> {
            String pair = name(KINDS.indexOf(line.path("one").asText()))
                    + say(" and ", "与")
                    + name(KINDS.indexOf(line.path("other").asText()));
            JsonNode share = line.path("share");
            lines.add(
                    share.isNull()
                            ? say(
                                    "Agreement, %s: too few customers with both (%s).",
                                    "一致性，%s：两者皆有的客户过少（%s）。", pair, count(line.path("customers")))
                            : say(
                                    "Agreement, %s: %.1f %% (%.1f to %.1f %%) of %,d; always the commonest: %.1f %%.",
                                    "一致性，%s：%.1f%%（%.1f 至 %.1f%%），共 %,d 名；一律猜最常见：%.1f%%。",
                                    pair,
                                    100 * share.path("point").asDouble(),
                                    100 * share.path("low").asDouble(),
                                    100 * share.path("high").asDouble(),
                                    line.path("customers").asInt(),
                                    100 * line.path("majority").asDouble()));
        });
    }

    private void care() {
        reply.path("care")
                .forEach(line -> lines.add(say(
                        "Care for %s: customers %s, reached %s, planned %s, held out %s, none %s%s.",
                        "关怀（%s）：客户 %s，联系上 %s，已计划 %s，对照组 %s，未安排关怀 %s%s。",
                        line.path("name").asText(),
                        count(line.path("customers")),
                        count(line.path("reached")),
                        count(line.path("planned")),
                        count(line.path("heldOut")),
                        count(line.path("none")),
                        line.path("actionName").isNull()
                                ? ""
                                : say(
                                        "; mostly “%s”",
                                        "；多为“%s”", line.path("actionName").asText()))));
    }

    private void fixes() {
        boolean told = reply.path("fixesBy").asText().equals("stated_or_confirmed");
        reply.path("fixes")
                .forEach(fix -> lines.add(say(
                        "MEND: %s: model %s, stated %s, confirmed %s; margin at stake %s; owner %s.",
                        "待改进：%s：模型 %s，自述 %s，确认 %s；涉及毛利 %s；负责人：%s。",
                        fix.path("name").asText(),
                        count(fix.path("model")),
                        count(fix.path("stated")),
                        count(fix.path("confirmed")),
                        fix.path("marginAtStake").isNull()
                                ? say("too few reported", "上报过少")
                                : say(
                                        told
                                                ? "%,.0f (still there, stated or confirmed, margin reported: %s)"
                                                : "%,.0f (still there, by the model, margin reported: %s)",
                                        told ? "%,.0f（仍在、自述或确认、上报过毛利：%s）" : "%,.0f（仍在、模型推断、上报过毛利：%s）",
                                        fix.path("marginAtStake").asDouble(),
                                        count(fix.path("marginOf"))),
                        fix.path("owner").isNull()
                                ? say("nobody yet", "尚无")
                                : fix.path("owner").asText())));
    }

    private void hidden() {
        String mark = say("not shown", "不显示");
        if (lines.stream().anyMatch(line -> line.contains(mark))) {
            lines.add(say(
                    "“not shown” is a count of 1 to 4, or another from which such a count could be worked out.",
                    "“不显示”表示 1 至 4 名，或能由其推算出此类人数的其他人数。"));
        }
    }

    private void interviews() {
        reply.path("interviews").forEach(draw -> {
            if (!draw.path("customers").isEmpty()) {
                lines.add(say(
                                "ASK: %s / %s (of %s): ",
                                "访谈：%s / %s（可抽：%s）：",
                                group(draw.path("group").asText()),
                                draw.path("tierName").asText(),
                                count(draw.path("of")))
                        + StreamSupport.stream(draw.path("customers").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", ")));
            }
        });
    }

    private String group(String code) {
        return StreamSupport.stream(reply.path("groups").spliterator(), false)
                .filter(group -> group.path("group").asText().equals(code))
                .map(group -> group.path("name").asText())
                .findFirst()
                .orElse(code);
    }

    /** What is not shown is small, or what a small one could be made up of. */
    private String count(JsonNode count) {
        return count.isNull() ? say("not shown", "不显示") : String.format(Locale.ROOT, "%,d", count.asInt());
    }

    private String name(int kind) {
        return (chinese ? CHINESE : NAMES).get(kind);
    }

    private String say(String english, String inChinese, Object... values) {
        return String.format(Locale.ROOT, chinese ? inChinese : english, values);
    }
}
