package io.holdfast.training.publish;

import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.PredictedToObserved;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.evaluation.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks whether the model that learned again from all rows is still the one that was judged: on the last month, it should expect as many and name the same customers. */
final class RefitCheck {
    private static final double TOP = .1;
    private static final double FAR = .1;

    private RefitCheck() {}

    /** How many left by either model, and how much of the top of the list is the same. */
    static String fact(ScoredRows judged, ScoredRows published) {
        return String.format(
                Locale.ROOT,
                "published model: learned again from all rows; of the last month, which it has now seen, it expects %s times the leavers (judged model: %s), "
                        + "and %s of the highest tenth of both lists are the same",
                ratio(published),
                ratio(judged),
                Rounded.percent(overlap(judged, published), 1));
    }

    /** What should make somebody look: nothing, or that the refitted model expects another number of leavers by far. */
    static List<String> notes(ScoredRows judged, ScoredRows published) {
        double expected = sum(judged);
        double again = sum(published);
        List<String> notes = new ArrayList<>(List.of(
                "The figures are of a model that knew nothing of the last month. The published one is made in the same way from all rows, the last month's "
                        + "included, so on these rows it would look better than it is."));
        if (!(Math.abs(again / expected - 1) <= FAR)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The published model expects %s leavers of the last month where the judged one expected %s: what the last months taught is new.",
                    Rounded.text(again, 0),
                    Rounded.text(expected, 0)));
        }
        return notes;
    }

    private static String ratio(ScoredRows rows) {
        return PredictedToObserved.of(rows, EvaluationSettings.defaults()).known().stream()
                .mapToObj(value -> Rounded.text(value, 2))
                .findFirst()
                .orElse("an unknown number of");
    }

    private static double sum(ScoredRows rows) {
        double sum = 0;
        for (int row = 0; row < rows.probabilities().length; row++) {
            sum += rows.weights().of(row) * rows.probabilities()[row];
        }
        return sum;
    }

    private static double overlap(ScoredRows one, ScoredRows other) {
        Set<Integer> both = new HashSet<>(top(one));
        int customers = both.size();
        both.retainAll(top(other));
        return (double) both.size() / customers;
    }

    private static Set<Integer> top(ScoredRows rows) {
        double[] said = rows.probabilities();
        return IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -said[row]))
                .limit(Shares.customers(TOP, said.length))
                .collect(Collectors.toSet());
    }
}
