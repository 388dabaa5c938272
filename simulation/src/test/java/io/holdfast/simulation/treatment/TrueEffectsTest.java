package io.holdfast.simulation.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;
import org.junit.jupiter.api.Test;

final class TrueEffectsTest {
    private static final Response ORDINARY = new Response(1, 1);

    private static Intensities pull(Cause cause, double strength) {
        double[] all = new double[Cause.all().size()];
        all[cause.index()] = strength;
        return Intensities.of(all);
    }

    private static double month(TrueEffects effects, Cause cause, int month) {
        return new CareGiven(CareAction.DISCOUNT_OFFER, 0, true, true)
                .applied(pull(cause, 0.1), month, ORDINARY, effects)
                .of(cause);
    }

    @Test
    void noneDoesNothing() {
        for (CareAction action : CareAction.all()) {
            assertThat(TrueEffects.NONE.remedies(action)).isEmpty();
        }
        assertThat(month(TrueEffects.NONE, Cause.PRICE, 0)).isEqualTo(0.1);
    }

    @Test
    void equalDoesTheSameToEveryVoluntaryCauseWhileItLasts() {
        TrueEffects equal = TrueEffects.equal(0.5);

        for (Cause cause : Cause.voluntary()) {
            assertThat(month(equal, cause, 0)).isCloseTo(0.05, within(1e-12));
            assertThat(month(equal, cause, 3)).isEqualTo(0.1);
        }
        assertThat(month(equal, Cause.MOVED, 0)).isEqualTo(0.1);
    }

    @Test
    void onlyCertainCareGetsThroughToEverybody() {
        assertThat(TrueEffects.certain(0.5).isCertain()).isTrue();
        assertThat(TrueEffects.certain(0.5).remedies(CareAction.NEWSLETTER))
                .isEqualTo(TrueEffects.equal(0.5).remedies(CareAction.NEWSLETTER));
        assertThat(TrueEffects.equal(0.5).isCertain()).isFalse();
        assertThat(TrueEffects.USUAL.isCertain()).isFalse();
    }

    @Test
    void usualIsWhatTheActionSays() {
        assertThat(month(TrueEffects.USUAL, Cause.PRICE, 0)).isCloseTo(0.035, within(1e-12));
        assertThat(month(TrueEffects.USUAL, Cause.PRICE, 3)).isCloseTo(0.2, within(1e-12));
    }

    /** Reached by phone with 0.7, accepted with 0.5: a discount of three months, and two in which leaving comes back, by hand. */
    @Test
    void leavingOverMonthsChargesWhatIsPutOff() {
        double[] leaving = new Reach(1, 0.5)
                .leaving(pull(Cause.PRICE, 0.1), CareAction.DISCOUNT_OFFER, ORDINARY, TrueEffects.USUAL, 5);

        double without = 1 - Math.exp(-0.5);
        double accepted = 1 - Math.exp(-(3 * 0.035 + 2 * 0.2));
        assertThat(leaving[1]).isCloseTo(without, within(1e-12));
        assertThat(leaving[0]).isCloseTo(0.3 * without + 0.7 * (0.5 * accepted + 0.5 * without), within(1e-12));
    }
}
