package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.answer;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static io.holdfast.care.effect.Units.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrongReadingsTest {
    @Test
    void takesNobodyWhoHadLeftForAStayer() {
        DatedOutcome back = outcome(OutcomeKind.RETURNED, -20, 0);
        WrongReadings wrong = answer(
                        List.of(
                                unit("t", Side.ASSIGNED),
                                unit("gone", Side.NOT_CHOSEN, left(-30)),
                                unit("gone again", Side.NOT_CHOSEN, left(-10), back),
                                unit("back", Side.NOT_CHOSEN, left(-30), back),
                                unit("there", Side.NOT_CHOSEN, left(-30, LeaveType.PARTIAL)),
                                unit("leaves", Side.NOT_CHOSEN, left(0))),
                        MUCH_LATER)
                .wrong()
                .orElseThrow();

        assertThat(wrong.treatedAgainstEverybody()).contains(new WrongReading(1, 0, 3, 1 / 3.0));
    }

    @Test
    void computesTheWrongReadingsAsSuch() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            DatedOutcome[] leaves = i % 2 == 0 ? new DatedOutcome[] {left(9)} : new DatedOutcome[0];
            units.add(with(unit("t" + i, Side.ASSIGNED, leaves), 0.1, false, i % 2 == 1, "price"));
            units.add(unit("n" + i, Side.NOT_CHOSEN));
        }
        WrongReadings wrong = answer(units, MUCH_LATER).wrong().orElseThrow();

        assertThat(wrong.days()).isEqualTo(90);
        assertThat(wrong.treatedAgainstEverybody()).contains(new WrongReading(100, 0.5, 100, 0));
        assertThat(wrong.reachedAgainstNotReached()).contains(new WrongReading(50, 0, 50, 1));
        assertThat(wrong.reachedAgainstNotReached().orElseThrow().difference()).isEqualTo(-1);
    }
}
