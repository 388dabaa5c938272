/** The one strict JSON setting: reads and writes the product's documents, numbers in their shortest form. */
@NullMarked
package io.holdfast.scoring.json;

import org.jspecify.annotations.NullMarked;
