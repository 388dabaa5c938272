/** Tests of planning with a store. */
@NullMarked
package io.holdfast.serving.planning;

import org.jspecify.annotations.NullMarked;
