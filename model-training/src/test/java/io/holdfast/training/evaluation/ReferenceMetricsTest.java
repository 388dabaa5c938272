package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceMetricsTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "tied", "rare", "certain"})
    void measuresAgreeWithScikitLearn(String name) {
        Metrics metrics = evaluate(name).model();

        for (Metric metric : Metric.values()) {
            ReferenceTable.find(name, metric.key())
                    .ifPresent(expected -> assertThat(
                                    metrics.measure(metric).known().orElseThrow())
                            .as(metric.key())
                            .isCloseTo(expected, within(ROUNDING)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricHasAReferenceValue(Metric metric) {
        assertThat(ReferenceTable.find("smooth", metric.key())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "rare"})
    void binsOfEquallyManyRowsAgreeWithScikitLearn(String name) {
        ChurnEvaluation evaluation = evaluate(name);

        List<ReliabilityCurve.Bin> bins = evaluation.reliability().bins();
        assertThat(bins).hasSize(10);
        for (int bin = 0; bin < bins.size(); bin++) {
            assertThat(bins.get(bin).meanProbability())
                    .isCloseTo(ReferenceTable.value(name, "said" + bin), within(ROUNDING));
            assertThat(bins.get(bin).observedRate())
                    .isCloseTo(ReferenceTable.value(name, "happened" + bin), within(ROUNDING));
        }
    }

    private static ChurnEvaluation evaluate(String name) {
        return Evaluator.evaluate(ReferenceTable.rows(name), new EvaluationSettings(1, 100));
    }
}
