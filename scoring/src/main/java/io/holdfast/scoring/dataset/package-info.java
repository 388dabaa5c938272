/**
 * Reads {@code dataset.yaml}, produces the description of a customer table: its columns, what each is for, what it is called, and which reason it
 * is evidence for.
 */
@NullMarked
package io.holdfast.scoring.dataset;

import org.jspecify.annotations.NullMarked;
