/** Reads a file of events that nobody has described yet, produces findings and a first {@code history.yaml} to complete. */
@NullMarked
package io.holdfast.features.draft;

import org.jspecify.annotations.NullMarked;
