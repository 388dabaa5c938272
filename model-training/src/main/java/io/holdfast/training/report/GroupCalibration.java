package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.training.evaluation.GroupResult;
import io.holdfast.training.evaluation.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which groups get probabilities that are off, in words. */
final class GroupCalibration {
    private GroupCalibration() {}

    /** @param name what people call a group */
    static Both of(List<GroupResult> groups, Function<GroupResult, Both> name) {
        long compared = groups.stream()
                .filter(group -> group.calibrationGapP().known().isPresent())
                .count();
        if (compared == 0) {
            return new Both(
                    "No group is large enough to tell whether its probabilities are off.", "没有足够大的群体可用于判断概率是否有偏差。");
        }
        List<GroupResult> off = groups.stream().filter(GroupResult::off).toList();
        if (off.isEmpty()) {
            return new Both(
                    "Of the " + compared
                            + " groups large enough to compare, none has probabilities that are off beyond chance "
                            + "(5 %, Holm's correction over all of them).",
                    "在 " + compared + " 个足够大的群体中，没有一个群体的概率偏差超出偶然（5 %，对所有群体作 Holm 校正）。");
        }
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        for (GroupResult group : off) {
            Both gap = Measures.difference(Metric.CALIBRATION_GAP, group.calibrationGap());
            en.add(name.apply(group).en() + ", by " + gap.en());
            zh.add(name.apply(group).zh() + "，偏差 " + gap.zh());
        }
        return new Both(
                "Of the " + compared + " groups large enough to compare, the probabilities of " + off.size()
                        + " are off beyond chance (5 %, Holm's correction over all of them; said minus left): "
                        + String.join("; ", en) + ".",
                "在 " + compared + " 个足够大的群体中，有 " + off.size() + " 个群体的概率偏差超出偶然（5 %，对所有群体作 Holm 校正；预测减实际）："
                        + String.join("；", zh) + "。");
    }
}
