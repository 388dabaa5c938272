package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EffectWordsTest {
    /** A tenth is held out; so many of 100 treated leave, and so many of 100 shadows. */
    private static EffectReport report(int size, int treated, int untreated) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 10 == 0;
            boolean leaves = i / 10 % 100 < (held ? untreated : treated);
            DatedOutcome margin = outcome(OutcomeKind.MARGIN, 100, i % 7 + (held ? 0 : 0.1));
            units.add(
                    leaves
                            ? unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, left(30), margin)
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, margin));
        }
        return new EffectStudy(units, Units.reported(Units.after(900)))
                .answer(new EffectQuestion(Optional.empty(), List.of()));
    }

    private static EffectEstimate leaving(EffectReport report) {
        return report.estimates().stream()
                .filter(estimate -> estimate.metric() == EffectMetric.LEAVE_RATE && estimate.days() == 90)
                .findFirst()
                .orElseThrow();
    }

    private static EffectEstimate months(EffectReport report) {
        return report.estimates().stream()
                .filter(estimate -> estimate.metric() == EffectMetric.RETAINED_MONTHS)
                .findFirst()
                .orElseThrow();
    }

    private static String english(EffectEstimate estimate) {
        return EffectWords.of(estimate).in(Language.ENGLISH);
    }

    @Test
    void saysAnEffectWithItsIntervals() {
        EffectEstimate helps = leaving(report(20_000, 10, 20));

        assertThat(english(helps))
                .startsWith(
                        "exploratory: left within 90 days: 10.00 % of 18,000 assigned, 20.00 % of 2,000 shadow-assigned;"
                                + " difference -10.00 points (-11.8")
                .contains(" points), relative -50.00 % (", " %), at one look; ")
                .contains("; one fewer leaves for every 10 treated (")
                .contains("; judged by the interval over any number of looks, -1")
                .endsWith(": care helps");
        assertThat(EffectWords.of(helps).in(Language.CHINESE))
                .startsWith("探索性：90 天内流失：执行组 10.00%（18,000 名），对照组 20.00%（2,000 名）；差 -10.00 个百分点（-11.8")
                .contains(" 个百分点），相对 -50.00%（", "%），一次查看；判定区间（任意多次查看）-1", "；每 10 名少流失一名（")
                .endsWith("：关怀有效");
        EffectEstimate harms = leaving(report(20_000, 20, 10));
        assertThat(english(harms))
                .contains("; one more leaves for every 10 treated (")
                .endsWith(": care harms");
        assertThat(EffectWords.of(harms).in(Language.CHINESE)).contains("；每 10 名多流失一名（");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(english(leaving(report(5_000, 10, 10))))
                .contains("not enough evidence yet: about ")
                .endsWith(" more such campaigns, to see a change of a fifth")
                .doesNotContain("treated");
        EffectEstimate enough = leaving(report(80_000, 10, 10));
        assertThat(english(enough))
                .endsWith(
                        "not enough evidence yet; a change of a fifth would by now have been seen in 80 of 100 cases");
        assertThat(EffectWords.of(enough).in(Language.CHINESE)).endsWith("证据尚不足；若有五分之一的变化，百次中约八十次已能看出");
        assertThat(english(leaving(report(200, 10, 20))))
                .isEqualTo(
                        "exploratory: left within 90 days: 180 assigned, 20 shadow-assigned; too few in an arm for an estimate"
                                + " (at least 30 households)");
        EffectReport report = report(5_000, 10, 10);
        assertThat(report.estimates().get(0).primary()).isTrue();
        assertThat(english(report.estimates().get(0)))
                .startsWith(
                        "net margin within 365 days: 3.10 of 4,500 assigned (4,500 with any reported), 3.00 of 500 shadow-assigned (500 with any reported);")
                .endsWith("if the difference is as large as it now looks");
        assertThat(EffectWords.of(report.estimates().get(0)).in(Language.CHINESE))
                .contains("：证据尚不足：若差异如目前所见，约需再有 ");
    }

    /** However far from 0 the interval for one look is, the verdict goes by the other, and that has not begun. */
    @Test
    void saysWhyThereIsNothingToJudgeBy() {
        EffectEstimate early = months(report(500, 10, 40));

        assertThat(early.comparison().orElseThrow().difference().excludesZero()).isTrue();
        assertThat(early.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(early.moreCustomers()).hasValue(500);
        assertThat(english(early))
                .contains(
                        "; no interval to judge by yet, since the one over any number of looks begins at 100 households in each arm"
                                + " and there are 50 shadow-assigned: not enough evidence yet: about 500 more customers, or ")
                .endsWith(", until there is an interval to judge by");
        assertThat(EffectWords.of(early).in(Language.CHINESE))
                .contains("；尚无判定区间（任意多次查看的区间自每组 100 户起给出，对照组仅 50 户）：证据尚不足：到有判定区间为止，约需再有 500 名客户");
        assertThat(EffectWords.figures(early).in(Language.ENGLISH))
                .endsWith(" %), at one look")
                .doesNotContain("judge");
    }

    @Test
    void claimsNothingOfACell() {
        EffectEstimate helps = leaving(report(20_000, 10, 20));

        assertThat(EffectWords.figures(helps).in(Language.ENGLISH))
                .startsWith("left within 90 days: 10.00 %")
                .doesNotContain("care helps", "treated");
        assertThat(EffectWords.figures(helps).in(Language.CHINESE)).doesNotContain("关怀");
        assertThat(EffectWords.figures(leaving(report(200, 10, 20))).in(Language.ENGLISH))
                .contains("too few in an arm");
    }

    @Test
    void saysHowManyAnswered() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome[] answer = i / 10 % (held ? 2 : 4) == 0
                    ? new DatedOutcome[] {outcome(OutcomeKind.SATISFACTION, 20, i % 3)}
                    : new DatedOutcome[0];
            units.add(unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, answer));
        }
        EffectEstimate satisfaction = new EffectStudy(units, Units.reported(Units.after(110)))
                .answer(new EffectQuestion(Optional.empty(), List.of())).estimates().stream()
                        .filter(estimate -> estimate.metric() == EffectMetric.SATISFACTION)
                        .findFirst()
                        .orElseThrow();

        assertThat(english(satisfaction))
                .contains(" of 900 of 3,600 assigned who answered (25 %), ")
                .contains(" of 200 of 400 shadow-assigned who answered (50 %); difference")
                .endsWith("nothing is claimed, since the two sides did not answer alike");
        assertThat(EffectWords.of(satisfaction).in(Language.CHINESE))
                .contains("（3,600 名中 900 名作答，25%）", "（400 名中 200 名作答，50%）")
                .endsWith("两组作答比例不同，不作任何结论");
    }

    /** Everybody is there all the time. */
    @Test
    void saysWhereThereIsNoInterval() {
        EffectEstimate months = months(report(2000, 0, 0));

        assertThat(english(months))
                .contains(
                        "difference ",
                        "nothing to judge by, since all values are equal",
                        " (no interval: all values are equal)")
                .doesNotContain("nfinity");
        assertThat(EffectWords.of(months).in(Language.CHINESE)).contains("（数值全部相同，无区间）");
    }

    @Test
    void saysWhatIsWrongAboutTheWrongReadings() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            DatedOutcome[] leaves = i % 4 == 0 ? new DatedOutcome[] {left(9)} : new DatedOutcome[0];
            units.add(Units.with(unit("t" + i, Side.ASSIGNED, leaves), 0.1, false, i % 2 == 1, "price"));
            units.add(unit("n" + i, Side.NOT_CHOSEN));
        }
        WrongReadings wrong = WrongReadings.of(units, 90);

        assertThat(EffectWords.againstEverybody(wrong).in(Language.ENGLISH))
                .isEqualTo(
                        "treated against everybody: +25.00 points of leaving (25.00 % of 8 decisions against 0.00 % of 8)."
                                + " It compares those who were chosen for their risk with the others.");
        assertThat(EffectWords.reachedAgainstNotReached(wrong).in(Language.ENGLISH))
                .startsWith(
                        "reached against not reached: -50.00 points of leaving (0.00 % of 4 decisions against 50.00 % of 4).");
        assertThat(EffectWords.againstEverybody(wrong).in(Language.CHINESE))
                .contains("+25.00 个百分点（8 次决定中 25.00%，8 次决定中 0.00%）");
        WrongReadings none = WrongReadings.of(List.of(), 90);
        assertThat(EffectWords.againstEverybody(none).in(Language.ENGLISH)).isEmpty();
    }
}
