/**
 * The HTTP server: reads settings and a bundle, produces a running service that is safe by default. Every route is in {@code Routes}, with the
 * scope it needs or the word that it is public, and in {@code openapi.yaml}.
 */
@NullMarked
package io.holdfast.serving.http;

import org.jspecify.annotations.NullMarked;
