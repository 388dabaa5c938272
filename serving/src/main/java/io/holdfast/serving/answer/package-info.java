/** Reads customers' values, produces what is said about each of them: risk, reasons and care, or why there is no answer. */
@NullMarked
package io.holdfast.serving.answer;

import org.jspecify.annotations.NullMarked;
