/** Reads an expected effect and a hold-out share, produces how many customers it takes to see the effect. */
@NullMarked
package io.holdfast.care.power;

import org.jspecify.annotations.NullMarked;
