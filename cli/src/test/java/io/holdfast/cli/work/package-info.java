@NullMarked
package io.holdfast.cli.work;

import org.jspecify.annotations.NullMarked;
