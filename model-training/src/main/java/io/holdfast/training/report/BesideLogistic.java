package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.PairedMetric;
import java.util.List;

/** What the paired differences from logistic regression show, in words. */
final class BesideLogistic {
    private BesideLogistic() {}

    static Both of(BaselineComparison logistic) {
        Both better = named(logistic, PairedMetric.Verdict.A_BETTER);
        Both worse = named(logistic, PairedMetric.Verdict.B_BETTER);
        Both how = new Both(
                "Differences are paired: both models see the same samples, so what is easy or hard about a sample cancels, and "
                        + "their intervals are narrower than those of the two models side by side. ",
                "差值为配对差值：两个模型面对相同的样本，样本本身的难易相互抵消，因此其区间比两个模型各自的区间更窄。");
        if (better.en().isEmpty() && worse.en().isEmpty()) {
            if (logistic.isNominallyBetter()) {
                return how.and(new Both(
                        "Logistic regression has the better ROC AUC and log loss on these customers, within chance: every interval holds 0. That the model adds anything is not shown.",
                        "在这些客户上逻辑回归的 ROC AUC 与对数损失更好，但差别在偶然范围内：每个区间都包含 0。看不出本模型有何增益。"));
            }
            return how.and(new Both(
                    "On these customers no difference from logistic regression is shown: every interval holds 0.",
                    "在这些客户上看不出与逻辑回归的差别：每个区间都包含 0。"));
        }
        Both text = how;
        if (logistic.isBetter()) {
            text = text.and(new Both(
                    "Logistic regression, the simpler model, is better on these customers, beyond chance. ",
                    "在这些客户上，更简单的逻辑回归更好，且超出偶然范围。"));
        }
        if (!better.en().isEmpty()) {
            text = text.and(new Both(
                    "Better than logistic regression by " + better.en() + ". ", "优于逻辑回归的指标：" + better.zh() + "。"));
        }
        if (!worse.en().isEmpty()) {
            text = text.and(new Both("Worse than it by " + worse.en() + ". ", "不如逻辑回归的指标：" + worse.zh() + "。"));
        }
        return text.and(new Both("Where an interval holds 0, no difference is shown.", "区间包含 0 的指标看不出差别。"));
    }

    private static Both named(BaselineComparison logistic, PairedMetric.Verdict verdict) {
        List<Both> titles = logistic.paired().metrics().stream()
                .filter(paired -> paired.verdict() == verdict)
                .map(PairedMetric::metric)
                .map(Metric::title)
                .map(Both::of)
                .toList();
        return new Both(
                String.join(", ", titles.stream().map(Both::en).toList()),
                String.join("、", titles.stream().map(Both::zh).toList()));
    }
}
