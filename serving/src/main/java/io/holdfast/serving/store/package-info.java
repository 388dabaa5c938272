/** Reads and writes what has to outlast the process: predictions, decisions, work, contacts, consent, hold-out and audit. The one place that knows a database. */
@NullMarked
package io.holdfast.serving.store;

import org.jspecify.annotations.NullMarked;
