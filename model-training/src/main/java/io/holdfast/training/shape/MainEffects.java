package io.holdfast.training.shape;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.util.List;

/**
 * What a model says of each column alone: the mean log-odds of customers with that bin, the other columns drawn independently, less that of
 * all customers. Tables over several columns and forests average to zero and say nothing of one.
 */
public final class MainEffects {
    private final double[][] all;

    private MainEffects(List<Coding> codings) {
        all = codings.stream().map(coding -> new double[coding.bins()]).toArray(double[][]::new);
    }

    /** The effects of all columns. */
    public static MainEffects of(AdditiveModel model) {
        List<Coding> codings =
                model.inputs().stream().map(input -> input.coding()).toList();
        MainEffects effects = new MainEffects(codings);
        for (Term term : model.terms()) {
            if (term instanceof TableTerm table && table.axes().size() == 1) {
                effects.add(table);
            } else if (term instanceof LinearTerm line) {
                effects.add(line, (NumberCoding) codings.get(line.input()));
            }
        }
        return effects;
    }

    /** The effect of a bin, log-odds. */
    public double of(int input, int bin) {
        return all[input][bin];
    }

    private void add(TableTerm table) {
        int input = table.axes().get(0).input();
        double[] values = table.values();
        for (int bin = 0; bin < all[input].length; bin++) {
            all[input][bin] += values[table.axes().get(0).cell(bin)];
        }
    }

    /** Of a straight line, its height in the middle of each bin. */
    private void add(LinearTerm line, NumberCoding coding) {
        List<Double> cuts = coding.cuts();
        double[] effects = all[line.input()];
        effects[Coding.MISSING] += line.missing();
        for (int bin = Coding.FIRST; bin < effects.length; bin++) {
            int cut = bin - Coding.FIRST;
            double from = cut == 0 ? coding.lowest() : cuts.get(cut - 1);
            double to = cut == cuts.size() ? coding.highest() : cuts.get(cut);
            effects[bin] += line.slope() * (coding.clamp(from / 2 + to / 2) - line.centre());
        }
    }
}
