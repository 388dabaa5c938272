/** Records a replay in a store: reads simulated customers, produces what a year of real work would have left. */
@NullMarked
package io.holdfast.cli.replay.record;

import org.jspecify.annotations.NullMarked;
