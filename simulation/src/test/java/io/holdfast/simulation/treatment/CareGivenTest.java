package io.holdfast.simulation.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CareGivenTest {
    private static final Response ORDINARY = new Response(1, 1);
    private static final Intensities DEAR = only(Cause.PRICE);
    private static final Intensities BORED = only(Cause.DISENGAGEMENT);

    @Test
    void aDiscountHelpsWhileItLastsAndChargesForItAfterwards() {
        CareGiven offer = new CareGiven(CareAction.DISCOUNT_OFFER, 4, true, true);

        assertThat(price(offer, 3)).isEqualTo(0.1);
        assertThat(price(offer, 4)).isCloseTo(0.035, within(1e-12));
        assertThat(price(offer, 6)).isCloseTo(0.035, within(1e-12));
        assertThat(price(offer, 7)).isCloseTo(0.2, within(1e-12));
        assertThat(price(offer, 9)).isEqualTo(0.1);
        assertThat(offer.concedesIn(6)).isTrue();
        assertThat(offer.concedesIn(7)).isFalse();
    }

    @Test
    void whoDeclinesGetsTheHarmAlone() {
        CareGiven declined = new CareGiven(CareAction.DISCOUNT_OFFER, 0, true, false);

        assertThat(declined.applied(DEAR, 0, ORDINARY).of(Cause.PRICE)).isEqualTo(0.1);
        assertThat(declined.applied(BORED, 0, ORDINARY).of(Cause.DISENGAGEMENT)).isCloseTo(0.35, within(1e-12));
        assertThat(declined.applied(DEAR, 3, ORDINARY).of(Cause.PRICE)).isEqualTo(0.1);
    }

    @Test
    void whoIsNotReachedOrDeafFeelsNothing() {
        CareGiven missed = new CareGiven(CareAction.DISCOUNT_OFFER, 0, false, false);
        CareGiven reached = new CareGiven(CareAction.SERVICE_RECOVERY, 0, true, true);
        Intensities angry = only(Cause.FAILED_RECOVERY);

        assertThat(missed.applied(BORED, 0, ORDINARY)).isSameAs(BORED);
        assertThat(reached.applied(angry, 0, new Response(0, 1)).total()).isEqualTo(0.1);
        assertThat(reached.applied(angry, 0, ORDINARY).total()).isCloseTo(0.03, within(1e-12));
        assertThatThrownBy(() -> new CareGiven(CareAction.REPAIR, 0, false, true))
                .hasMessageContaining("without being reached");
    }

    @Test
    void everyActionIsFoundByItsNameAndOneDoesNothing() {
        for (CareAction action : CareAction.all()) {
            assertThat(CareAction.of(action.code())).contains(action);
        }
        assertThat(CareAction.of("hypnosis")).isEmpty();
        assertThat(CareAction.NEWSLETTER.remedies()).isEmpty();
    }

    @Test
    void theExpectedEffectMixesWhoIsReachedAndWhoAccepts() {
        Reach reach = new Reach(1, 0.5);

        double expected = 0.3 * leaving(0.1) + 0.7 * (0.5 * leaving(0.035) + 0.5 * leaving(0.1));
        assertThat(reach.leaving(DEAR, CareAction.DISCOUNT_OFFER, ORDINARY)).isCloseTo(expected, within(1e-12));
        assertThat(reach.leaving(DEAR, CareAction.NEWSLETTER, ORDINARY)).isEqualTo(DEAR.leaving());
    }

    @Test
    void treatmentsAreInTheOrderOfUnits() {
        Treatments treatments = Treatments.of(Map.of(7, CareAction.REPAIR, 2, CareAction.NEWSLETTER));

        assertThat(treatments.byUnit().keySet()).containsExactly(2, 7);
        assertThat(treatments.of(7)).contains(CareAction.REPAIR);
        assertThat(Treatments.none().of(7)).isEmpty();
    }

    private static double price(CareGiven given, int month) {
        return given.applied(DEAR, month, ORDINARY).of(Cause.PRICE);
    }

    private static double leaving(double intensity) {
        return 1 - StrictMath.exp(-intensity);
    }

    private static Intensities only(Cause cause) {
        double[] pull = new double[Cause.all().size()];
        pull[cause.index()] = 0.1;
        return Intensities.of(pull);
    }
}
