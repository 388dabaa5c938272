package io.holdfast.simulation.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulation.hazard.Circumstances.Bond;
import io.holdfast.simulation.hazard.Circumstances.Habit;
import io.holdfast.simulation.hazard.Circumstances.Money;
import io.holdfast.simulation.hazard.Circumstances.Service;
import io.holdfast.simulation.hazard.Circumstances.Temper;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardLawTest {
    private static final Temper TEMPER = new Temper(0.5, 0.5, 0.5, false, 40);
    private static final Bond FREE = new Bond(false, false, false, List.of(), 1, false);
    private static final Service FINE = new Service(0, 0, false, 0, 0, false);
    private static final Money FAIR = new Money(0, false, 1, false, 0);
    private static final Habit STEADY = new Habit(0, 1, -1, 6);

    private final HazardLaw law = new HazardLaw(1);

    @Test
    void whoHasNoTroubleHasNoCauseToLeave() {
        Intensities calm = law.of(with(FREE, FINE, FAIR, STEADY));

        assertThat(calm.leavingVoluntarily()).isZero();
        assertThat(calm.leading()).isEmpty();
        assertThat(calm.leaving()).isBetween(0.0, 0.01);
    }

    @Test
    void theThirdFailedPaymentCutsTheLineAndTheSecondDoesNot() {
        assertThat(nonPayment(2)).isZero();
        assertThat(nonPayment(3)).isGreaterThan(0.2);
    }

    @Test
    void aPriceRiseBitesWhereARivalIsNear() {
        Money rise = new Money(1, false, 1, false, 0);
        Bond rival = new Bond(false, false, true, List.of(), 1, false);

        double alone = law.of(with(FREE, FINE, rise, STEADY)).of(Cause.PRICE);
        double both = law.of(with(rival, FINE, rise, STEADY)).of(Cause.PRICE);
        double rivalOnly = law.of(with(rival, FINE, FAIR, STEADY)).of(Cause.PRICE);

        assertThat(rivalOnly).isZero();
        assertThat(both).isGreaterThan(5 * alone);
    }

    @Test
    void failuresCountFromTheSecondOn() {
        assertThat(failures(1)).isZero();
        assertThat(failures(3)).isGreaterThan(2 * failures(2));
        assertThat(failures(2)).isPositive();
    }

    @Test
    void silenceIsJudgedByTheOwnRhythm() {
        assertThat(law.of(with(FREE, FINE, FAIR, new Habit(0, 2.9, -1, 6))).of(Cause.DISENGAGEMENT))
                .isZero();
        assertThat(law.of(with(FREE, FINE, FAIR, new Habit(0, 3.1, -1, 6))).of(Cause.DISENGAGEMENT))
                .isPositive();
    }

    @Test
    void aContractHoldsUntilItEnds() {
        Habit listless = new Habit(-3, 1, -1, 0);
        Bond locked = new Bond(true, false, false, List.of(), 1, false);
        Bond ending = new Bond(false, true, false, List.of(), 1, false);

        double free = law.of(with(FREE, FINE, FAIR, listless)).leavingVoluntarily();

        assertThat(law.of(with(locked, FINE, FAIR, listless)).leavingVoluntarily())
                .isLessThan(free / 5);
        assertThat(law.of(with(ending, FINE, FAIR, listless)).leavingVoluntarily())
                .isGreaterThan(2 * free);
    }

    @Test
    void leavingIsCatchingAndForTheSameCause() {
        Bond bereft = new Bond(false, false, false, List.of(Cause.COMPETITOR), 1, false);

        assertThat(law.of(with(bereft, FINE, FAIR, STEADY)).leading()).contains(Cause.COMPETITOR);
    }

    @Test
    void theScaleMovesWhatIsVoluntaryOnly() {
        Circumstances bad = with(FREE, new Service(4, 2, true, 3, 4, true), new Money(1, true, 1.3, true, 3), STEADY);
        Intensities once = law.of(bad);
        Intensities twice = new HazardLaw(2).of(bad);

        for (Cause cause : Cause.all()) {
            assertThat(twice.of(cause))
                    .as(cause.code())
                    .isCloseTo((cause.isVoluntary() ? 2 : 1) * once.of(cause), within(1e-15));
        }
        assertThat(once.leaving()).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> new HazardLaw(0)).hasMessageContaining("above 0");
    }

    private double nonPayment(int failed) {
        return law.of(with(FREE, FINE, new Money(0, false, 1, false, failed), STEADY))
                .of(Cause.NON_PAYMENT);
    }

    private double failures(int count) {
        return law.of(with(FREE, new Service(count, 0, false, 0, 0, false), FAIR, STEADY))
                .of(Cause.CORE_SERVICE);
    }

    private static Circumstances with(Bond bond, Service service, Money money, Habit habit) {
        return new Circumstances(TEMPER, 1, 1, 6, bond, service, money, habit);
    }
}
