package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys that others read; a key may be added, none be taken away or renamed. */
class ChurnEvaluationJsonTest {
    private final JsonNode json = StrictJson.read(
            "evaluation.json",
            StrictJson.write(Evaluator.evaluate(
                    SimulatedScores.grouped(SimulatedScores.calibrated(500, 1), "female", "0", "1"),
                    new EvaluationSettings(7, 100))),
            JsonNode.class);

    @Test
    void keysStandInTheirOrder() {
        assertThat(keys(json))
                .containsExactly(
                        "rows",
                        "positives",
                        "baseRate",
                        "intervals",
                        "model",
                        "baseline",
                        "reliability",
                        "lift",
                        "groups",
                        "curves",
                        "profit");
        assertThat(keys(json.get("curves"))).containsExactly("roc", "precisionRecall", "gain");
        assertThat(keys(json.get("curves").get("roc").get(0))).containsExactly("falsePositiveRate", "truePositiveRate");
        assertThat(keys(json.get("curves").get("precisionRecall").get(0))).containsExactly("recall", "precision");
        assertThat(keys(json.get("curves").get("gain").get(0))).containsExactly("share", "captured", "lift");
        JsonNode profit = json.get("profit");
        assertThat(keys(profit))
                .containsExactly(
                        "costs",
                        "costOf",
                        "everybody",
                        "perfect",
                        "best",
                        "top",
                        "curve",
                        "band",
                        "byThreshold",
                        "empc",
                        "empcShare");
        assertThat(keys(profit.get("costs"))).containsExactly("currency", "assumed", "amounts");
        assertThat(keys(profit.get("costs").get("amounts").get(0)))
                .containsExactly("item", "mean", "column", "assumed");
        assertThat(keys(profit.get("costOf"))).containsExactly("nobody", "everybody", "perfect");
        assertThat(keys(profit.get("best"))).containsExactly("share", "customers", "leavers", "threshold", "profit");
        assertThat(keys(profit.get("top").get(0)))
                .containsExactly("share", "customers", "threshold", "leavers", "precision", "recall", "lift", "profit");
        assertThat(keys(profit.get("curve").get(0))).containsExactly("share", "threshold", "profit");
        assertThat(keys(profit.get("band").get(0))).containsExactly("share", "threshold", "profit");
        assertThat(keys(profit.get("byThreshold").get(0))).containsExactly("share", "threshold", "profit");
        assertThat(keys(json.get("intervals")))
                .containsExactly("method", "effectiveRows", "level", "resamples", "seed");
        assertThat(keys(json.get("model")))
                .containsExactly(
                        "rocAuc",
                        "prAuc",
                        "logLoss",
                        "brier",
                        "ece",
                        "calibrationGap",
                        "topDecileLift",
                        "topDecileRecall");
        assertThat(keys(json.get("baseline"))).isEqualTo(keys(json.get("model")));
        assertThat(keys(json.get("reliability"))).containsExactly("bins", "eceIfCalibrated");
        assertThat(keys(json.get("reliability").get("bins").get(0)))
                .containsExactly("rows", "positives", "meanProbability", "observedRate", "interval");
        assertThat(keys(json.get("lift").get("points").get(0)))
                .containsExactly("share", "customers", "lift", "captured");
        assertThat(keys(json.get("groups").get(0)))
                .containsExactly(
                        "column",
                        "value",
                        "rest",
                        "rows",
                        "positives",
                        "observedRate",
                        "meanProbability",
                        "rocAuc",
                        "calibrationGap",
                        "calibrationGapP",
                        "topDecileShare");
    }

    @Test
    void saysHowIntervalsCameAbout() {
        JsonNode intervals = json.get("intervals");

        assertThat(intervals.get("method").textValue()).isEqualTo("percentile bootstrap over rows");
        assertThat(intervals.get("level").doubleValue()).isEqualTo(.95);
        assertThat(intervals.get("resamples").intValue()).isEqualTo(100);
        assertThat(intervals.get("seed").longValue()).isEqualTo(7);
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
