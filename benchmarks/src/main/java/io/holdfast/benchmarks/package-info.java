/**
 * Speed of scoring, as ratios to a peer that does the least possible work in the same run: reads a bundle and a table,
 * prints figures. The scripts beside the module's pom start them.
 */
@NullMarked
package io.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
