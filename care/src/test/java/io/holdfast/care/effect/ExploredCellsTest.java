package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.campaign;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static io.holdfast.care.effect.Units.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExploredCellsTest {
    @Test
    void exploresUnderFalseDiscoveryControl() {
        List<DecidedUnit> units = new ArrayList<>();
        int part = 0;
        for (String reason : List.of("price", "neglect", "competitor")) {
            for (DecidedUnit unit : campaign(4000, reason.equals("price") ? 0.10 : 0.20, 0.20)) {
                DecidedUnit own =
                        unit(part + unit.cluster(), unit.side(), unit.outcomes().toArray(DatedOutcome[]::new));
                units.add(with(own, 0.1, false, false, reason));
            }
            part++;
        }
        units.add(with(unit("x", Side.ASSIGNED), 0.1, false, false, ""));
        EffectReport report = new EffectStudy(units, reported(MUCH_LATER))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON, Cut.PERIOD)));

        assertThat(report.explored())
                .extracting(ExploredCell::names)
                .containsExactly(
                        List.of("", "2026-01"),
                        List.of("competitor", "2026-01"),
                        List.of("neglect", "2026-01"),
                        List.of("price", "2026-01"));
        assertThat(report.explored()).extracting(ExploredCell::finding).containsExactly(false, false, false, true);
        assertThat(report.explored().get(0).falseDiscovery()).isEmpty();
        assertThat(report.explored().get(3).falseDiscovery().orElseThrow()).isLessThan(1e-5);
    }

    @Test
    void exploresWinBackCareBesideTheOther() {
        List<DecidedUnit> units = new ArrayList<>(campaign(4000, 0.10, 0.20));
        for (int i = 0; i < 4000; i++) {
            DatedOutcome[] outcomes =
                    i % 3 == 0 ? new DatedOutcome[] {outcome(OutcomeKind.RETURNED, 40, 0)} : new DatedOutcome[0];
            units.add(lost(unit("l" + i, i % 10 == 0 ? Side.SHADOW : Side.ASSIGNED, outcomes)));
        }
        EffectReport report = new EffectStudy(units, reported(MUCH_LATER))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON)));

        assertThat(report.explored()).extracting(ExploredCell::names).containsOnly(List.of("price"));
        assertThat(report.explored())
                .extracting(cell -> cell.estimate().metric())
                .containsExactly(EffectMetric.LEAVE_RATE, EffectMetric.RETURN_RATE);
        assertThat(report.explored())
                .extracting(cell -> cell.estimate().assigned())
                .containsExactly(3600, 3600);
    }
}
