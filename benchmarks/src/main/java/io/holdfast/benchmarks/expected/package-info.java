/** What could be known on a date of a simulated history: reads settings and dates, produces every unit's risk on average over many futures. */
@NullMarked
package io.holdfast.benchmarks.expected;

import org.jspecify.annotations.NullMarked;
