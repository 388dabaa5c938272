package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import java.util.Arrays;
import java.util.List;

/** Points of lines, with as many digits as can be seen. */
final class Points {
    private Points() {}

    static List<Double> of(double... values) {
        return Arrays.stream(values).map(Digits::drawn).boxed().toList();
    }

    /** The straight line of a model that knows nothing. */
    static Chart.Line base(List<Double> from, List<Double> to) {
        return new Chart.Line(new Both("without a model", "不用模型"), "base", List.of(from, to));
    }
}
