/** Reads a score, its reasons and a playbook, produces the care for one customer: an action, none, or one that is withheld. */
@NullMarked
package io.holdfast.care.decision;

import org.jspecify.annotations.NullMarked;
