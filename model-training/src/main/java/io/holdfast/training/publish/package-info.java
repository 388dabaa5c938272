/**
 * From a described table to a model worth publishing: reads, checks, splits, trains, calibrates, evaluates through the scorer,
 * produces the content of a bundle; and evaluates a bundle again on rows it has not seen.
 */
@NullMarked
package io.holdfast.training.publish;

import org.jspecify.annotations.NullMarked;
