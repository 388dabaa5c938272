/** Tests. */
@NullMarked
package io.holdfast.serving.wire;

import org.jspecify.annotations.NullMarked;
