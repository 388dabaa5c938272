package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.answer;
import static io.holdfast.care.effect.Campaigns.estimate;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnansweredOutcomesTest {
    /** All answers are alike, but of the shadows fewer give one: who is still asked is no longer who was drawn. */
    @Test
    void claimsNoSatisfactionWhereTheSidesDoNotAnswerAlike() {
        assertThat(satisfaction(10).verdict()).isEqualTo(Verdict.HELPS);
        assertThat(satisfaction(9).verdict()).isEqualTo(Verdict.UNEVEN_ANSWERS);
        assertThat(satisfaction(9).moreCustomers()).isEmpty();
    }

    private static EffectEstimate satisfaction(int shadowsThatAnswer) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome answer = outcome(OutcomeKind.SATISFACTION, 20, held ? i / 10 % 4 : i % 4 + 2);
            units.add(
                    held && i / 10 % 10 >= shadowsThatAnswer
                            ? unit("c" + i, Side.SHADOW)
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, answer));
        }
        return estimate(answer(units, MUCH_LATER), EffectMetric.SATISFACTION, 90)
                .orElseThrow();
    }

    /** Too few answers are no few customers. */
    @Test
    void saysHowManyAnsweredWhereTheyAreTooFew() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            boolean held = i % 10 == 0;
            units.add(
                    i % 20 == 0 || i < 12
                            ? unit(
                                    "c" + i,
                                    held ? Side.SHADOW : Side.ASSIGNED,
                                    outcome(OutcomeKind.SATISFACTION, 20, 4))
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED));
        }
        EffectEstimate few = estimate(answer(units, MUCH_LATER), EffectMetric.SATISFACTION, 90)
                .orElseThrow();

        assertThat(few.comparison()).isEmpty();
        assertThat(EffectWords.of(few).in(Language.ENGLISH))
                .contains(
                        "satisfaction within 90 days: 10 of 900 assigned and 51 of 100 shadow-assigned who answered; too few");
        assertThat(EffectWords.of(few).in(Language.CHINESE)).contains("执行组 900 名中 10 名作答，对照组 100 名中 51 名作答");
    }

    @Test
    void claimsNoMarginThatOfOneSideNobodyReports() {
        EffectEstimate blind = margin(500);
        EffectEstimate seen = margin(499);

        assertThat(blind.comparison().orElseThrow().difference().point()).isGreaterThan(49);
        assertThat(blind.verdict()).isEqualTo(Verdict.UNREPORTED);
        assertThat(blind.moreCustomers()).isEmpty();
        assertThat(blind.assignedReported()).isEqualTo(4500);
        assertThat(blind.shadowReported()).isZero();
        assertThat(seen.verdict()).isEqualTo(Verdict.HELPS);
        assertThat(seen.shadowReported()).isEqualTo(1);
    }

    private static EffectEstimate margin(int shadowsWithoutReport) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome margin = outcome(OutcomeKind.MARGIN, 20, held ? i / 10 % 4 : 48 + i % 5);
            units.add(
                    held && i / 10 < shadowsWithoutReport
                            ? unit("c" + i, Side.SHADOW)
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, margin));
        }
        return estimate(answer(units, MUCH_LATER), EffectMetric.MARGIN, 365).orElseThrow();
    }
}
