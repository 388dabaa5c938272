/**
 * Reads a YAML file in which every value is text, produces a tree whose nodes know their lines, and reads its mappings strictly, field by
 * field.
 */
@NullMarked
package io.holdfast.scoring.yaml;

import org.jspecify.annotations.NullMarked;
