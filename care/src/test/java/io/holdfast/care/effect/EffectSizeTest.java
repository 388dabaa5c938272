package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.answer;
import static io.holdfast.care.effect.Campaigns.campaign;
import static io.holdfast.care.effect.Campaigns.estimate;
import static io.holdfast.care.effect.Campaigns.leaving;
import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.ConfidenceSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectSizeTest {
    /**
     * 10 % to 8 % with a tenth held out takes 19,265 customers at one look; over any number of looks, at 0.05 / 14, 2.78 times as many by the width of the
     * sequence there (3.83 standard errors, by hand).
     */
    @Test
    void saysHowManyMoreItTakes() {
        EffectEstimate leaving = leaving(answer(campaign(5_000, 0.10, 0.10), MUCH_LATER));

        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        long needed = 5_000 + leaving.moreCustomers().orElseThrow();
        double width = ConfidenceSequence.width((double) needed, 0.05 / 14);
        double ratio = StrictMath.pow((width + 0.8416) / 2.8016, 2);
        // The variance of clusters divides by one less than their number: one customer in 500 more.
        assertThat(needed / ratio).isBetween(19_260.0, 19_320.0);
        assertThat(ratio).isBetween(2.0, 4.0);
        assertThat(leaving.moreCampaigns())
                .hasValue((long) StrictMath.ceil(leaving.moreCustomers().orElseThrow() / 5_000.0));
        assertThat(leaving(answer(campaign(20_000, 0.10, 0.10), MUCH_LATER))
                        .moreCustomers()
                        .orElseThrow())
                .as("enough for one look is not enough for any number of looks")
                .isPositive();
        assertThat(leaving(answer(campaign(80_000, 0.10, 0.10), MUCH_LATER)).moreCustomers())
                .as("enough to see a fifth fewer")
                .hasValue(0);
    }

    /** 20 % to 10 % would show in as many as are seen, but nothing is said before there are 100 clusters in the smaller arm. */
    @Test
    void waitsForTheFirstLookAtLeast() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean held = i % 10 == 0;
            units.add(
                    unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcome(OutcomeKind.MARGIN, 9, held ? i : 9000)));
        }
        EffectEstimate margin =
                estimate(answer(units, MUCH_LATER), EffectMetric.MARGIN, 365).orElseThrow();

        assertThat(margin.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(margin.moreCustomers()).as("100 of 60 seen").hasValue(400);
    }

    @Test
    void needsNoSizeWhereEverybodyLeft() {
        EffectEstimate leaving = leaving(answer(campaign(5_000, 1, 1), MUCH_LATER));

        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(leaving.moreCustomers()).isEmpty();
        assertThat(leaving.moreCampaigns()).isEmpty();
    }

    /** The second plan has ten times as many customers, and no closed window: it tells nothing of how large campaigns are that were seen. */
    @Test
    void countsCampaignsThatWereSeen() {
        List<DecidedUnit> units = campaign(5_000, 0.10, 0.10);
        for (int i = 0; i < 50_000; i++) {
            units.add(unit("later" + i, i % 10 == 0 ? Side.SHADOW : Side.ASSIGNED, "p2", after(800)));
        }
        EffectEstimate leaving = leaving(answer(units, MUCH_LATER.minus(Duration.ofDays(80))));

        assertThat(leaving.moreCampaigns())
                .hasValue((long) StrictMath.ceil(leaving.moreCustomers().orElseThrow() / 5_000.0));
    }

    /** 10 % of 18,000 against 13 % of 2,000: told for one effect declared beforehand, not for one of fourteen others. */
    @Test
    void asksMoreOfWhatWasNotDeclared() {
        List<DecidedUnit> units = campaign(20_000, 0.10, 0.13);
        EffectEstimate leaving = leaving(answer(units, MUCH_LATER));
        Comparison found = leaving.comparison().orElseThrow();
        double point = found.difference().point();
        double error = StrictMath.sqrt(found.variance());

        assertThat(leaving.primary()).isFalse();
        assertThat(Math.abs(point)).isGreaterThan(error * ConfidenceSequence.width(20_000, 0.05));
        assertThat(Math.abs(point)).isLessThan(error * ConfidenceSequence.width(20_000, 0.05 / 14));
        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(found.sequence().orElseThrow().low())
                .isCloseTo(point - error * ConfidenceSequence.width(20_000, 0.05 / 14), within(1e-12));
    }

    @Test
    void saysHowManyAreTreatedForOneOnlyWhereItIsClaimed() {
        EffectEstimate helps = leaving(answer(campaign(20_000, 0.10, 0.20), MUCH_LATER));
        EffectEstimate harms = leaving(answer(campaign(20_000, 0.20, 0.10), MUCH_LATER));
        EffectEstimate open = leaving(answer(campaign(20_000, 0.10, 0.13), MUCH_LATER));

        assertThat(helps.treatedPerSave().orElseThrow().point()).isCloseTo(10, within(1e-9));
        assertThat(helps.treatedPerHarm()).isEmpty();
        assertThat(harms.treatedPerHarm().orElseThrow().point()).isCloseTo(10, within(1e-9));
        assertThat(harms.treatedPerSave()).isEmpty();
        assertThat(open.comparison().orElseThrow().difference().excludesZero()).isTrue();
        assertThat(open.treatedPerSave()).isEmpty();
        assertThat(open.treatedPerHarm()).isEmpty();
    }
}
