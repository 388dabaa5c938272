/**
 * The published model as files: reads and writes the directory (or zip) that holds a model, the description of its table
 * and all that is known about its training; refuses whatever is truncated, altered, foreign or newer.
 */
@NullMarked
package io.holdfast.scoring.bundle;

import org.jspecify.annotations.NullMarked;
