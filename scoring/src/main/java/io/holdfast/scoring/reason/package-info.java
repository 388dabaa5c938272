/**
 * Reasons of a score: reads its contributions, produces the reason codes that raise and lower it, with shares, evidence
 * and sentences in the user's language.
 */
@NullMarked
package io.holdfast.scoring.reason;

import org.jspecify.annotations.NullMarked;
