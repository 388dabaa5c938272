package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EffectAdviceTest {
    private static List<String> advice(List<DecidedUnit> units, Map<OutcomeKind, Instant> last, Cut... cuts) {
        List<LocalizedText> steps = EffectAdvice.of(
                new EffectStudy(units, last).answer(new EffectQuestion(Optional.empty(), List.of(cuts))),
                CareNames.of(ReasonCatalogue.standard()));
        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.in(Language.CHINESE)).matches("(?s).*\\p{IsHan}.*"));
        return steps.stream().map(step -> step.in(Language.ENGLISH)).toList();
    }

    /** A tenth is held out; each customer brings some margin, more or less of it on either side, and a share leaves. */
    private static List<DecidedUnit> campaign(int size, double margin, int leaving, int leavingShadow) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 10 == 0;
            List<DatedOutcome> outcomes = new ArrayList<>();
            outcomes.add(outcome(OutcomeKind.MARGIN, 30, i / 10 % 7 + (held ? 0 : margin)));
            if (i / 10 % 100 < (held ? leavingShadow : leaving)) {
                outcomes.add(left(40));
            }
            units.add(unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcomes.toArray(DatedOutcome[]::new)));
        }
        return units;
    }

    @Test
    void withoutAHoldOutItAsksForOne() {
        assertThat(advice(List.of(), Map.of())).singleElement().asString().startsWith("Keep a plan with a hold-out");
    }

    @Test
    void withoutReportsItAsksForThem() {
        assertThat(advice(campaign(1000, 0, 10, 10), Map.of()))
                .singleElement()
                .asString()
                .startsWith("Report who stayed");
    }

    @Test
    void beforeTheFirstWindowItSaysWhenThatCloses() {
        assertThat(advice(campaign(1000, 0, 10, 10), reported(after(20))))
                .anySatisfy(step -> assertThat(step).contains("the first window closes on 2026-04-29"))
                .anySatisfy(step -> assertThat(step).contains("report margin").contains("13 months"));
    }

    @Test
    void withoutEvidenceItGoesOnAndSaysHowManyMore() {
        List<String> steps = advice(campaign(2000, 0.05, 10, 10), reported(after(500)));

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0)).contains("keep the hold-out", "not enough evidence yet", "more customers");
        assertThat(steps.get(1))
                .startsWith("To know sooner: a change of a fifth most likely shows first in who left within ")
                .contains("more customers", "fewer actions at once", "unprovenShare");
    }

    @Test
    void whereAChangeOfAFifthWouldHaveBeenSeenItPromisesNoneSoon() {
        List<String> steps = advice(campaign(60_000, 0.05, 30, 30), reported(after(120)));

        assertThat(steps)
                .anySatisfy(step -> assertThat(step)
                        .startsWith(
                                "A change of a fifth in who left within 90 days would by now have been seen in 80 of 100 cases")
                        .contains("another action"))
                .noneSatisfy(step -> assertThat(step).startsWith("To know sooner"));
    }

    @Test
    void carePaysAndTheHoldOutStays() {
        assertThat(advice(campaign(20_000, 2, 10, 10), reported(after(500))))
                .as("nothing is needed sooner")
                .singleElement()
                .asString()
                .contains("it pays (+2.00 a customer", "keep the hold-out");
    }

    @Test
    void harmIsStoppedFirst() {
        List<String> steps = advice(campaign(20_000, 0, 30, 10), reported(after(500)), Cut.ACTION, Cut.REASON);

        assertThat(steps.get(0)).startsWith("Stop, or change, what is done").contains("left within 90 days");
        assertThat(steps).anySatisfy(step -> assertThat(step).contains("bill-review / Price", "not yet a claim"));
    }

    @Test
    void aBrokenLotIsTheOnlyThingToLookAt() {
        List<DecidedUnit> broken = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            broken.add(unit("c" + i, i % 4 == 0 ? Side.SHADOW : Side.ASSIGNED));
        }

        assertThat(advice(broken, reported(after(500))))
                .singleElement()
                .asString()
                .startsWith("Find out what chose beside the lot");
    }
}
