package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.scoring.dataset.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchSettingsTest {
    private static final OutputSettings OUTPUT = OutputSettings.defaults(Language.ENGLISH);

    @Test
    void byDefaultNothingIsRefusedKeptOrRenamed() {
        BatchSettings settings = BatchSettings.defaults(ScoredList.SCORED_AT, OUTPUT);

        assertThat(settings.maxRejected()).isZero();
        assertThat(settings.allowDuplicateIds()).isFalse();
        assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.output().reasons()).isEqualTo(3);
        assertThat(settings.output().keep()).isEmpty();
        assertThat(settings.output().renames()).isEmpty();
        assertThat(settings.output().style().neutralise()).isTrue();
    }

    @Test
    void refusesNumbersOutOfRange() {
        BatchSettings settings = BatchSettings.defaults(ScoredList.SCORED_AT, OUTPUT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withThreads(0))
                .withMessage("threads: 0 (expected: 1 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withMaxRejected(-1))
                .withMessage("maxRejected: -1 (expected: 0 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OUTPUT.withReasons(11))
                .withMessage("reasons: 11 (expected: 0 to 10)");
    }

    @Test
    void keepsCopies() {
        List<String> columns = new ArrayList<>(List.of("tenure"));
        OutputSettings output = OUTPUT.withKeep(columns);
        columns.clear();

        assertThat(output.keep()).containsExactly("tenure");
    }
}
