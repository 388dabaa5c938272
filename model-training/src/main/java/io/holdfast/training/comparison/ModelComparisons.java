package io.holdfast.training.comparison;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.PairedEvaluation;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.evaluation.Shares;
import io.holdfast.training.publish.FirstTestDate;
import io.holdfast.training.publish.UnseenRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Compares published models, never on rows that one of them was trained on. */
public final class ModelComparisons {
    private ModelComparisons() {}

    /**
     * Compares two bundles on a table.
     *
     * @param table with label, id and the features of both
     * @param format how this file is written, from how the training table of a model was
     * @param maturityDays of a model, as for {@link FirstTestDate#of}
     * @throws InputException if the table is not readable as both describe it, shares rows with the training rows of one, has no row
     *     that both have not seen, or rows of dates on which not all outcomes that one learned from were known, or if the two do not mean the same by leaving
     */
    public static ComparisonResult compare(
            ModelBundle a,
            ModelBundle b,
            Path table,
            UnaryOperator<TableFormat> format,
            ToIntFunction<ModelBundle> maturityDays,
            EvaluationSettings settings,
            Progress progress) {
        TrainingTable readByA = read(a, table, format, progress);
        TrainingTable readByB = read(b, table, format, progress);
        Set<String> notes = new LinkedHashSet<>();
        Optional<FirstTestDate> firstOfA = FirstTestDate.of(a, maturityDays.applyAsInt(a));
        Optional<FirstTestDate> firstOfB = FirstTestDate.of(b, maturityDays.applyAsInt(b));
        UnseenRows unseenByA = UnseenRows.of(a, readByA, firstOfA);
        int[] rows = unseenByBoth(unseenByA, UnseenRows.of(b, readByB, firstOfB), readByA.name(), notes);
        firstOfA.ifPresent(date -> date.require(readByA, rows));
        firstOfB.ifPresent(date -> date.require(readByB, rows));
        boolean[] positives = positives(readByA, readByB, rows);
        if (a.manifest().digest().equals(b.manifest().digest())) {
            notes.add("A and B are the same bundle.");
        }
        if (!a.description().horizonDays().equals(b.description().horizonDays())) {
            notes.add(
                    "The two models look ahead by different numbers of days, so one of them may answer another question.");
        }
        Opinion byA = Opinion.of(a, readByA, rows, "score with A", progress);
        Opinion byB = Opinion.of(b, readByB, rows, "score with B", progress);
        progress.at("compare", 0, 1);
        ScoredRows scoredByA = new ScoredRows(
                byA.probabilities(),
                positives,
                Map.of(),
                unseenByA.together().clusters(rows),
                readByA.weights().only(rows));
        PairedEvaluation paired = PairedEvaluation.of(scoredByA, byB.probabilities(), settings);
        ModelComparison comparison = new ModelComparison(
                model(a),
                model(b),
                rows.length,
                IntStream.range(0, rows.length).filter(i -> positives[i]).count(),
                paired.intervals(),
                paired.metrics(),
                top(byA.order(), byB.order()),
                byA.bandChanged(byB),
                byA.reasonChanged(byB));
        progress.at("compare", 1, 1);
        return new ComparisonResult(comparison, new ArrayList<>(notes));
    }

    private static TrainingTable read(
            ModelBundle bundle, Path table, UnaryOperator<TableFormat> format, Progress progress) {
        return TrainingTable.readLabelled(
                table, bundle.description(), format.apply(bundle.description().format()), progress);
    }

    private static int[] unseenByBoth(UnseenRows byA, UnseenRows byB, String table, Set<String> notes) {
        notes.addAll(byA.notes());
        notes.addAll(byB.notes());
        Set<Integer> unseen = new HashSet<>();
        IntStream.of(byB.rows()).forEach(unseen::add);
        int[] rows = IntStream.of(byA.rows()).filter(unseen::contains).toArray();
        if (rows.length == 0) {
            throw new InputException(
                    "no_common_rows",
                    table
                            + " has no row that is held out from both models (expected: models trained with the same seed,"
                            + " or a table that neither has seen)");
        }
        if (rows.length < Math.min(byA.rows().length, byB.rows().length)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The two models hold out different rows; the %,d that both hold out were used.",
                    rows.length));
        }
        return rows;
    }

    private static boolean[] positives(TrainingTable readByA, TrainingTable readByB, int[] rows) {
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = readByA.positive(rows[i]);
            if (positives[i] != readByB.positive(rows[i])) {
                throw new InputException(
                        "bad_label",
                        readByA.name() + " line " + readByA.line(rows[i])
                                + ": this customer left by the label of one model and stayed by that of the other"
                                + " (expected: models of the same leaving)");
            }
        }
        return positives;
    }

    private static ModelComparison.Model model(ModelBundle bundle) {
        return new ModelComparison.Model(
                bundle.manifest().modelId(),
                bundle.manifest().digest(),
                bundle.manifest().trainer());
    }

    private static List<ModelComparison.TopOverlap> top(List<Integer> byA, List<Integer> byB) {
        List<ModelComparison.TopOverlap> top = new ArrayList<>();
        for (double share : Shares.TOP) {
            int customers = (int) Shares.customers(share, byA.size());
            Set<Integer> both = new HashSet<>(byA.subList(0, customers));
            both.retainAll(new HashSet<>(byB.subList(0, customers)));
            top.add(new ModelComparison.TopOverlap(share, customers, both.size()));
        }
        return top;
    }
}
