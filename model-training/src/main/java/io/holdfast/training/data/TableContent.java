package io.holdfast.training.data;

import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.List;

/** What was read, handed over whole; the arrays are kept, not copied, and have one entry a row. */
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
        int[] days,
        List<SensitiveColumn> sensitive,
        List<CostColumn> costs,
        String digest,
        long[] fingerprints,
        long[] lines) {
    TableContent {
        features = List.copyOf(features);
        sensitive = List.copyOf(sensitive);
        costs = List.copyOf(costs);
    }
}
