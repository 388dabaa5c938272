/**
 * Reads any customer table, produces what a data scientist wants to know first: kinds, gaps, copies, suspected leaks, and a draft of its
 * description.
 */
@NullMarked
package io.holdfast.training.inspection;

import org.jspecify.annotations.NullMarked;
