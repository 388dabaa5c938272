/** Tests. */
@NullMarked
package io.holdfast.serving.answer;

import org.jspecify.annotations.NullMarked;
