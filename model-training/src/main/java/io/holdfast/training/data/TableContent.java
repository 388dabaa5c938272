package io.holdfast.training.data;

import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.List;

/** What was read, handed over whole; arrays and lists are kept, not copied, and have one entry a row; the days none in a table without dates. */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
record TableContent(
        String name,
        DatasetDescription description,
        List<FeatureColumn> features,
        boolean[] positives,
        String negativeLabel,
        TextList ids,
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
        RowNumbers lines) {
    TableContent {
        features = List.copyOf(features);
        sensitive = List.copyOf(sensitive);
        costs = List.copyOf(costs);
    }
}
