package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores customers with one bundle's model. Fast because it keeps working memory: not thread-safe; make one per thread
 * with {@link #Scorer(ModelBundle)}, which is cheap. Equal input gives equal bits on every thread and every JDK.
 */
public final class Scorer {
    private static final double PERCENT = 100;

    private final AdditiveModel model;
    private final Coding[] codings;
    private final String[] names;
    private final double[] reference;
    private final BandCuts cuts;
    private final PredictionIds ids;
    private final CodedRow row;

    /** A scorer of a loaded bundle's model. */
    public Scorer(ModelBundle bundle) {
        model = bundle.model();
        codings = model.inputs().stream().map(input -> input.coding()).toArray(Coding[]::new);
        names = bundle.description().features().stream().map(Column::name).toArray(String[]::new);
        reference = bundle.reference().logOdds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        cuts = bundle.description().bands();
        ids = new PredictionIds(bundle.manifest().digest());
        row = model.newRow();
    }

    /** The customer's risk; every value outside the model's experience is scored as documented, with a warning. */
    public ChurnScore score(CustomerRecord customer) {
        List<InputWarning> warnings = code(customer);
        double[] contributions = new double[codings.length];
        double logOdds = model.logOdds(row, contributions);
        double percentile = percentile(logOdds);
        return new ChurnScore(
                customer,
                ids.of(customer, codings.length),
                model.intercept(),
                logOdds,
                contributions,
                percentile,
                RiskBand.of(percentile, cuts),
                warnings);
    }

    /** Only the log-odds, for evaluation: the same bits as {@link #score}. */
    public double logOdds(CustomerRecord customer) {
        code(customer);
        return model.logOdds(row, new double[codings.length]);
    }

    private List<InputWarning> code(CustomerRecord customer) {
        List<InputWarning> warnings = List.of();
        row.clear();
        for (int i = 0; i < codings.length; i++) {
            if (!customer.has(i)) {
                warnings = with(warnings, InputWarning.missing(names[i]));
            } else if (codings[i] instanceof NumberCoding coding) {
                double number = customer.number(i);
                row.number(i, number);
                if (coding.outside(number)) {
                    warnings = with(warnings, InputWarning.outOfRange(names[i]));
                }
            } else if (codings[i] instanceof CategoryCoding) {
                row.level(i, customer.level(i));
                if (row.bin(i) == Coding.RARE) {
                    warnings = with(warnings, InputWarning.unknownCategory(names[i]));
                }
            }
        }
        return warnings;
    }

    /** Customers without a warning, nearly all, cost no list. */
    private static List<InputWarning> with(List<InputWarning> warnings, InputWarning warning) {
        List<InputWarning> longer = warnings.isEmpty() ? new ArrayList<>() : warnings;
        longer.add(warning);
        return longer;
    }

    /** Share of reference scores below, in percent. */
    private double percentile(double logOdds) {
        int low = 0;
        int high = reference.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reference[middle] < logOdds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return PERCENT * low / reference.length;
    }
}
