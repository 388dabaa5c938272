package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceMetricsTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "tied", "rare", "certain"})
    void measuresAgreeWithScikitLearn(String name) {
        Metrics metrics = evaluate(name).model();

        assertClose(metrics.rocAuc(), ReferenceTable.value(name, "rocAuc"));
        assertClose(metrics.prAuc(), ReferenceTable.value(name, "prAuc"));
        assertClose(metrics.logLoss(), ReferenceTable.value(name, "logLoss"));
        assertClose(metrics.brier(), ReferenceTable.value(name, "brier"));
        assertClose(metrics.topDecileLift(), ReferenceTable.value(name, "topDecileLift"));
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
        assertClose(evaluation.model().ece(), ReferenceTable.value(name, "ece"));
    }

    private static ChurnEvaluation evaluate(String name) {
        return Evaluator.evaluate(ReferenceTable.rows(name), new EvaluationSettings(1, 100));
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.known()).isPresent();
        assertThat(measure.known().getAsDouble()).isCloseTo(expected, within(ROUNDING));
    }
}
