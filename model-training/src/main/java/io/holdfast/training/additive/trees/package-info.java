/**
 * Reads binned columns and what the tables learned, produces oblivious trees with their exact contributions, and the weight they
 * deserve beside the tables: mostly none.
 */
@NullMarked
package io.holdfast.training.additive.trees;

import org.jspecify.annotations.NullMarked;
