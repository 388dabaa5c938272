package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.fault.Excerpt;
import java.util.Set;

/** Who has a step of work, and what came of it, in one sentence. */
final class WorkWords {
    private static final Set<String> BY_NOBODY = Set.of(
            "stopped",
            "expired",
            "superseded",
            "contacted",
            "overridden",
            "opted_out",
            "profiling_objection",
            "returned");

    private final JsonNode work;
    private final boolean chinese;

    WorkWords(JsonNode work, boolean chinese) {
        this.work = work;
        this.chinese = chinese;
    }

    String sentence() {
        StringBuilder words = new StringBuilder();
        words.append(
                switch (text("status")) {
                    case "open" -> say("open, nobody has claimed it", "待认领");
                    case "claimed" -> say("claimed by ", "认领人 ") + text("claimedBy");
                    default -> closed();
                });
        if (!text("status").equals("closed")) {
            int attempts = work.path("attempts").asInt();
            if (attempts > 0) {
                words.append(say("; attempts " + attempts + ", the last ", "；已尝试 " + attempts + " 次，最近一次 "))
                        .append(text("disposition"))
                        .append(say(" on ", "，"))
                        .append(Moments.shown(work.path("attemptedAt")));
            }
            if (!work.path("callBackAt").isNull()) {
                words.append(say("; to be called back ", "；约定回访 ")).append(Moments.shown(work.path("callBackAt")));
            }
            words.append(say("; due ", "；应办 ")).append(Moments.shown(work.path("dueAt")));
        }
        if (work.path("escalated").asBoolean()) {
            words.append(say("; escalated", "；已上报"));
        }
        words.append(named("; unit ", "；业务 ", "unitId"));
        words.append(named("; team ", "；团队 ", "team")).append(named("; owner ", "；负责人 ", "owner"));
        return words.append(say("; step ", "；步骤 "))
                .append(work.path("step").asInt())
                .append(say(", item ", "，工作项 "))
                .append(text("itemId"))
                .toString();
    }

    /** What nobody's attempt closed may have been tried before. */
    private String closed() {
        return work.path("attemptedAt").isNull()
                        || work.path("claimedBy").isNull()
                        || BY_NOBODY.contains(text("disposition"))
                ? say("closed: ", "已结束：") + text("disposition")
                : say("closed by ", "已结束，经办人 ")
                        + text("claimedBy")
                        + say(" on ", "，")
                        + Moments.shown(work.path("attemptedAt"))
                        + say(": ", "：")
                        + text("disposition");
    }

    private String named(String english, String inChinese, String field) {
        String name = text(field);
        return name.isEmpty() ? "" : say(english, inChinese) + name;
    }

    private String text(String field) {
        return Excerpt.plain(work.path(field).asText(""));
    }

    private String say(String english, String inChinese) {
        return chinese ? inChinese : english;
    }
}
