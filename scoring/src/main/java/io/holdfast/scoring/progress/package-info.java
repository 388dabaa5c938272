/** How long work tells how far it is; who listens decides whether to show it. */
@NullMarked
package io.holdfast.scoring.progress;

import org.jspecify.annotations.NullMarked;
