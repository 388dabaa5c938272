package io.holdfast.care.effect;

import io.holdfast.care.inference.ArmMean;
import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.ConfidenceSequence;
import io.holdfast.care.inference.Estimate;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Locale;
import java.util.Optional;

/** Puts effects into sentences. */
public final class EffectWords {
    private EffectWords() {}

    /** What is compared, within which window. */
    public static LocalizedText name(EffectMetric metric, int days) {
        return switch (metric) {
            case LEAVE_RATE -> both("left within " + days + " days", days + " 天内流失");
            case RETURN_RATE -> both("came back within " + days + " days", days + " 天内回流");
            case SATISFACTION -> both("satisfaction within " + days + " days", days + " 天内满意度");
            case RETAINED_MONTHS -> both("months retained within " + days + " days", days + " 天内留存月数");
            case MARGIN -> both("net margin within " + days + " days", days + " 天内净毛利");
        };
    }

    /** An effect with its intervals, and what may be said of it; whether it is exploratory stands before it. */
    public static LocalizedText of(EffectEstimate estimate) {
        return both(claim(estimate, Language.ENGLISH), claim(estimate, Language.CHINESE));
    }

    /** An effect with its intervals, and nothing that it proves: of a cell that somebody found by looking around. */
    public static LocalizedText figures(EffectEstimate estimate) {
        return both(figures(estimate, Language.ENGLISH), figures(estimate, Language.CHINESE));
    }

    private static String claim(EffectEstimate estimate, Language language) {
        boolean chinese = language == Language.CHINESE;
        String kind = estimate.primary() ? "" : (chinese ? "探索性：" : "exploratory: ");
        if (estimate.comparison().isEmpty()) {
            return kind + figures(estimate, language);
        }
        return kind
                + looked(estimate, language)
                + (chinese ? "；" : "; ")
                + judged(estimate).in(language)
                + perOne(estimate, chinese)
                + (chinese ? "：" : ": ")
                + verdict(estimate).in(language);
    }

    private static String figures(EffectEstimate estimate, Language language) {
        boolean chinese = language == Language.CHINESE;
        String text = looked(estimate, language);
        return estimate.comparison()
                .flatMap(Comparison::sequence)
                .map(sequence -> text
                        + (chinese ? "；任意多次查看 " : "; over any number of looks ")
                        + range(sequence, estimate.metric(), chinese))
                .orElse(text);
    }

    /** The interval by which an effect is judged, over any number of looks, or why there is none; empty without a comparison. */
    public static LocalizedText judged(EffectEstimate estimate) {
        if (estimate.comparison().isEmpty()) {
            return LocalizedText.same("");
        }
        Comparison found = estimate.comparison().get();
        if (found.sequence().isPresent()) {
            Estimate sequence = found.sequence().get();
            return both(
                    "judged by the interval over any number of looks, " + range(sequence, estimate.metric(), false),
                    "判定区间（任意多次查看）" + range(sequence, estimate.metric(), true));
        }
        if (!found.isBeforeFirstLook()) {
            return both("nothing to judge by, since all values are equal", "数值全部相同，无从判定");
        }
        boolean shadows = found.shadow().clusters() <= found.assigned().clusters();
        int fewer = shadows ? found.shadow().clusters() : found.assigned().clusters();
        return both(
                format(
                        "no interval to judge by yet, since the one over any number of looks begins at %d households in each arm and there are %,d %s",
                        ConfidenceSequence.EARLIEST, fewer, shadows ? "shadow-assigned" : "assigned"),
                format(
                        "尚无判定区间（任意多次查看的区间自每组 %d 户起给出，%s组仅 %,d 户）",
                        ConfidenceSequence.EARLIEST, shadows ? "对照" : "执行", fewer));
    }

    private static String range(Estimate range, EffectMetric metric, boolean chinese) {
        double scale = metric.isRate() ? 100 : 1;
        return format(
                chinese ? "%+.2f 至 %+.2f%s" : "%+.2f to %+.2f%s",
                range.low() * scale,
                range.high() * scale,
                metric.isRate() ? (chinese ? " 个百分点" : " points") : "");
    }

    private static String looked(EffectEstimate estimate, Language language) {
        boolean chinese = language == Language.CHINESE;
        String name = name(estimate.metric(), estimate.days()).in(language);
        if (estimate.comparison().isEmpty() && estimate.metric() == EffectMetric.SATISFACTION) {
            return format(
                    chinese
                            ? "%s：执行组 %,d 名中 %,d 名作答，对照组 %,d 名中 %,d 名作答；%s"
                            : "%1$s: %3$,d of %2$,d assigned and %5$,d of %4$,d shadow-assigned who answered; %6$s",
                    name,
                    estimate.assigned(),
                    estimate.assignedReported(),
                    estimate.shadow(),
                    estimate.shadowReported(),
                    tooFew().in(language));
        }
        if (estimate.comparison().isEmpty()) {
            return format(
                    chinese ? "%s：执行组 %,d 名，对照组 %,d 名；%s" : "%s: %,d assigned, %,d shadow-assigned; %s",
                    name,
                    estimate.assigned(),
                    estimate.shadow(),
                    tooFew().in(language));
        }
        Comparison found = estimate.comparison().get();
        boolean rate = estimate.metric().isRate();
        double scale = rate ? 100 : 1;
        String unit = rate ? (chinese ? "%" : " %") : "";
        String text = format(
                chinese ? "%s：执行组 %.2f%s（%s），对照组 %.2f%s（%s）；差 %s" : "%s: %.2f%s of %s, %.2f%s of %s; difference %s",
                name,
                found.assigned().mean() * scale,
                unit,
                who(
                        estimate,
                        found.assigned(),
                        estimate.assigned(),
                        estimate.assignedReported(),
                        chinese ? "" : "assigned",
                        chinese),
                found.shadow().mean() * scale,
                unit,
                who(
                        estimate,
                        found.shadow(),
                        estimate.shadow(),
                        estimate.shadowReported(),
                        chinese ? "" : "shadow-assigned",
                        chinese),
                interval(found.difference(), scale, rate ? (chinese ? " 个百分点" : " points") : "", chinese));
        Optional<Estimate> relative = found.relative();
        if (relative.isPresent() && Double.isFinite(relative.get().high())) {
            text += (chinese ? "，相对 " : ", relative ") + interval(relative.get(), 100, chinese ? "%" : " %", chinese);
        }
        return text + (chinese ? "，一次查看" : ", at one look");
    }

    /** Of satisfaction, how many answered of how many: those who do not differ from those who do. Of margin, of how many any is reported at all. */
    private static String who(
            EffectEstimate estimate, ArmMean arm, int closed, int reported, String side, boolean chinese) {
        if (estimate.metric() == EffectMetric.MARGIN) {
            return chinese
                    ? format("%,d 名，其中 %,d 名有上报", arm.units(), reported)
                    : format("%,d %s (%,d with any reported)", arm.units(), side, reported);
        }
        if (estimate.metric() != EffectMetric.SATISFACTION) {
            return chinese ? format("%,d 名", arm.units()) : format("%,d %s", arm.units(), side);
        }
        double share = 100.0 * arm.units() / closed;
        return chinese
                ? format("%,d 名中 %,d 名作答，%.0f%%", closed, arm.units(), share)
                : format("%,d of %,d %s who answered (%.0f %%)", arm.units(), closed, side, share);
    }

    private static String perOne(EffectEstimate estimate, boolean chinese) {
        boolean leaving = estimate.metric() == EffectMetric.LEAVE_RATE;
        String harm = leaving
                ? (chinese ? "；每 %.0f 名多流失一名（%.0f 至 %.0f）" : "; one more leaves for every %.0f treated (%.0f to %.0f)")
                : (chinese
                        ? "；每 %.0f 名少回流一名（%.0f 至 %.0f）"
                        : "; one fewer comes back for every %.0f treated (%.0f to %.0f)");
        String save = leaving
                ? (chinese ? "；每 %.0f 名少流失一名（%.0f 至 %.0f）" : "; one fewer leaves for every %.0f treated (%.0f to %.0f)")
                : (chinese
                        ? "；每 %.0f 名多回流一名（%.0f 至 %.0f）"
                        : "; one more comes back for every %.0f treated (%.0f to %.0f)");
        return estimate.treatedPerSave()
                .map(number -> perOne(save, number))
                .or(() -> estimate.treatedPerHarm().map(number -> perOne(harm, number)))
                .orElse("");
    }

    private static String perOne(String format, Estimate number) {
        return format(format, number.point(), number.low(), number.high());
    }

    private static String interval(Estimate estimate, double scale, String unit, boolean chinese) {
        if (!Double.isFinite(estimate.high() - estimate.low())) {
            return format("%+.2f%s", estimate.point() * scale, unit)
                    + (chinese ? "（数值全部相同，无区间）" : " (no interval: all values are equal)");
        }
        return format(
                chinese ? "%+.2f%4$s（%+.2f 至 %+.2f%4$s）" : "%+.2f%4$s (%+.2f to %+.2f%4$s)",
                estimate.point() * scale,
                estimate.low() * scale,
                estimate.high() * scale,
                unit);
    }

    /** What may be said of an effect. */
    public static LocalizedText verdict(EffectEstimate estimate) {
        return switch (estimate.verdict()) {
            case HELPS -> both("care helps", "关怀有效");
            case HARMS -> both("care harms", "关怀有害");
            case TOO_FEW -> tooFew();
            case UNEVEN_ANSWERS ->
                both("nothing is claimed, since the two sides did not answer alike", "两组作答比例不同，不作任何结论");
            case UNREPORTED ->
                both("nothing is claimed, since of one side no margin is reported at all", "某一组没有任何毛利上报，不作任何结论");
            case SAMPLE_RATIO_MISMATCH ->
                both("nothing is claimed, since the arms are not as large as the lot makes them", "两组人数与抽签比例不符，不作任何结论");
            case NOT_ENOUGH_YET -> both(missing(estimate, false), missing(estimate, true));
        };
    }

    private static LocalizedText tooFew() {
        return both(
                "too few in an arm for an estimate (at least " + Comparison.FEWEST + " households)",
                "某一组人数过少，无法估计（至少 " + Comparison.FEWEST + " 户）");
    }

    private static String missing(EffectEstimate estimate, boolean chinese) {
        String text = chinese ? "证据尚不足" : "not enough evidence yet";
        if (estimate.moreCustomers().isEmpty()) {
            return text;
        }
        long more = estimate.moreCustomers().getAsLong();
        boolean rate = estimate.metric().isRate();
        if (more == 0 && rate) {
            return text
                    + (chinese
                            ? "；若有五分之一的变化，百次中约八十次已能看出"
                            : "; a change of a fifth would by now have been seen in 80 of 100 cases");
        }
        if (more == 0) {
            return text
                    + (chinese
                            ? "；若差异如目前所见，百次中约八十次已能判定"
                            : "; if the difference is as large as it looks, it would by now have been told in 80 of 100 cases");
        }
        long campaigns = estimate.moreCampaigns().orElse(0);
        String number = format(
                chinese ? "约需再有 %,d 名客户，或 %,d 次同等规模的活动" : "about %,d more customers, or %,d more such campaign%s",
                more,
                campaigns,
                campaigns == 1 ? "" : "s");
        return chinese ? text + "：" + aim(estimate, true) + number : text + ": " + number + aim(estimate, false);
    }

    /** What that many would be enough for: the first interval; a share's change that is worth seeing; a mean has no such change, and its difference is taken as seen. */
    private static String aim(EffectEstimate estimate, boolean chinese) {
        if (estimate.isUntilFirstLook()) {
            return chinese ? "到有判定区间为止，" : ", until there is an interval to judge by";
        }
        if (estimate.metric().isRate()) {
            return chinese ? "要看出五分之一的变化，" : ", to see a change of a fifth";
        }
        return chinese ? "若差异如目前所见，" : ", if the difference is as large as it now looks";
    }

    /** The first of the wrong readings with what is wrong about it; empty where there is none. */
    public static LocalizedText againstEverybody(WrongReadings wrong) {
        return sentence(wrong.treatedAgainstEverybody(), claimAgainstEverybody(wrong), faultAgainstEverybody());
    }

    /** What the first of them claims; empty where there is none. */
    public static LocalizedText claimAgainstEverybody(WrongReadings wrong) {
        return wrong.treatedAgainstEverybody()
                .map(reading -> both(
                        format(
                                "treated against everybody: %+.2f points of leaving (%.2f %% of %,d decisions against %.2f %% of %,d).",
                                parts(reading)),
                        format(
                                "执行组与所有其他客户相比：流失 %1$+.2f 个百分点（%3$,d 次决定中 %2$.2f%%，%5$,d 次决定中 %4$.2f%%）。",
                                parts(reading))))
                .orElse(LocalizedText.same(""));
    }

    /** What is wrong about it. */
    public static LocalizedText faultAgainstEverybody() {
        return both("It compares those who were chosen for their risk with the others.", "这是把因风险高而被选中的人与其他人相比。");
    }

    /** The second one alike. */
    public static LocalizedText reachedAgainstNotReached(WrongReadings wrong) {
        return sentence(
                wrong.reachedAgainstNotReached(),
                claimReachedAgainstNotReached(wrong),
                faultReachedAgainstNotReached());
    }

    /** What the second of them claims; empty where there is none. */
    public static LocalizedText claimReachedAgainstNotReached(WrongReadings wrong) {
        return wrong.reachedAgainstNotReached()
                .map(reading -> both(
                        format(
                                "reached against not reached: %+.2f points of leaving (%.2f %% of %,d decisions against %.2f %% of %,d).",
                                parts(reading)),
                        format(
                                "联系上的与未联系上的相比：流失 %1$+.2f 个百分点（%3$,d 次决定中 %2$.2f%%，%5$,d 次决定中 %4$.2f%%）。",
                                parts(reading))))
                .orElse(LocalizedText.same(""));
    }

    /** What is wrong about it. */
    public static LocalizedText faultReachedAgainstNotReached() {
        return both("It compares those who pick up with those who have turned away.", "这是把愿意接听的人与已疏远的人相比。");
    }

    private static LocalizedText sentence(Optional<WrongReading> reading, LocalizedText claim, LocalizedText fault) {
        return reading.isEmpty()
                ? LocalizedText.same("")
                : both(
                        claim.in(Language.ENGLISH) + " " + fault.in(Language.ENGLISH),
                        claim.in(Language.CHINESE) + fault.in(Language.CHINESE));
    }

    private static Object[] parts(WrongReading reading) {
        return new Object[] {
            100 * reading.difference(),
            100 * reading.firstRate(),
            reading.first(),
            100 * reading.secondRate(),
            reading.second()
        };
    }

    private static LocalizedText both(String english, String chinese) {
        return LocalizedText.of(english, chinese);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
