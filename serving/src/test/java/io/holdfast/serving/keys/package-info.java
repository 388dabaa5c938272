/** Tests. */
@NullMarked
package io.holdfast.serving.keys;

import org.jspecify.annotations.NullMarked;
