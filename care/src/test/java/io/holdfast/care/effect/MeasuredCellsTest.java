package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.DAY;
import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static io.holdfast.care.effect.Units.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasuredCellsTest {
    /** A tenth is held out; one in ten leaves, on a day that depends on the side. */
    private static List<DecidedUnit> cell(String reason, int size, Instant at, int assignedDay, int shadowDay) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome[] outcomes =
                    i / 10 % 10 == 0 ? new DatedOutcome[] {left(held ? shadowDay : assignedDay)} : new DatedOutcome[0];
            DecidedUnit one = unit(reason + at + i, held ? Side.SHADOW : Side.ASSIGNED, "p" + at, at, outcomes);
            units.add(with(one, 0.1, false, false, reason));
        }
        return units;
    }

    private static List<MeasuredCell> cells(List<DecidedUnit> units, Instant last) {
        return new EffectStudy(units, reported(last)).cells();
    }

    /** Care that only puts leaving off to day 120 is no help any more once 180 days are seen. */
    @Test
    void chargesLeavingThatIsOnlyPutOff() {
        List<DecidedUnit> units = cell("price", 4000, DAY, 120, 30);

        MeasuredCell early = cells(units, after(110)).get(0);
        MeasuredCell late = cells(units, after(200)).get(0);

        assertThat(early.days()).isEqualTo(90);
        assertThat(early.rates().assignedCases()).isZero();
        assertThat(early.rates().shadowCases()).isCloseTo(40, within(0.01));
        assertThat(late.days()).isEqualTo(180);
        assertThat(late.rates().assignedCases()).isCloseTo(360, within(0.01));
    }

    @Test
    void keepsToTheShorterWindowWhereTheLongerOneIsClosedForFew() {
        List<DecidedUnit> units = new ArrayList<>(cell("price", 400, DAY, 20, 20));
        units.addAll(cell("price", 8000, after(60), 80, 80));

        assertThat(cells(units, after(200))).extracting(MeasuredCell::days).containsExactly(90);
    }

    /** What many old customers of one reason are sure of keeps nobody from seeing what is new of another. */
    @Test
    void everyReasonHasItsOwnWindow() {
        List<DecidedUnit> units = new ArrayList<>(cell("price", 8000, DAY, 20, 20));
        units.addAll(cell("neglect", 4000, after(150), 20, 20));

        List<MeasuredCell> cells = cells(units, after(200));

        assertThat(cells).extracting(MeasuredCell::reason).containsExactly("neglect", "price");
        assertThat(cells).extracting(MeasuredCell::days).containsExactly(30, 180);
    }

    /** A plan looks a rare reason up under the rest and then by tier, so those without any reason may not stand there alone. */
    @Test
    void theRestIsPartedByTierWithAllThatAreInIt() {
        List<DecidedUnit> units = new ArrayList<>(cell("", 1000, DAY, 20, 20));
        units.addAll(cell("neglect", 200, DAY, 20, 20));

        List<MeasuredCell> cells = cells(units, after(110));

        assertThat(cells).extracting(MeasuredCell::tier).containsExactly("key");
        assertThat(cells.get(0).rates().assigned()).isEqualTo(900 + 180);
        assertThat(cells.get(0).together()).containsExactly("neglect");
    }

    /** Whoever asks for half a month hears of a plan before the next one is made; else a month is waited for. */
    @Test
    void looksAtHalfAMonthWhereThatIsAskedFor() {
        List<DecidedUnit> units = cell("price", 4000, DAY, 10, 10);
        EffectStudy study = new EffectStudy(units, reported(after(30)));

        assertThat(study.cells()).isEmpty();
        assertThat(study.cells(14)).extracting(MeasuredCell::days).containsExactly(14);
        assertThat(new EffectStudy(units, reported(after(50))).cells(14))
                .isEqualTo(new EffectStudy(units, reported(after(50))).cells())
                .extracting(MeasuredCell::days)
                .containsExactly(30);
    }

    @Test
    void putsSmallReasonsTogether() {
        List<DecidedUnit> units = new ArrayList<>(cell("price", 1000, DAY, 20, 20));
        units.addAll(cell("neglect", 200, DAY, 20, 20));
        units.addAll(cell("competitor", 200, DAY, 20, 20));

        List<MeasuredCell> cells = cells(units, after(110));

        assertThat(cells).extracting(MeasuredCell::reason).containsExactly("price", "");
        assertThat(cells).extracting(MeasuredCell::tier).containsExactly("key", "key");
        assertThat(cells.get(1).rates().assigned()).isEqualTo(360);
        assertThat(cells.get(0).together()).isEmpty();
        assertThat(cells.get(1).together()).containsExactlyInAnyOrder("competitor", "neglect");
    }

    @Test
    void saysWhichTiersOfAReasonArePutTogether() {
        List<DecidedUnit> units = new ArrayList<>(cell("price", 1000, DAY, 20, 20));
        List<DecidedUnit> few = cell("price", 400, after(1), 20, 20);
        for (int i = 0; i < few.size(); i++) {
            units.add(inTier(few.get(i), i / 10 % 2 == 0 ? "small" : ""));
        }

        List<MeasuredCell> cells = cells(units, after(120));

        assertThat(cells).extracting(MeasuredCell::tier).containsExactly("key", "");
        assertThat(cells.get(0).tiers()).isEmpty();
        assertThat(cells.get(1).tiers()).containsExactlyInAnyOrder("small", "");
        assertThat(cells(few.stream().map(unit -> inTier(unit, "")).toList(), after(120)))
                .as("where no tier is known, none is put together")
                .allMatch(cell -> cell.tiers().isEmpty());
    }

    private static DecidedUnit inTier(DecidedUnit unit, String tier) {
        return new DecidedUnit(
                unit.customer(),
                unit.cluster(),
                unit.side(),
                unit.heldOutWith(),
                unit.plan(),
                unit.action(),
                unit.reason(),
                tier,
                unit.decidedAt(),
                false,
                false,
                false,
                unit.outcomes());
    }

    /** A plan must not take for measured what is too new for the rest's window. */
    @Test
    void theRestStandsForWhomItMeasuredOnly() {
        List<DecidedUnit> units = new ArrayList<>(cell("", 3000, DAY, 20, 20));
        units.addAll(cell("neglect", 50, after(390), 20, 20));

        List<MeasuredCell> cells = cells(units, after(450));

        assertThat(cells).extracting(MeasuredCell::days).containsExactly(365);
        assertThat(cells.get(0).together()).isEmpty();
    }

    /** One in ten of those to keep leaves; of the lost, one in ten of the shadows and all of the assigned come back. */
    @Test
    void keepsThoseToWinBackApart() {
        List<DecidedUnit> units = new ArrayList<>(cell("price", 1000, DAY, 20, 20));
        for (DecidedUnit each : cell("price", 1000, DAY, 20, 20)) {
            boolean back = each.side() == Side.ASSIGNED || !each.outcomes().isEmpty();
            DecidedUnit own = lost(Units.of(
                    "l" + each.customer(), unit("l" + each.cluster(), each.side(), each.plan(), each.decidedAt())));
            units.add(own.withOutcomes(back ? List.of(Units.outcome(OutcomeKind.RETURNED, 20, 0)) : List.of()));
        }

        List<MeasuredCell> cells = cells(units, after(110));

        assertThat(cells).extracting(MeasuredCell::winBack).containsExactly(false, true);
        assertThat(cells).extracting(cell -> cell.rates().assigned()).containsExactly(900, 900);
        assertThat(cells.get(0).rates().assignedCases()).isCloseTo(90, within(0.01));
        assertThat(cells.get(1).rates().shadowCases()).isCloseTo(10, within(0.01));
        assertThat(cells.get(1).rates().assignedCases()).isCloseTo(900, within(0.01));
    }

    @Test
    void saysWhereTheLotWasNotKept() {
        List<DecidedUnit> units = new ArrayList<>();
        cell("price", 4000, DAY, 20, 20).forEach(each -> units.add(with(each, 0.3, false, false, "price")));

        EffectStudy study = new EffectStudy(units, reported(after(110)));

        assertThat(study.isLotKept()).isFalse();
        assertThat(study.cells()).isNotEmpty();
        assertThat(new EffectStudy(cell("price", 4000, DAY, 20, 20), reported(after(110))).isLotKept())
                .isTrue();
    }
}
