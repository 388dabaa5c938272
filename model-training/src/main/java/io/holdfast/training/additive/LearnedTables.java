package io.holdfast.training.additive;

import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.Term;
import io.holdfast.training.fit.BagShapes;
import java.util.List;
import java.util.Map;

/**
 * What the engine learned: score = intercept + the sum of the terms.
 *
 * @param intercept the score of a customer whose columns are drawn independently from the learning rows
 * @param inputs one per feature, in order
 * @param terms purified
 * @param outOfBag the score of every learning row by the bag that did not learn from it, in the order of the bags
 * @param bags what every bag's own tables and trees say of single columns
 * @param facts what was found and decided
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LearnedTables(
        double intercept,
        List<ModelInput> inputs,
        List<Term> terms,
        double[] outOfBag,
        BagShapes bags,
        Map<String, String> facts) {}
