/** Reads tables of a PostgreSQL database as a history's sources: names in, text cells out, all of one moment. */
@NullMarked
package io.holdfast.features.postgresql;

import org.jspecify.annotations.NullMarked;
