@NullMarked
package io.holdfast.serving.snapshot;

import org.jspecify.annotations.NullMarked;
