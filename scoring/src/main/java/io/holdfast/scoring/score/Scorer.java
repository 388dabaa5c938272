package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Scores customers with one bundle's model. Fast because it keeps working memory: not thread-safe; make one per thread
 * with {@link #Scorer(ModelBundle)}, which is cheap. Equal input gives equal bits on every thread and every JDK.
 */
public final class Scorer {
    private static final double PERCENT = 100;

    private final AdditiveModel model;
    private final Coding[] codings;
    private final InputWarning[] missing;
    private final InputWarning[] unknown;
    private final InputWarning[] outside;
    private final double[] reference;
    private final BandCuts cuts;
    private final PredictionIds ids;
    private final CodedRow row;

    /** A scorer of a loaded bundle's model. */
    public Scorer(ModelBundle bundle) {
        model = bundle.model();
        codings = model.inputs().stream().map(input -> input.coding()).toArray(Coding[]::new);
        missing = warnings(InputWarning::missing);
        unknown = warnings(InputWarning::unknownCategory);
        outside = warnings(InputWarning::outOfRange);
        reference = bundle.reference().logOdds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        cuts = bundle.description().bands();
        ids = new PredictionIds(bundle.manifest().digest());
        row = model.newRow();
    }

    private InputWarning[] warnings(Function<String, InputWarning> kind) {
        return model.inputs().stream().map(input -> kind.apply(input.name())).toArray(InputWarning[]::new);
    }

    /** The customer's risk; every value outside the model's experience is scored as documented, with a warning. */
    public ChurnScore score(CustomerRecord customer) {
        List<InputWarning> warnings = code(customer);
        double[] contributions = new double[codings.length];
        double logOdds = model.logOdds(row, contributions);
        double percentile = percentile(logOdds);
        return new ChurnScore(
                customer,
                ids.of(customer, row, codings.length),
                model.intercept(),
                logOdds,
                contributions,
                percentile,
                RiskBand.of(percentile, cuts),
                Collections.unmodifiableList(warnings));
    }

    /** Only the log-odds, for evaluation: the same bits as {@link #score}. */
    public double logOdds(CustomerRecord customer) {
        code(customer);
        return model.logOdds(row, new double[codings.length]);
    }

    private List<InputWarning> code(CustomerRecord customer) {
        List<InputWarning> warnings = List.of();
        for (int i = 0; i < codings.length; i++) {
            if (!customer.has(i)) {
                row.missing(i);
                warnings = with(warnings, missing[i]);
            } else if (codings[i] instanceof NumberCoding coding) {
                double number = customer.number(i);
                row.number(i, number);
                if (coding.outside(number)) {
                    warnings = with(warnings, outside[i]);
                }
            } else if (codings[i] instanceof CategoryCoding) {
                row.level(i, customer.level(i));
                if (row.bin(i) == Coding.RARE) {
                    warnings = with(warnings, unknown[i]);
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
