package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores customers with one bundle's model. Fast because it keeps working memory: not thread-safe; make one per thread
 * with {@link #Scorer(ModelBundle)}, which is cheap. Equal input gives equal bits on every thread and every JDK.
 */
public final class Scorer {
    private static final double PERCENT = 100;

    private final AdditiveModel model;
    private final InputCoder[] inputs;
    private final Ranks reference;
    private final BandCuts cuts;
    private final PredictionIds ids;
    private final CodedRow row;
    /** As they were given; NaN where an input has none. */
    private final double[] numbers;

    private final Optional<LocalDate> lastLearned;

    /** A scorer of a loaded bundle's model. */
    public Scorer(ModelBundle bundle) {
        model = bundle.model();
        inputs = IntStream.range(0, model.inputs().size())
                .mapToObj(i -> new InputCoder(model.inputs().get(i), missingIsUsual(bundle, i), daily(bundle, i)))
                .toArray(InputCoder[]::new);
        reference = new Ranks(bundle.reference().logOdds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        cuts = bundle.description().bands();
        ids = new PredictionIds(bundle.manifest().digest());
        row = model.newRow();
        numbers = new double[inputs.length];
        Arrays.fill(numbers, Double.NaN);
        lastLearned = bundle.reference().lastDay();
    }

    /** Whether a missing value says something that the model has learned: that what the column tells of never happened. */
    private static boolean missingIsUsual(ModelBundle bundle, int input) {
        return bundle.reference().columns().get(input).binCounts().get(Coding.MISSING) > 0
                && bundle.description()
                        .column(bundle.model().inputs().get(input).name())
                        .filter(Column::mayBeMissing)
                        .isPresent();
    }

    private static DailyChange daily(ModelBundle bundle, int input) {
        return bundle.description()
                .column(bundle.model().inputs().get(input).name())
                .map(Column::daily)
                .orElse(DailyChange.NONE);
    }

    /** The customer's risk; every value outside the model's experience is scored as documented, with a warning. */
    public ChurnScore score(CustomerRecord customer) {
        return score(customer, code(customer));
    }

    /** The risk of a customer all of whose values were coded or set. */
    ChurnScore score(CustomerRecord customer, List<InputWarning> warnings) {
        double[] contributions = new double[inputs.length];
        double logOdds = model.logOdds(row, contributions);
        double percentile = percentile(logOdds);
        return new ChurnScore(
                customer,
                ids.of(customer, numbers, row),
                model.intercept(),
                logOdds,
                contributions,
                row.bins(),
                percentile,
                RiskBand.of(percentile, cuts),
                Collections.unmodifiableList(warnings));
    }

    /** Only the log-odds, for evaluation: the same bits as {@link #score}. */
    public double logOdds(CustomerRecord customer) {
        code(customer);
        return model.logOdds(row, new double[inputs.length]);
    }

    private List<InputWarning> code(CustomerRecord customer) {
        List<InputWarning> warnings = List.of();
        for (int i = 0; i < inputs.length; i++) {
            InputValue value = customer.value(i);
            warnings = warned(warnings, i, code(i, value), value, customer.asOf());
        }
        return warnings;
    }

    /** Codes one value, and sets it. */
    CodedValue code(int input, InputValue value) {
        CodedValue coded = inputs[input].code(value);
        set(input, value.number(), coded.number(), coded.bin());
        return coded;
    }

    /**
     * Sets one value.
     *
     * @param number as it was given; NaN where it is none
     * @param clamped the number inside the training range
     * @param bin what the coding made of it
     */
    void set(int input, double number, double clamped, int bin) {
        numbers[input] = number;
        row.set(input, clamped, bin);
    }

    /** Sets all values as if they were levels; numbers must be set anew. */
    void setLevels(int[] bins) {
        row.bins(bins);
    }

    /** The warnings and, if there is one, that of a further value. */
    List<InputWarning> warned(
            List<InputWarning> warnings, int input, CodedValue coded, InputValue value, LocalDate asOf) {
        if (coded.warning() == null) {
            return warnings;
        }
        @Nullable InputWarning warning = inputs[input].warning(coded, value, daysSinceLearned(asOf));
        return warning == null ? warnings : with(warnings, warning);
    }

    /** None where nobody knows which days training saw. */
    private long daysSinceLearned(LocalDate asOf) {
        return lastLearned.map(day -> ChronoUnit.DAYS.between(day, asOf)).orElse(0L);
    }

    /** Customers without a warning, nearly all, cost no list. */
    private static List<InputWarning> with(List<InputWarning> warnings, InputWarning warning) {
        List<InputWarning> longer = warnings.isEmpty() ? new ArrayList<>() : warnings;
        longer.add(warning);
        return longer;
    }

    /** Share of reference scores below, in percent. */
    private double percentile(double logOdds) {
        return PERCENT * reference.below(logOdds) / reference.size();
    }
}
