/**
 * The JSON of the HTTP contract, version 1: reads the bytes of requests, produces the bytes of replies; {@code openapi.yaml} says the same in
 * the words of tools.
 */
@NullMarked
package io.holdfast.serving.wire;

import org.jspecify.annotations.NullMarked;
