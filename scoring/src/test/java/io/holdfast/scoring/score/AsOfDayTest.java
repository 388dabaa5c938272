package io.holdfast.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fixture.TinyBundles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfDayTest {
    @Test
    void isWrittenLikeAnIsoDate() {
        assertThat(AsOfDay.parse("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "2026-1-31",
                "20260131",
                "31.01.2026",
                "2026-01-31T00:00",
                "2026-01-31 ",
                "+12345-01-01",
                "-999-01-01",
                "２０２６-01-31"
            })
    void isNothingElse(String text) {
        assertThat(AsOfDay.parse(text)).isEmpty();
    }

    @Test
    void mayBeTomorrowSinceTheDayBeginsEarlierInTheEast() {
        LocalDate today = LocalDate.of(2026, 1, 31);

        assertThat(AsOfDay.isInFuture(today.minusYears(10), today)).isFalse();
        assertThat(AsOfDay.isInFuture(today.plusDays(1), today)).isFalse();
        assertThat(AsOfDay.isInFuture(today.plusDays(2), today)).isTrue();
    }

    @Test
    void aCustomerOfTheDayAfterTomorrowIsRefused() throws RefusedException {
        CustomerRecord customer = TinyBundles.built(TinyBundles.risky("C-1"));

        assertThat(AsOfDay.requireKnown(customer, TinyBundles.AS_OF.minusDays(1)))
                .isSameAs(customer);
        assertThatThrownBy(() -> AsOfDay.requireKnown(customer, TinyBundles.AS_OF.minusDays(2)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(AsOfDay.IN_FUTURE));
    }
}
