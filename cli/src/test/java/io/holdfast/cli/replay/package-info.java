/** Tests of what replays say. */
@NullMarked
package io.holdfast.cli.replay;

import org.jspecify.annotations.NullMarked;
