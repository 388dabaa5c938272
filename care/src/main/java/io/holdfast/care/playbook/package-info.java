/**
 * Reads {@code playbook.yaml}, produces the care a company gives: which action answers which reason for which value tier, from what risk on,
 * and how many customers are held out.
 */
@NullMarked
package io.holdfast.care.playbook;

import org.jspecify.annotations.NullMarked;
