package io.holdfast.scoring.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything an {@link AdditiveModel} consists of.
 *
 * @param name the model's id
 * @param positiveLabel the label whose log-odds the model gives
 * @param negativeLabel the other label
 * @param intercept finite log-odds
 * @param inputs at least one, with different names
 * @param terms each fitting the inputs; may be empty (a model that answers the base rate); together, they cannot overflow
 * @param facts how the model came about; no path, host or time
 */
public record AdditiveParts(
        String name,
        String positiveLabel,
        String negativeLabel,
        double intercept,
        List<ModelInput> inputs,
        List<Term> terms,
        Map<String, String> facts) {
    public AdditiveParts {
        inputs = List.copyOf(inputs);
        terms = List.copyOf(terms);
        facts = Map.copyOf(facts);
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("intercept: " + intercept + " (expected: a finite number)");
        }
        if (positiveLabel.isEmpty() || negativeLabel.isEmpty() || positiveLabel.equals(negativeLabel)) {
            throw new IllegalArgumentException("labels: '" + positiveLabel + "' and '" + negativeLabel
                    + "' (expected: two different, non-empty labels)");
        }
        Set<String> names = new HashSet<>();
        for (ModelInput input : inputs) {
            if (!names.add(input.name())) {
                throw new IllegalArgumentException("input '" + input.name() + "' stands twice");
            }
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs: none (expected: at least one column)");
        }
        double reach = StrictMath.abs(intercept);
        for (Term term : terms) {
            term.requireFits(inputs);
            reach += term.reach(inputs);
        }
        if (!Double.isFinite(reach)) {
            throw new IllegalArgumentException("the terms together overflow (expected: finite log-odds for any row)");
        }
    }

    /** The same under another name. */
    AdditiveParts named(String other) {
        return new AdditiveParts(other, positiveLabel, negativeLabel, intercept, inputs, terms, facts);
    }

    /** The same with other facts. */
    public AdditiveParts withFacts(Map<String, String> others) {
        return new AdditiveParts(name, positiveLabel, negativeLabel, intercept, inputs, terms, others);
    }

    /** The facts ordered by key. */
    public SortedMap<String, String> orderedFacts() {
        return new TreeMap<>(facts);
    }
}
