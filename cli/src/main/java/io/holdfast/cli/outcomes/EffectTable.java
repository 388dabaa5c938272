package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.effect.EffectMetric;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.care.effect.Verdict;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.training.layout.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Effects of a reply, a row each, with the interval of one look, that of any number of looks, and what may be said. */
final class EffectTable {
    private final boolean chinese;
    private final TextTable table = TextTable.aligned("lrrrrrll");

    /** @param first what the rows are, above the first column */
    EffectTable(String first, String last, boolean chinese) {
        this.chinese = chinese;
        table.add(
                first,
                say("assigned", "执行组"),
                say("customers", "客户数"),
                say("shadow-assigned", "对照组"),
                say("customers", "客户数"),
                say("difference, at one look", "差（一次查看）"),
                say("over any number of looks", "任意多次查看"),
                last);
    }

    /** A metric and window, with what may be said of it. */
    void metric(JsonNode effect) {
        add(name(effect, chinese), effect, said(effect));
    }

    /** What is compared, within which window; of shares in percent. */
    static String name(JsonNode effect, boolean chinese) {
        String code = effect.path("metric").asText();
        return metric(code)
                .map(metric -> name(metric, effect.path("days").asInt(), chinese))
                .orElse(code);
    }

    private static String name(EffectMetric metric, int days, boolean chinese) {
        String name = EffectWords.name(metric, days).in(chinese ? Language.CHINESE : Language.ENGLISH);
        return metric.isRate() ? name + (chinese ? "（%）" : ", %") : name;
    }

    /** A cell that was found by looking around: figures, and nothing that they prove. */
    void cell(JsonNode cell) {
        boolean finding = cell.path("finding").asBoolean();
        String share = cell.path("falseDiscovery").isNumber()
                ? String.format(Locale.ROOT, "%.4f", cell.path("falseDiscovery").asDouble())
                : "";
        add(cell.path("name").asText(), cell, share + (finding ? say("  FINDING", "  发现") : ""));
    }

    List<String> lines() {
        return table.text().lines().toList();
    }

    private void add(String name, JsonNode effect, String said) {
        Optional<EffectMetric> metric = metric(effect.path("metric").asText());
        double scale = isRate(metric) ? 100 : 1;
        JsonNode assigned = effect.path("assigned");
        JsonNode shadow = effect.path("shadowAssigned");
        table.add(
                name,
                number("%.2f", assigned.path("mean"), scale),
                customers(assigned, metric),
                number("%.2f", shadow.path("mean"), scale),
                customers(shadow, metric),
                number("%+.2f", effect.path("difference").path("point"), scale)
                        + range(" (", effect.path("difference"), scale, ")"),
                range("", effect.path("sequence"), scale, ""),
                said);
    }

    /** Who counts: of satisfaction those who answered, of how many; of margin everybody, with how many any is reported of unless it is of all. */
    private String customers(JsonNode side, Optional<EffectMetric> metric) {
        int closed = side.path("closed").asInt();
        int reported = side.path("reported").asInt(closed);
        if (metric.filter(EffectMetric.SATISFACTION::equals).isPresent()) {
            return String.format(Locale.ROOT, say("%,d of %,d answered", "%2$,d 名中 %1$,d 名作答"), reported, closed);
        }
        if (metric.filter(EffectMetric.MARGIN::equals).isPresent() && reported < closed) {
            return String.format(Locale.ROOT, say("%,d (%,d reported)", "%,d（%,d 有上报）"), closed, reported);
        }
        return String.format(Locale.ROOT, "%,d", reported);
    }

    private static String number(String format, JsonNode value, double scale) {
        return value.isNumber() ? String.format(Locale.ROOT, format, scale * value.asDouble()) : "";
    }

    private String range(String before, JsonNode interval, double scale, String after) {
        if (!interval.path("low").isNumber() || !interval.path("high").isNumber()) {
            return "";
        }
        return before
                + number("%+.2f", interval.path("low"), scale)
                + say(" to ", " 至 ")
                + number("%+.2f", interval.path("high"), scale)
                + after;
    }

    private String said(JsonNode effect) {
        String code = effect.path("verdict").asText();
        return Arrays.stream(Verdict.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(verdict -> words(verdict) + more(effect))
                .orElse(code);
    }

    private String words(Verdict verdict) {
        return switch (verdict) {
            case HELPS -> say("care helps", "关怀有效");
            case HARMS -> say("care harms", "关怀有害");
            case NOT_ENOUGH_YET -> say("not enough evidence yet", "证据尚不足");
            case TOO_FEW -> say("too few for an estimate", "人数过少");
            case UNEVEN_ANSWERS -> say("nothing claimed: uneven answers", "作答比例不同，不作结论");
            case UNREPORTED -> say("nothing claimed: one side unreported", "某组无上报，不作结论");
            case SAMPLE_RATIO_MISMATCH -> say("nothing claimed: the lot was not kept", "与抽签比例不符，不作结论");
        };
    }

    /** Of shares, for which a change of a fifth is worth seeing; of means it would be the number for whatever difference chance shows now. */
    private String more(JsonNode effect) {
        JsonNode more = effect.path("moreCustomers");
        return more.isNumber()
                        && more.asLong() > 0
                        && isRate(metric(effect.path("metric").asText()))
                ? String.format(Locale.ROOT, say(": about %,d more customers", "：约需再有 %,d 名客户"), more.asLong())
                : "";
    }

    private static boolean isRate(Optional<EffectMetric> metric) {
        return metric.filter(EffectMetric::isRate).isPresent();
    }

    private static Optional<EffectMetric> metric(String code) {
        return Arrays.stream(EffectMetric.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private String say(String english, String inChinese) {
        return chinese ? inChinese : english;
    }
}
