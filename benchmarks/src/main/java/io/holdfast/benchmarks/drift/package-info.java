/** Monthly retraining under running care: lives with the lists that a model makes, learns again each month, and sets what it predicts beside the true untreated risk. */
package io.holdfast.benchmarks.drift;
