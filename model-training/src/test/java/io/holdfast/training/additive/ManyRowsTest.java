package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.training.additive.boosting.BoostingSettings;
import org.junit.jupiter.api.Test;

class ManyRowsTest {
    private final AdditiveSettings settings = AdditiveSettings.defaults();

    @Test
    void fewRowsAreLearnedWithTheSettingsAsTheyAre() {
        assertThat(settings.forRows(59_999, 59_999)).isEqualTo(settings);
    }

    @Test
    void manyRowsAreLearnedInLongSteps() {
        assertThat(settings.forRows(60_000, 60_000).boosting()).isEqualTo(BoostingSettings.ofManyRows());
        assertThat(settings.forRows(60_000, 60_000).bags()).isEqualTo(8);
    }

    @Test
    void rowsThatDoNotCountInFullAreLearnedInShortStepsAndByFewBags() {
        assertThat(settings.forRows(500_000, 59_999).boosting()).isEqualTo(BoostingSettings.defaults());
        assertThat(settings.forRows(500_000, 59_999).bags()).isEqualTo(4);
    }

    @Test
    void soManyRowsThatThreeQuartersDoAreLearnedByFourBags() {
        assertThat(settings.forRows(400_000, 400_000).bags()).isEqualTo(4);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        BoostingSettings boosting = settings.boosting();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ManyRows(0, boosting, 1, 2))
                .withMessageContaining("from, fewBagsFrom: 0, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ManyRows(1, boosting, 1, 1))
                .withMessageContaining("fewBags: 1");
    }
}
