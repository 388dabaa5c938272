package io.holdfast.care.effect;

import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people call the cells that effects are explored by. */
public final class CellNames {
    private CellNames() {}

    /** A cell, by its part of every cut. */
    public static LocalizedText of(List<Cut> cuts, ExploredCell cell, CareNames names) {
        List<LocalizedText> parts = IntStream.range(0, cuts.size())
                .mapToObj(at -> part(cuts.get(at), cell.names().get(at), names))
                .toList();
        return LocalizedText.of(joined(parts, Language.ENGLISH), joined(parts, Language.CHINESE));
    }

    private static String joined(List<LocalizedText> parts, Language language) {
        return parts.stream().map(part -> part.in(language)).collect(Collectors.joining(" / "));
    }

    private static LocalizedText part(Cut cut, String code, CareNames names) {
        return switch (cut) {
            case ACTION -> names.action(code);
            case REASON -> names.reason(code);
            case TIER -> names.tier(code);
            case PERIOD, PLAN -> LocalizedText.same(code);
        };
    }

    /** What customers are parted by. */
    public static LocalizedText of(Cut cut) {
        return switch (cut) {
            case ACTION -> LocalizedText.of("action", "行动");
            case REASON -> LocalizedText.of("reason", "原因");
            case TIER -> LocalizedText.of("tier", "层级");
            case PERIOD -> LocalizedText.of("month", "月份");
            case PLAN -> LocalizedText.of("plan", "计划");
        };
    }
}
