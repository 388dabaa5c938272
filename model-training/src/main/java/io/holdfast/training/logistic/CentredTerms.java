package io.holdfast.training.logistic;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.tribuo.NumberScale;
import io.holdfast.training.tribuo.TableEncoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Translates linear weights into one term per column that averages to zero over the training rows by their weights; the averages move into
 * the intercept. What training never saw (a missing value, a rare level) contributes zero.
 */
final class CentredTerms {
    private final TrainingTable table;
    private final int[] rows;
    private final TableEncoding encoding;
    private final LinearWeights weights;
    private final double[] rowWeights;
    private final double all;
    private final List<Term> terms = new ArrayList<>();
    private double intercept;

    CentredTerms(
            TrainingTable table, int[] rows, List<ModelInput> inputs, TableEncoding encoding, LinearWeights weights) {
        this.table = table;
        this.rows = rows;
        this.encoding = encoding;
        this.weights = weights;
        this.rowWeights = table.weights().meanOne(rows);
        this.all = sum(rowWeights);
        this.intercept = weights.bias();
        for (int input = 0; input < inputs.size(); input++) {
            ModelInput column = inputs.get(input);
            terms.add(
                    column.coding() instanceof CategoryCoding levels
                            ? levels(input, column.name(), levels)
                            : number(input, column));
        }
    }

    /** One per input, in order. */
    List<Term> terms() {
        return terms;
    }

    /** Log-odds of a customer whose columns are drawn independently from the training rows. */
    double intercept() {
        return intercept;
    }

    private Term number(int input, ModelInput column) {
        NumberScale scale = encoding.scale(column.name());
        double slope = weights.of(TribuoFeatures.numberName(column.name())) / scale.divisor();
        double missing = weights.of(TableEncoding.missingName(column.name()));
        double missingShare = missingShare(table.features().get(input));
        double mean = missingShare * missing;
        intercept += mean;
        double centre = scale.centre() + mean / slope;
        if (mean == 0) {
            return new LinearTerm(input, slope, scale.centre(), 0);
        }
        if (slope != 0 && Double.isFinite(centre)) {
            return new LinearTerm(input, slope, centre, missing - mean);
        }
        return knownOrMissing(input, column.coding(), missing - mean, missingShare == 1 ? 0 : -mean);
    }

    /** A number of which it only counts whether it is known: no line can say so. */
    private static TableTerm knownOrMissing(int input, Coding coding, double missing, double known) {
        List<Integer> cells = new ArrayList<>(Collections.nCopies(coding.bins(), 1));
        cells.set(Coding.MISSING, 0);
        return new TableTerm(List.of(new TableAxis(input, cells)), new double[] {missing, known});
    }

    private double missingShare(FeatureColumn feature) {
        double missing = 0;
        double known = 0;
        for (int i = 0; i < rows.length; i++) {
            missing += feature.missing(rows[i]) ? rowWeights[i] : 0;
            known += feature.missing(rows[i]) ? 0 : rowWeights[i];
        }
        return missing / (missing + known);
    }

    private TableTerm levels(int input, String name, CategoryCoding coding) {
        double[] values = new double[coding.bins()];
        values[Coding.MISSING] = weights.of(TableEncoding.missingName(name));
        values[Coding.RARE] = weights.of(TableEncoding.rareName(name));
        for (int bin = Coding.FIRST; bin < values.length; bin++) {
            values[bin] =
                    weights.of(TribuoFeatures.levelName(name, coding.levels().get(bin - Coding.FIRST)));
        }
        double[] counts = counts((LevelColumn) table.features().get(input), coding);
        double mean = 0;
        for (int bin = 0; bin < values.length; bin++) {
            mean += values[bin] * counts[bin];
        }
        mean /= all;
        for (int bin = 0; bin < values.length; bin++) {
            values[bin] = counts[bin] == 0 ? 0 : values[bin] - mean;
        }
        intercept += mean;
        return new TableTerm(List.of(TableAxis.full(input, coding)), values);
    }

    private double[] counts(LevelColumn column, CategoryCoding coding) {
        int[] bins = column.levels().stream().mapToInt(coding::bin).toArray();
        double[] counts = new double[coding.bins()];
        for (int i = 0; i < rows.length; i++) {
            counts[column.missing(rows[i]) ? Coding.MISSING : bins[column.code(rows[i])]] += rowWeights[i];
        }
        return counts;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
