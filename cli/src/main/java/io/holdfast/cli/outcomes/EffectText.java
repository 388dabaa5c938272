package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.effect.CellNames;
import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.Verdict;
import io.holdfast.care.inference.Comparison;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What care brought about, as lines for a terminal. */
public final class EffectText {
    /** Strikes out the character before it; where a terminal cannot, the word in front says it. */
    private static final char STROKE = '\u0336';

    private static final Set<String> CLAIMS = Set.of(Verdict.HELPS.code(), Verdict.HARMS.code());

    private final JsonNode reply;
    private final boolean chinese;
    private final boolean strokes;
    private final List<String> lines = new ArrayList<>();

    /**
     * Lines of a reply of {@code GET /v1/effects}.
     *
     * @param strokes whether wrong readings are struck out: a terminal shows that, a file or another program does not
     */
    public EffectText(JsonNode reply, boolean chinese, boolean strokes) {
        this.reply = reply;
        this.chinese = chinese;
        this.strokes = strokes;
    }

    /** The lines. */
    public List<String> lines() {
        lines.clear();
        String until = reply.path("closedUntil").asText("");
        lines.add(say(
                        "Decisions: %,d assigned against %,d shadow-assigned, by intention to treat; ",
                        "决定：执行组 %,d 次，对照组 %,d 次（按分组比较，不论是否联系上）；",
                        reply.path("assigned").asInt(),
                        reply.path("shadowAssigned").asInt())
                + (until.isEmpty() || reply.path("closedUntil").isNull()
                        ? say(
                                "no window of leaving is closed yet (nobody who stayed, left or returned is reported).",
                                "尚无已结束的流失窗口（没有上报的留存、流失或回流）。")
                        : say("windows of leaving closed until %s.", "流失窗口截止 %s。", until.substring(0, 10))));
        ratio();
        countedOut();
        primary();
        exploratory();
        explored();
        stopped();
        wrong();
        next();
        return List.copyOf(lines);
    }

    private void ratio() {
        JsonNode ratio = reply.path("sampleRatio");
        String counts = say(
                "Sample ratio: %,d of %,d households held out, %.1f expected (p = %.4f)",
                "样本比例：%2$,d 户中 %1$,d 户列入对照组，应为 %3$.1f（p = %4$.4f）",
                ratio.path("heldOut").asInt(),
                ratio.path("clusters").asInt(),
                ratio.path("expected").asDouble(),
                ratio.path("pValue").asDouble());
        boolean mismatch = ratio.path("mismatch").asBoolean();
        lines.add(counts
                + (mismatch
                        ? say(
                                ": MISMATCH. Find out what chose beside the lot before believing anything below.",
                                "：不符。请先查明抽签之外的选择因素，再看下列数字。")
                        : say(": as the lot makes it.", "：符合抽签。")));
    }

    private void countedOut() {
        JsonNode out = reply.path("countedOut");
        lines.add(say(
                "Not compared: %,d outside the lot, %,d decided later, %,d split, %,d of mixed arms, %,d with a certain lot.",
                "未比较：抽签之外 %,d，后续决定 %,d，同户两组 %,d，合并后混组 %,d，抽签已定 %,d。",
                out.path("outsideTheLot").asInt(),
                out.path("later").asInt(),
                out.path("split").asInt(),
                out.path("mixed").asInt(),
                out.path("certain").asInt()));
    }

    private void primary() {
        String declared = say("Primary effect, declared beforehand: ", "事先声明的主要效果：");
        lines.add(declared
                + StreamSupport.stream(reply.path("effects").spliterator(), false)
                        .filter(effect -> effect.path("primary").asBoolean())
                        .map(effect -> effect.path("text").asText())
                        .findFirst()
                        .orElse(say(
                                "net margin within 365 days cannot be told yet; it takes outcomes of the kind margin and closed windows.",
                                "365 天内净毛利尚无法得知；需要 margin 类结果和已结束的窗口。")));
    }

    /** All in a table, and below it the sentences of those of which something is claimed. */
    private void exploratory() {
        List<JsonNode> effects = StreamSupport.stream(reply.path("effects").spliterator(), false)
                .filter(effect -> !effect.path("primary").asBoolean())
                .toList();
        if (effects.isEmpty()) {
            return;
        }
        EffectTable table = new EffectTable(say("Exploratory", "探索性"), say("what may be said", "可下的结论"), chinese);
        effects.forEach(table::metric);
        section(table);
        effects.stream()
                .filter(effect -> CLAIMS.contains(effect.path("verdict").asText()))
                .forEach(effect -> lines.add("  " + effect.path("text").asText()));
    }

    private void section(EffectTable table) {
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
    }

    private void explored() {
        if (reply.path("explored").isEmpty()) {
            return;
        }
        String cuts = StreamSupport.stream(reply.path("by").spliterator(), false)
                .map(JsonNode::asText)
                .map(code -> Cut.of(code).map(CellNames::of).orElse(LocalizedText.same(code)))
                .map(name -> name.in(chinese ? Language.CHINESE : Language.ENGLISH))
                .collect(Collectors.joining(" x "));
        lines.add(say("By %s (a finding is worth a plan of its own, not yet a claim):", "按 %s（发现值得单独立项，尚非结论）：", cuts));
        Map<String, List<JsonNode>> told = StreamSupport.stream(
                        reply.path("explored").spliterator(), false)
                .filter(cell -> !cell.path("difference").isNull())
                .collect(Collectors.groupingBy(
                        cell -> EffectTable.name(cell, chinese), LinkedHashMap::new, Collectors.toList()));
        int few = reply.path("explored").size();
        for (List<JsonNode> cells : told.values()) {
            EffectTable table =
                    new EffectTable(EffectTable.name(cells.get(0), chinese), say("false discovery", "错误发现率"), chinese);
            cells.forEach(table::cell);
            section(table);
            few -= cells.size();
        }
        if (few > 0) {
            lines.add(say(
                    "  %,d more with too few in an arm for an estimate (at least %d households)",
                    "  另有 %,d 格，某一组人数过少，无法估计（至少 %d 户）", few, Comparison.FEWEST));
        }
    }

    /** What plans do not assign any more, unless their playbook says so. */
    private void stopped() {
        reply.path("pooled").forEach(effect -> {
            if (!effect.path("text").asText().isEmpty()) {
                lines.add(effect.path("text").asText());
            }
        });
    }

    private void wrong() {
        for (String name : List.of("treatedAgainstEverybody", "reachedAgainstNotReached")) {
            JsonNode reading = reply.path("wrongReadings").path(name);
            if (reading.isObject()) {
                lines.add(say("WRONG: ", "错误读法：")
                        + (strokes
                                ? crossedOut(reading.path("text").asText())
                                : reading.path("text").asText()));
            }
        }
    }

    private void next() {
        reply.path("next").forEach(step -> lines.add(say("NEXT: ", "下一步：") + step.asText()));
    }

    /** The claim is crossed out, up to where the sentence says what is wrong about it. */
    private static String crossedOut(String text) {
        int claim = Math.max(text.indexOf(").") + 1, text.indexOf('。'));
        StringBuilder crossed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            crossed.append(text.charAt(i));
            if (i < claim) {
                crossed.append(STROKE);
            }
        }
        return crossed.toString();
    }

    private String say(String english, String inChinese, Object... values) {
        return String.format(Locale.ROOT, chinese ? inChinese : english, values);
    }
}
