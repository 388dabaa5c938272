/**
 * Reads a path the user gave, produces a stream from a readable file or a file or directory that appears whole or not at all.
 */
@NullMarked
package io.holdfast.scoring.file;

import org.jspecify.annotations.NullMarked;
