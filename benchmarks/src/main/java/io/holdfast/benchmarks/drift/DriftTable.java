package io.holdfast.benchmarks.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/** All figures as a table, month by month and in sum. Intervals are of 95 %: over households by the delta method, and over seeds by Student's t. */
final class DriftTable {
    private static final double UPPER = 0.975;

    private final List<MonthFigures> figures;

    DriftTable(List<MonthFigures> figures) {
        this.figures = List.copyOf(figures);
    }

    static String head() {
        return "seed,arm,month,rows,list,list_low,list_high,held_out,held_out_low,held_out_high,observed,observed_low,observed_high,book,book_low,book_high,auc,caught";
    }

    static String line(MonthFigures month) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%d,%d,%s,%s,%s,%s,%.4f,%.4f",
                month.seed(),
                month.arm().code(),
                month.month(),
                month.rows(),
                cells(month.list()),
                cells(month.held()),
                cells(month.heldObserved()),
                cells(month.book()),
                month.auc(),
                month.caught());
    }

    private static String cells(ClusteredRatio ratio) {
        return String.format(Locale.ROOT, "%.4f,%.4f,%.4f", ratio.value(), ratio.low(), ratio.high());
    }

    /** The sums of all months, of the second half of them, and by month. */
    String text() {
        int last = figures.stream().mapToInt(MonthFigures::month).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append("Predicted over true untreated risk of the list, by month, all seeds:\n| month |");
        List<Arm> arms =
                figures.stream().map(MonthFigures::arm).distinct().sorted().toList();
        arms.forEach(arm -> text.append(' ').append(arm.code()).append(" |"));
        text.append("\n|---|").append("---|".repeat(arms.size())).append('\n');
        for (int month = 1; month <= last; month++) {
            int at = month;
            text.append("| ").append(month).append(" |");
            for (Arm arm : arms) {
                text.append(' ')
                        .append(ratio(sum(arm, each -> each.month() == at, MonthFigures::list)))
                        .append(" |");
            }
            text.append('\n');
        }
        sums(text, arms, "all months", month -> true);
        sums(text, arms, "months " + (last / 2 + 1) + " to " + last, month -> month.month() > last / 2);
        return text.toString();
    }

    private void sums(StringBuilder text, List<Arm> arms, String title, Predicate<MonthFigures> months) {
        text.append('\n')
                .append(title)
                .append(
                        ":\n| arm | list | list, over untouched | held out | held out, over untouched | held out, over who left | whole book | AUC | risk on the list |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Arm arm : arms) {
            text.append("| ").append(arm.code()).append(" | ");
            text.append(both(arm, months, MonthFigures::list)).append(" | ");
            text.append(drift(arm, months, MonthFigures::list)).append(" | ");
            text.append(both(arm, months, MonthFigures::held)).append(" | ");
            text.append(drift(arm, months, MonthFigures::held)).append(" | ");
            text.append(both(arm, months, MonthFigures::heldObserved)).append(" | ");
            text.append(both(arm, months, MonthFigures::book)).append(" | ");
            text.append(mean(arm, months, MonthFigures::auc)).append(" | ");
            text.append(mean(arm, months, MonthFigures::caught)).append(" |\n");
        }
    }

    private ClusteredRatio sum(Arm arm, Predicate<MonthFigures> months, Function<MonthFigures, ClusteredRatio> what) {
        ClusteredRatio sum = new ClusteredRatio();
        figures.stream()
                .filter(each -> each.arm() == arm)
                .filter(months)
                .map(what)
                .forEach(sum::addAll);
        return sum;
    }

    private List<Long> seeds() {
        return figures.stream().map(MonthFigures::seed).distinct().sorted().toList();
    }

    private static String ratio(ClusteredRatio ratio) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", ratio.value(), ratio.low(), ratio.high());
    }

    private String both(Arm arm, Predicate<MonthFigures> months, Function<MonthFigures, ClusteredRatio> what) {
        List<Double> bySeed = new ArrayList<>();
        for (long seed : seeds()) {
            bySeed.add(sum(arm, each -> each.seed() == seed && months.test(each), what)
                    .value());
        }
        return ratio(sum(arm, months, what)) + spread(bySeed);
    }

    /** What is left of it beside nobody being cared for, in the same months: the drift proper. */
    private String drift(Arm arm, Predicate<MonthFigures> months, Function<MonthFigures, ClusteredRatio> what) {
        List<Double> bySeed = new ArrayList<>();
        for (long seed : seeds()) {
            Predicate<MonthFigures> own = each -> each.seed() == seed && months.test(each);
            bySeed.add(
                    sum(arm, own, what).value() / sum(Arm.UNTOUCHED, own, what).value());
        }
        double[] over = sum(arm, months, what).over(sum(Arm.UNTOUCHED, months, what));
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", over[0], over[1], over[2]) + spread(bySeed);
    }

    private static String spread(List<Double> bySeed) {
        OptionalDouble half = half(bySeed);
        if (half.isEmpty()) {
            return "";
        }
        double mean = mean(bySeed);
        return String.format(
                Locale.ROOT, "; seeds %.3f (%.3f to %.3f)", mean, mean - half.getAsDouble(), mean + half.getAsDouble());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static OptionalDouble half(List<Double> values) {
        int count = values.size();
        if (count < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(new TDistribution(count - 1).inverseCumulativeProbability(UPPER)
                * Math.sqrt(squares / (count - 1) / count));
    }

    private String mean(Arm arm, Predicate<MonthFigures> months, Function<MonthFigures, Double> what) {
        DoubleStream found = figures.stream()
                .filter(each -> each.arm() == arm)
                .filter(months)
                .mapToDouble(what::apply);
        return String.format(Locale.ROOT, "%.3f", found.average().orElse(Double.NaN));
    }
}
