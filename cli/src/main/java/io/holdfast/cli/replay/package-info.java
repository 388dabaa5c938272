/** Policies of care against simulated customers: reads settings and a playbook, produces net margin by policy, seed and month. */
@NullMarked
package io.holdfast.cli.replay;

import org.jspecify.annotations.NullMarked;
