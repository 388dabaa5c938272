package io.holdfast.training.publish;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.RocAuc;
import io.holdfast.training.fit.RowCoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Refuses a model that is too good to be true: columns that are honest one by one may give the label away together. Which they
 * are is read from the contributions, since a few of them ranked alone are then as good as the whole model.
 */
final class JointLeak {
    /** No honest table of customers was seen beyond it. */
    private static final double TOO_GOOD = 0.98;

    private final TrainingTable table;
    private final boolean[] positives;
    private final double[][] contributions;

    private JointLeak(AdditiveModel model, TrainingTable table, int[] rows, boolean[] positives) {
        this.table = table;
        this.positives = positives;
        contributions = new double[model.inputs().size()][rows.length];
        each(model, table, rows, (ofRow, i) -> {
            for (int input = 0; input < ofRow.length; input++) {
                contributions[input][i] = ofRow[input];
            }
        });
    }

    private static void each(AdditiveModel model, TrainingTable table, int[] rows, ObjIntConsumer<double[]> take) {
        RowCoder coder = new RowCoder(table);
        CodedRow coded = model.newRow();
        double[] ofRow = new double[model.inputs().size()];
        for (int i = 0; i < rows.length; i++) {
            coder.fill(coded, rows[i]);
            model.logOdds(coded, ofRow);
            take.accept(ofRow, i);
        }
    }

    /**
     * Checks a trained model on rows it was not trained on.
     *
     * @return what was acknowledged, in a sentence
     * @throws InputException naming the columns that carry it, unless all of them are acknowledged
     */
    static List<String> check(AdditiveModel model, TrainingTable table, int[] validation) {
        boolean[] positives = new boolean[validation.length];
        double[] sums = new double[validation.length];
        each(model, table, validation, (ofRow, i) -> {
            positives[i] = table.positive(validation[i]);
            for (double contribution : ofRow) {
                sums[i] += contribution;
            }
        });
        double all = auc(sums, positives);
        // What each column contributes to each row is many times the scores, and seldom asked for.
        return all > TOO_GOOD ? new JointLeak(model, table, validation, positives).check(all) : List.of();
    }

    private List<String> check(double all) {
        List<Integer> carriers = carriers();
        List<Integer> open =
                carriers.stream().filter(input -> acknowledged(input).isEmpty()).toList();
        String evidence = "The trained model ranks validation customers almost without a fault (ROC AUC "
                + Metric.ROC_AUC.text(all) + "), too good to be true; "
                + (carriers.size() == 1 ? "the column " : "the columns together ") + names(carriers) + " alone reach "
                + Metric.ROC_AUC.text(auc(carriers)) + ".";
        if (open.isEmpty()) {
            return List.of(evidence + " Acknowledged: "
                    + carriers.stream().map(this::acknowledged).distinct().collect(Collectors.joining("; ")));
        }
        throw new InputException(
                "leak_suspected",
                table.name() + " may give the label away. " + evidence
                        + " Give a feature that was not known before the customer left the role ignore; or say why it "
                        + "was, by its key 'acknowledged' (still to be said of " + names(open) + ").");
    }

    /** Columns that together are too good as well: those somebody answers for, then the most telling ones until it is enough. */
    private List<Integer> carriers() {
        List<Integer> order = IntStream.range(0, contributions.length)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer input) -> acknowledged(input).isEmpty())
                        .thenComparing(
                                Comparator.comparingDouble(this::difference).reversed()))
                .toList();
        List<Integer> carriers = new ArrayList<>();
        for (int input : order) {
            carriers.add(input);
            if (auc(carriers) > TOO_GOOD) {
                break;
            }
        }
        // What came early may not be needed any more.
        for (int input : List.copyOf(carriers)) {
            List<Integer> fewer =
                    carriers.stream().filter(kept -> kept != input).toList();
            if (auc(fewer) > TOO_GOOD && acknowledged(input).isEmpty()) {
                carriers.remove((Integer) input);
            }
        }
        return carriers;
    }

    /** Mean contribution to those who left, less that to those who stayed. */
    private double difference(int input) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < positives.length; i++) {
            int of = positives[i] ? 1 : 0;
            sums[of] += contributions[input][i];
            counts[of]++;
        }
        return sums[1] / counts[1] - sums[0] / counts[0];
    }

    /** Of the summed contributions of some columns; .5 where validation holds one class only. */
    private double auc(List<Integer> inputs) {
        double[] sums = new double[positives.length];
        for (int input : inputs) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += contributions[input][i];
            }
        }
        return auc(sums, positives);
    }

    private static double auc(double[] sums, boolean[] positives) {
        return RocAuc.of(sums, positives).orElse(.5);
    }

    private String acknowledged(int input) {
        return feature(input).column().acknowledged();
    }

    private String names(List<Integer> inputs) {
        return inputs.stream()
                .sorted()
                .map(input -> Excerpt.of(feature(input).name()))
                .collect(Collectors.joining(", "));
    }

    private FeatureColumn feature(int input) {
        return table.features().get(input);
    }
}
