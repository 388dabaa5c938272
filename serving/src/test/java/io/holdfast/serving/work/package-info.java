/** Tests of what becomes of work items. */
@NullMarked
package io.holdfast.serving.work;

import org.jspecify.annotations.NullMarked;
