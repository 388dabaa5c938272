package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** Figures of a diagnosis in words of one language. */
final class DiagnosisFigures {
    /** Kinds of evidence, as replies write them. */
    static final List<String> KINDS = List.of("model", "stated", "confirmed");

    private static final List<String> NAMES = List.of("by the model", "stated", "confirmed by agents");
    private static final List<String> CHINESE = List.of("模型推断", "客户自述", "专员确认");

    private final boolean chinese;
    private boolean hides;

    DiagnosisFigures(boolean chinese) {
        this.chinese = chinese;
    }

    String say(String english, String inChinese, Object... values) {
        return String.format(Locale.ROOT, chinese ? inChinese : english, values);
    }

    String kind(String code) {
        return (chinese ? CHINESE : NAMES).get(KINDS.indexOf(code));
    }

    /** In place of a small count, or of one that a small one could be made up of. */
    String hidden() {
        hides = true;
        return say("not shown", "不显示");
    }

    /** Whether anything was. */
    boolean hides() {
        return hides;
    }

    String count(JsonNode count) {
        return count.isNull() ? hidden() : String.format(Locale.ROOT, "%,d", count.asInt());
    }

    /** How many customers, of how many, and which share that is: of a group of all, of a reason of those with that kind of evidence. */
    String share(JsonNode node) {
        JsonNode customers = node.path("customers");
        JsonNode of = node.path("of");
        if (of.isNull() || customers.isNull()) {
            return say("%s of %s", "%s / %s", count(customers), count(of));
        }
        return of.asInt() == 0
                ? "0"
                : say(
                        "%,d of %,d  %.1f %%",
                        "%,d / %,d  %.1f%%", customers.asInt(), of.asInt(), 100.0 * customers.asInt() / of.asInt());
    }

    /** Against the month before, in points; a triangle where that is more than chance. Empty where there is none. */
    String change(JsonNode node) {
        JsonNode change = node.path("change");
        if (!change.isObject()) {
            return "";
        }
        double point = change.path("point").asDouble();
        return say(
                "%+.1f (%+.1f to %+.1f)%s",
                "%+.1f（%+.1f 至 %+.1f）%s",
                100 * point,
                100 * change.path("low").asDouble(),
                100 * change.path("high").asDouble(),
                node.path("finding").asBoolean() ? (point > 0 ? " ▲" : " ▼") : "");
    }
}
