package io.holdfast.scoring.model;

import java.util.List;

/**
 * One summand of the log-odds. Terms are centred: averaged over independent draws of each column from the training
 * rows they give zero, so that the intercept is the log-odds of such an average customer.
 */
public sealed interface Term permits LinearTerm, TableTerm, ForestTerm {
    /** Positions of the inputs it reads, without repetition. */
    List<Integer> inputs();

    /** Adds what each of its inputs contributes (log-odds) at the position of that input. */
    void addTo(double[] contributions, CodedRow row);

    /** The largest absolute value it can contribute to the log-odds, over the range that training covered. */
    double reach(List<ModelInput> inputs);

    /** The largest absolute value of the part that one of its inputs can contribute. */
    default double reach(int input, List<ModelInput> inputs) {
        return reach(inputs) / inputs().size();
    }

    /** Throws {@link IllegalArgumentException} when it does not fit these inputs. */
    void requireFits(List<ModelInput> inputs);
}
