package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A quantity of events. It is kept as a whole number of its smallest part (cents), so that sums are exact in any order.
 *
 * @param name of the measure
 * @param scale decimal places, 0 to 6
 * @param unit e.g. yuan
 * @param listOf the measure of which this is the list price; empty for none
 * @param names what people call it; none where the name will do
 */
public record Measure(String name, int scale, Unit unit, Optional<String> listOf, LocalizedText names) {
    /** What names and units of counts say. */
    private static final Set<String> COUNTED = Set.of(
            "quantity",
            "quantities",
            "qty",
            "count",
            "counts",
            "units",
            "pieces",
            "items",
            "times",
            "calls",
            "clicks",
            "visits",
            "seconds",
            "minutes",
            "hours",
            "days",
            "points",
            "数量",
            "件数",
            "次数",
            "件",
            "个",
            "次",
            "秒",
            "分钟",
            "小时",
            "天",
            "积分");

    private static final Set<String> MONEY = Set.of(
            "amount", "price", "value", "total", "paid", "cost", "costs", "fee", "revenue", "sales", "spend", "spent",
            "money", "cents", "fen", "金额", "分");

    /** The most decimal places. */
    public static final int MOST_PLACES = 6;

    /** Checks the scale. */
    public Measure {
        if (scale < 0 || scale > MOST_PLACES) {
            throw new IllegalArgumentException("scale: " + scale + " (expected: 0 to " + MOST_PLACES + ")");
        }
    }

    /** Whether it surely counts things and is no amount of money: it has no decimal places, and its name or its unit says so, and neither speaks of money. */
    public boolean isCount() {
        if (scale > 0 || listOf.isPresent()) {
            return false;
        }
        Set<String> words = Stream.of(name.replace('_', ' '), unit.in(Language.ENGLISH), unit.in(Language.CHINESE))
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(" ", -1)))
                .collect(Collectors.toSet());
        return words.stream().anyMatch(COUNTED::contains)
                && words.stream()
                        .noneMatch(word -> MONEY.contains(word)
                                || IsoCurrency.is(IsoCurrency.meanings(word).get(0)));
    }

    /** How many smallest parts make one: 100 for two places. */
    public long parts() {
        long parts = 1;
        for (int place = 0; place < scale; place++) {
            parts *= 10;
        }
        return parts;
    }
}
