/**
 * Reads customers with their risk, a playbook, effects, a budget and a date, produces a care plan: for every customer a play, its shadow, or
 * none with the cause. Nothing is read or written.
 */
@NullMarked
package io.holdfast.care.plan;

import org.jspecify.annotations.NullMarked;
