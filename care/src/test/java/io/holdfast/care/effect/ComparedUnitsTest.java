package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.answer;
import static io.holdfast.care.effect.Units.DAY;
import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static io.holdfast.care.effect.Units.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ComparedUnitsTest {
    @Test
    void comparesNobodyTwiceAndNobodyWhomTheLotDidNotDraw() {
        List<DecidedUnit> units = new ArrayList<>(List.of(
                unit("a", Side.ASSIGNED, "p1", DAY),
                unit("a", Side.ASSIGNED, "p2", after(31)),
                unit("b", Side.OUTSIDE),
                unit("c", Side.NOT_CHOSEN),
                with(unit("d", Side.SHADOW), 0.1, true, false, "price"),
                with(unit("e", Side.SHADOW), 1, false, false, "price"),
                unit("f", Side.SHADOW, "p2", after(31)),
                unit("g", Side.ASSIGNED),
                unit("g", Side.SHADOW),
                Units.line("L-1", unit("h", Side.ASSIGNED)),
                Units.line("L-2", unit("h", Side.ASSIGNED))));
        EffectReport all = answer(units, MUCH_LATER);
        EffectReport second =
                new EffectStudy(units, reported(MUCH_LATER)).answer(new EffectQuestion(Optional.of("p2"), List.of()));

        assertThat(all.countedOut()).isEqualTo(new CountedOut(1, 1, 1, 1, 2));
        assertThat(all.assigned()).isEqualTo(3);
        assertThat(all.shadow()).isEqualTo(1);
        assertThat(all.sampleRatio().clusters()).as("a, f, h").isEqualTo(3);
        assertThat(second.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 1, 0));
        assertThat(second.assigned()).isZero();
        assertThat(second.shadow()).isEqualTo(1);
    }

    /** X is chosen alone; then it becomes known that X and Y live together, and a second plan chooses both. */
    @Test
    void comparesNobodyTwiceWhoseHouseholdBecameKnown() {
        List<DecidedUnit> units = List.of(
                Units.of("X", unit("customer X", Side.ASSIGNED, "p1", DAY)),
                Units.of("Y", unit("household H", Side.SHADOW, "p2", after(31))),
                Units.of("X", unit("household H", Side.SHADOW, "p2", after(31))),
                Units.of("Z", unit("household Z", Side.SHADOW, "p2", after(31))));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 2, 0));
        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.shadow()).isEqualTo(1);
    }

    /** Two ids of one household were planned for before somebody found out that they are one customer: all that became of it is told of both. */
    @Test
    void comparesAMergedCustomerOnce() {
        List<DecidedUnit> units = List.of(
                Units.of("A", unit("household 1", Side.ASSIGNED, left(30))),
                Units.of("A", unit("household 1", Side.ASSIGNED, left(30))),
                Units.line("L-1", Units.of("A", unit("household 1", Side.ASSIGNED, left(30)))));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 1, 0));
        assertThat(report.assigned())
                .as("A with all they have, and a line of theirs")
                .isEqualTo(2);
    }

    /** Of ids that are drawn apart, those whose lots fell alike are held out by far too seldom. */
    @Test
    void whoIsMergedFromHouseholdsThatWereDrawnApartIsOutHoweverTheLotsFell() {
        SplittableRandom random = new SplittableRandom(5);
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            for (int id = 0; id < 2; id++) {
                Side side = random.nextDouble() < 0.1 ? Side.SHADOW : Side.ASSIGNED;
                units.add(Units.of("c" + i, unit("h" + i + "-" + id, side)));
            }
        }
        EffectReport merged = answer(units, MUCH_LATER);
        assertThat(merged.countedOut().mixed()).isEqualTo(8000);
        assertThat(merged.assigned() + merged.shadow()).isZero();

        units.replaceAll(unit -> Units.of(unit.cluster(), unit));
        assertThat(answer(units, MUCH_LATER).sampleRatio().isMismatch()).isFalse();
    }

    /** What was decided about somebody who is not measured came before all the same. */
    @Test
    void aHouseholdsFirstDecisionMayBeAboutWhoIsNotMeasured() {
        List<DecidedUnit> units = List.of(
                with(Units.of("A", unit("household 1", Side.ASSIGNED)), 0.1, true, false, "price"),
                Units.of("B", unit("household 1", Side.ASSIGNED, "p2", after(31))));

        assertThat(answer(units, MUCH_LATER).countedOut()).isEqualTo(new CountedOut(0, 1, 0, 1, 0));
    }

    /** Lots of one campaign are on no list of sides, so that a merge does not see them. */
    @Test
    void comparesNobodyWhomAMergePutsOnBothSides() {
        List<DecidedUnit> units = List.of(
                Units.of("A", unit("household 1", Side.ASSIGNED)),
                Units.of("A", unit("household 2", Side.SHADOW)),
                Units.of("A", unit("household 2", Side.SHADOW, "p2", after(31))),
                Units.of("B", unit("household 2", Side.SHADOW)));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 3, 0, 0, 0));
        assertThat(report.assigned()).isZero();
        assertThat(report.shadow()).isEqualTo(1);
    }
}
