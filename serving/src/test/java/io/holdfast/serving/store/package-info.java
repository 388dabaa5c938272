/** Holds the store against what it promises, on both databases. */
@NullMarked
package io.holdfast.serving.store;

import org.jspecify.annotations.NullMarked;
