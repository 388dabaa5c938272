/** Joins plans and the store: adds what the store knows to the customers of a plan, produces what the store keeps of it. */
@NullMarked
package io.holdfast.serving.planning;

import org.jspecify.annotations.NullMarked;
