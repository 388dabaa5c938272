package io.holdfast.training.data;

import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.List;

/**
 * What was read, handed over whole; arrays and lists are kept, not copied, and have one entry a row; days and groups none in a table without.
 *
 * @param distinctIds whether reading made sure that no id stands twice
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
record TableContent(
        String name,
        DatasetDescription description,
        List<FeatureColumn> features,
        boolean[] positives,
        String negativeLabel,
        TextList ids,
        boolean distinctIds,
        boolean grouped,
        int[] groups,
        boolean dated,
        RowNumbers days,
        List<SensitiveColumn> sensitive,
        List<CostColumn> costs,
        boolean weighted,
        RowWeights weights,
        String digest,
        RowNumbers fingerprints,
        LineNumbers lines) {
    TableContent {
        features = List.copyOf(features);
        sensitive = List.copyOf(sensitive);
        costs = List.copyOf(costs);
    }
}
