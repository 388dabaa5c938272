package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static Metrics read(String json) {
        return StrictJson.read("m.json", json.getBytes(StandardCharsets.UTF_8), Metrics.class);
    }

    @Test
    void aMetricThatADocumentDoesNotHoldIsNotMeasured() {
        Metrics metrics = read("{\"rocAuc\": {\"status\": \"point\", \"value\": 0.5}}");

        assertThat(metrics.measure(Metric.ROC_AUC)).isEqualTo(new Measure.Point(.5));
        assertThat(metrics.measure(Metric.BRIER)).isEqualTo(new Measure.Undefined("not measured"));
    }

    @Test
    void aMetricThatDoesNotExistIsRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("{\"auc\": {\"status\": \"point\", \"value\": 0.5}}"))
                .withMessageContaining("m.json line 1");
    }

    @Test
    void everyMetricHasItsOwnKeyAndIsNamedInEveryLanguage() {
        assertThat(Metric.values()).extracting(Metric::key).doesNotHaveDuplicates();
        assertThat(Metric.values())
                .allSatisfy(metric -> assertThat(Language.values())
                        .allSatisfy(language ->
                                assertThat(metric.title().in(language)).isNotEmpty()));
    }

    @Test
    void valuesAreWrittenAsPeopleReadThem() {
        assertThat(Metric.ROC_AUC.text(.84914)).isEqualTo("0.8491");
        assertThat(Metric.TOP_DECILE_LIFT.text(2.9124)).isEqualTo("2.91");
        assertThat(Metric.TOP_DECILE_RECALL.text(new Interval(.2591, .3164))).isEqualTo("25.9 % to 31.6 %");
    }
}
