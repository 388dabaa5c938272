/** Tests of the running server, and what they share. */
@NullMarked
package io.holdfast.serving.http;

import org.jspecify.annotations.NullMarked;
